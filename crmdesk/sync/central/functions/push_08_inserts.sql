-- Adding a record: its team, its parents, its code; what this centre does not know is kept beside it (`sync.md` §2.8, 12–15, 30).

CREATE FUNCTION sync.insert_row(t sync.turn) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  given constant jsonb := CASE WHEN jsonb_typeof(t.new) = 'object' THEN t.new - '{id,rv,extra}'::text[] ELSE '{}' END;
  known sync.known_table;
  unknown jsonb;
  here jsonb;
  team text;
  hung record;
BEGIN
  IF (sync.get_brief(t.tbl, t.pk)).id IS NOT NULL THEN
    RETURN ROW('same', NULL)::sync.verdict;
  END IF;
  SELECT * INTO known FROM sync.known_table k WHERE k.tbl = t.tbl;
  unknown := given - known.fields;
  here := jsonb_strip_nulls(given - '{team_id,deleted_at,merged_into}'::text[]
    - CASE WHEN unknown = '{}' THEN '{}' ELSE ARRAY(SELECT jsonb_object_keys(unknown)) END);
  FOR hung IN SELECT h.fld, h.parent FROM sync.hanging h WHERE h.tbl = t.tbl LOOP
    IF here ->> hung.fld <> '' THEN
      here := here || jsonb_build_object(hung.fld, sync.root(hung.parent, here ->> hung.fld));
    END IF;
  END LOOP;
  team := sync.team_for(t, t.tbl, here || jsonb_build_object('team_id', given -> 'team_id'));
  IF NOT sync.may_insert(t, here, team) THEN
    RETURN sync.park(t, 'access', t.tbl, t.pk, team, sync.holder_of(t.tbl, here));
  END IF;
  FOR hung IN SELECT h.fld, h.parent FROM sync.hanging h WHERE h.tbl = t.tbl ORDER BY h.fld LOOP
    IF here ->> hung.fld <> '' AND sync.is_unseen(t, hung.parent, here ->> hung.fld)
      AND NOT (t.tbl IN ('activity', 'follow_up') AND sync.has_asked(t, hung.parent, here ->> hung.fld)) THEN
      RETURN sync.park(t, 'access', t.tbl, t.pk, team, sync.holder_of(hung.parent, sync.get_row(hung.parent, here ->> hung.fld)));
    END IF;
  END LOOP;
  IF NOT here ?& known.required
    OR EXISTS (SELECT FROM jsonb_each(here) g WHERE NOT (sync.typed(known.types ->> g.key, g.value)).fits) THEN
    RETURN sync.park(t, 'invalid', t.tbl, t.pk, team, NULL);
  END IF;
  here := here || jsonb_build_object('id', t.pk, 'team_id', team, 'rv', t.n, 'stream_id', 0, 'by_user', t.user_id, 'by_at', t.at,
    'extra', unknown::text);
  PERFORM sync.add_row(t.tbl, CASE WHEN t.tbl IN ('company', 'site') THEN here - 'code' ELSE here END);
  RETURN sync.settle_insert(t, here);
END $$;

-- Whether the person may add such a record: by its team, or by what it hangs on. Who sees a record may claim it.
CREATE FUNCTION sync.may_insert(t sync.turn, p_values jsonb, p_team text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  giver record;
BEGIN
  IF p_team = ANY (t.writes) OR (t.tbl = 'app_user' AND t.pk = t.user_id) THEN
    RETURN true;
  ELSIF t.tbl = 'claim' THEN
    RETURN p_values ->> 'tbl' IN ('company', 'site', 'contact', 'lead') AND (sync.may_read(t, p_values ->> 'tbl',
      sync.get_row(p_values ->> 'tbl', sync.root(p_values ->> 'tbl', p_values ->> 'record_id')))
      OR sync.might_have_claimed(t, p_values ->> 'tbl', p_values ->> 'record_id'));
  END IF;
  IF t.tbl = 'pool' THEN
    RETURN t.level = 'manager';
  ELSIF t.tbl = 'pool_member' THEN
    RETURN sync.keeps_pool(t, p_values ->> 'pool_id');
  END IF;
  giver := sync.team_giver(t.tbl, p_values);
  IF t.tbl <> 'pair_verdict' AND giver.tbl IS NOT NULL THEN
    RETURN (sync.get_brief(giver.tbl, giver.id)).id IS NOT NULL AND sync.may_add(t, t.tbl, giver.tbl, giver.id);
  END IF;
  RETURN false;
END $$;

-- Hangs a new record on living parents, gives it its code, decides a claim.
CREATE FUNCTION sync.settle_insert(t sync.turn, p_row jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  hung record;
  placed record;
  question text;
BEGIN
  FOR hung IN SELECT h.fld, h.parent FROM sync.hanging h WHERE h.tbl = t.tbl AND h.is_parent ORDER BY h.parent DESC LOOP
    IF p_row ->> hung.fld <> '' THEN
      placed := sync.hang(t, t.tbl, p_row, hung.fld, hung.parent, p_row ->> hung.fld);
      IF placed.id IS DISTINCT FROM p_row ->> hung.fld OR (placed.refusal).outcome IS NOT NULL THEN
        PERFORM sync.put_row(t.tbl, t.pk, jsonb_build_object(
          hung.fld, CASE WHEN (placed.refusal).outcome IS NULL THEN placed.id END));
      END IF;
    END IF;
  END LOOP;
  IF t.tbl = 'claim' THEN
    RETURN sync.grant_claim(t, sync.get_row('claim', t.pk));
  ELSIF t.tbl = 'company' THEN
    PERFORM sync.notice_same_credit_code(t, p_row);
  END IF;
  IF t.tbl IN ('company', 'site') AND p_row ->> 'code' <> '' THEN
    question := sync.take_code(t, t.tbl, p_row, p_row ->> 'code');
  END IF;
  IF question IS NOT NULL THEN
    RETURN ROW('conflict', jsonb_build_object('conflict', question, 'kind', 'code'))::sync.verdict;
  END IF;
  RETURN ROW('applied', NULL)::sync.verdict;
END $$;
