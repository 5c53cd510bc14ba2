-- A person's accounts go to another: in one step, with what hangs on them, the people there, and what he was about to do.

-- Gives rows of one table to a team; the teams that had them are told to forget them. Returns how many changed hands.
CREATE OR REPLACE FUNCTION sec.move_rows(p_n bigint, p_tbl text, p_ids text[], p_team text) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  moved int;
BEGIN
  EXECUTE format('INSERT INTO sync.leave (stream_id, n, team_id, tbl, id) SELECT 0, $1, x.team_id, %L, x.id FROM crm.%I x
    WHERE x.id = ANY ($2) AND x.team_id <> $3 ON CONFLICT DO NOTHING', p_tbl, p_tbl) USING p_n, p_ids, p_team;
  EXECUTE format('UPDATE crm.%I x SET team_id = $3, rv = $1 WHERE x.id = ANY ($2) AND x.team_id <> $3', p_tbl) USING p_n, p_ids, p_team;
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END
$$;

-- Gives one field of rows of a table a new value, and writes it to the history.
CREATE OR REPLACE FUNCTION sec.give_rows(p_n bigint, p_tbl text, p_ids text[], p_fld text, p_from text, p_to text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE format('UPDATE crm.%I x SET %I = $3, rv = $1 WHERE x.id = ANY ($2)', p_tbl, p_fld) USING p_n, p_ids, p_to;
  IF p_tbl NOT IN ('conflict', 'parked_edit') THEN
    EXECUTE format('UPDATE crm.%I x SET by_user = $2, by_at = $3 WHERE x.id = ANY ($1)', p_tbl)
      USING p_ids, sec.uid(), sync.pull_moment(clock_timestamp());
  END IF;
  INSERT INTO sync.op (id, stream_id, n, device_id, user_id, tbl, pk, about_tbl, about_id, kind, fld, old, new, prev, outcome, made_at)
  SELECT sec.new_id(), 0, p_n, 'central', coalesce(sec.uid(), 'central'), p_tbl, i, p_tbl, i, 'set', p_fld, to_jsonb(p_from), to_jsonb(p_to),
    to_jsonb(p_from), 'applied', sync.pull_moment(clock_timestamp()) FROM unnest(p_ids) i;
END
$$;

-- Hands over every living company and site that `p_from` owns. Contacts who work nowhere else go along; others are reached from both sides.
-- Held claims and edits that wait for his word go to the successor. Returns counts: company, site, contact, claim, parked_edit, rows.
CREATE OR REPLACE FUNCTION sec.admin_hand_over(p_from text, p_to text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  n bigint := sec.start_commit();
  heir sec.login := sec.need_person(p_to);
  companies text[];
  sites text[];
  old_teams text[];
  contacts text[];
  claims text[];
  waiting text[];
  told_tbls text[] := '{}';
  told_ids text[] := '{}';
  ids text[];
  one record;
  total int := 0;
BEGIN
  IF p_from = p_to THEN
    PERFORM sec.refuse('Nobody hands over to himself.');
  END IF;
  IF heir.team_id IS NULL OR heir.disabled_at IS NOT NULL THEN
    PERFORM sec.refuse('The successor needs a team and an open login.');
  END IF;
  companies := ARRAY(SELECT c.id FROM crm.company c WHERE c.owner_id = p_from AND c.deleted_at IS NULL ORDER BY c.id FOR UPDATE);
  sites := ARRAY(SELECT s.id FROM crm.site s WHERE s.owner_id = p_from AND s.deleted_at IS NULL ORDER BY s.id FOR UPDATE);
  old_teams := ARRAY(SELECT DISTINCT s.team_id FROM crm.site s WHERE s.id = ANY (sites) AND s.team_id <> heir.team_id
    UNION SELECT l.team_id FROM sec.login l WHERE l.user_id = p_from AND l.team_id <> heir.team_id UNION SELECT p_from);
  PERFORM sec.give_rows(n, 'company', companies, 'owner_id', p_from, p_to);
  PERFORM sec.give_rows(n, 'site', sites, 'owner_id', p_from, p_to);
  UPDATE crm.site SET owned_since = sync.pull_moment(clock_timestamp()) WHERE id = ANY (sites);
  total := sec.move_rows(n, 'company', companies, heir.team_id) + sec.move_rows(n, 'site', sites, heir.team_id);
  told_tbls := array_fill('company'::text, ARRAY[cardinality(companies)]) || array_fill('site'::text, ARRAY[cardinality(sites)]);
  told_ids := companies || sites;

  FOR one IN SELECT h.tbl, h.fld, h.parent FROM sync.hanging h WHERE h.gives_team AND h.parent IN ('company', 'site') ORDER BY h.tbl, h.fld LOOP
    EXECUTE format('SELECT coalesce(array_agg(x.id), ''{}'') FROM crm.%I x WHERE x.%I = ANY ($1) AND x.team_id <> $2', one.tbl, one.fld)
      INTO ids USING CASE one.parent WHEN 'site' THEN sites ELSE companies END, heir.team_id;
    total := total + sec.move_rows(n, one.tbl, ids, heir.team_id);
    told_tbls := told_tbls || array_fill(one.tbl, ARRAY[cardinality(ids)]);
    told_ids := told_ids || ids;
  END LOOP;

  contacts := ARRAY(SELECT DISTINCT c.id FROM crm.position p JOIN crm.contact c ON c.id = p.contact_id
    WHERE p.site_id = ANY (sites) AND p.deleted_at IS NULL AND c.team_id = ANY (old_teams)
      AND NOT EXISTS (SELECT FROM crm.position o JOIN crm.site s ON s.id = o.site_id
        WHERE o.contact_id = c.id AND o.deleted_at IS NULL AND s.team_id <> heir.team_id));
  total := total + sec.move_rows(n, 'contact', contacts, heir.team_id);
  told_tbls := told_tbls || array_fill('contact'::text, ARRAY[cardinality(contacts)]);
  told_ids := told_ids || contacts;

  claims := ARRAY(SELECT c.id FROM crm.claim c WHERE c.user_id = p_from AND c.state = 'held' AND c.deleted_at IS NULL);
  waiting := ARRAY(SELECT e.id FROM crm.parked_edit e WHERE e.for_user = p_from AND e.state = 'open');
  PERFORM sec.give_rows(n, 'claim', claims, 'user_id', p_from, p_to);
  UPDATE crm.claim SET term = coalesce(term, 0) + 1, granted_at = sync.pull_moment(clock_timestamp()) WHERE id = ANY (claims);
  PERFORM sec.give_rows(n, 'parked_edit', waiting, 'for_user', p_from, p_to);
  FOR one IN SELECT unnest(ARRAY['claim', 'conflict', 'parked_edit']) AS tbl LOOP
    EXECUTE format('SELECT coalesce(array_agg(x.id), ''{}'') FROM unnest($1, $2) AS t(tbl, id) JOIN crm.%I x ON x.record_id = t.id AND x.tbl = t.tbl
      WHERE x.team_id <> $3', one.tbl) INTO ids USING told_tbls, told_ids, heir.team_id;
    total := total + sec.move_rows(n, one.tbl, ids, heir.team_id);
  END LOOP;
  PERFORM sync.derive_access(n, '[]');
  RETURN jsonb_build_object('n', n, 'company', cardinality(companies), 'site', cardinality(sites), 'contact', cardinality(contacts),
    'claim', cardinality(claims), 'parked_edit', cardinality(waiting), 'rows', total);
END
$$;
