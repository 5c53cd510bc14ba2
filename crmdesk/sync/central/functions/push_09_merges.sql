-- Two records become one; everything that hangs on the one that gives way follows (`sync.md` §2.8, 16–22).

CREATE FUNCTION sync.merge_row(t sync.turn, p_tbl text, p_loser jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  survivor_id text;
  present text;
  survivor jsonb;
BEGIN
  IF t.new IS NULL THEN
    RETURN sync.unmerge_row(t, p_tbl, p_loser);
  END IF;
  survivor_id := sync.root(p_tbl, t.new #>> '{}');
  present := sync.root(p_tbl, p_loser ->> 'id');
  IF survivor_id = present THEN
    RETURN ROW('same', NULL)::sync.verdict;
  END IF;
  survivor := sync.get_row(p_tbl, survivor_id);
  IF survivor IS NULL THEN
    RETURN sync.park_on(t, 'unknown_record', p_tbl, p_loser ->> 'id');
  ELSIF NOT sync.may_write(t, p_tbl, survivor) THEN
    RETURN sync.park_on(t, 'access', p_tbl, p_loser ->> 'id');
  ELSIF p_loser ->> 'merged_into' IS NOT NULL THEN
    RETURN sync.conflict(t, 'merge', p_tbl, p_loser, NULL, to_jsonb(present), to_jsonb(survivor_id), NULL);
  END IF;
  PERFORM sync.join_rows(t, p_tbl, p_loser, survivor);
  RETURN ROW('applied', NULL)::sync.verdict;
END $$;

-- Makes one record a redirect to the other.
CREATE FUNCTION sync.join_rows(t sync.turn, p_tbl text, p_loser jsonb, p_survivor jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  loser constant text := p_loser ->> 'id';
  survivor constant text := p_survivor ->> 'id';
  hung record;
BEGIN
  IF p_survivor ->> 'deleted_at' IS NOT NULL THEN
    PERFORM sync.revive(t, p_tbl, survivor, true);
  END IF;
  IF p_tbl = 'company' THEN
    PERFORM 1 FROM sync.lock l WHERE l.name = 'tree:company' FOR UPDATE;
    IF sync.makes_circle('company', loser, p_survivor ->> 'parent_id') THEN
      PERFORM sync.lift(t, p_loser, sync.get_row('company', survivor));
    END IF;
  END IF;
  IF p_tbl IN ('company', 'site') THEN
    PERFORM sync.free_code(p_tbl, p_loser);
  END IF;
  PERFORM sync.write(t, p_tbl, loser, jsonb_build_object('merged_into', survivor, 'deleted_at', t.at));
  FOR hung IN SELECT h.tbl, h.fld FROM sync.hanging h WHERE h.parent = p_tbl LOOP
    PERFORM sync.follow_survivor(t, hung.tbl, hung.fld, loser, survivor);
  END LOOP;
  PERFORM sync.claims_follow(t, p_tbl, loser, sync.get_row(p_tbl, survivor));
END $$;

-- Hangs a survivor that lies below the loser where the loser hung, and tells.
CREATE FUNCTION sync.lift(t sync.turn, p_loser jsonb, p_survivor jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM sync.ask(t, 'parent', 'company', p_survivor, NULL, nullif(p_loser -> 'parent_id', 'null'), nullif(p_survivor -> 'parent_id', 'null'), NULL);
  PERFORM sync.left_parent(t, 'company', p_survivor ->> 'id', p_survivor ->> 'parent_id');
  PERFORM sync.write(t, 'company', p_survivor ->> 'id', jsonb_build_object('parent_id', p_loser -> 'parent_id'));
END $$;

-- Hangs what hung on the loser on the survivor, deleted records too.
CREATE FUNCTION sync.follow_survivor(t sync.turn, p_tbl text, p_fld text, p_loser text, p_survivor text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  ids text[];
  one text;
BEGIN
  EXECUTE format('SELECT array_agg(id ORDER BY id) FROM crm.%I WHERE %I = $1 AND id <> $2', p_tbl, p_fld) INTO ids USING p_loser, p_survivor;
  IF ids IS NULL THEN
    RETURN;
  END IF;
  EXECUTE format('UPDATE crm.%I SET %I = $1, rv = $2, by_user = $3, by_at = $4 WHERE id = ANY ($5)', p_tbl, p_fld)
    USING p_survivor, t.n, t.user_id, t.at, ids;
  INSERT INTO sync.placed (n, tbl, id, parent) SELECT t.n, p_tbl, i, p_loser FROM unnest(ids) i ON CONFLICT DO NOTHING;
  IF EXISTS (SELECT FROM sync.hanging h WHERE h.tbl = p_tbl AND h.fld = p_fld AND h.gives_team) THEN
    FOREACH one IN ARRAY ids LOOP
      PERFORM sync.follow_parent(t, p_tbl, one);
    END LOOP;
  END IF;
END $$;

-- Takes a merge back: the record lives again. What had followed comes back by operations of its own.
CREATE FUNCTION sync.unmerge_row(t sync.turn, p_tbl text, p_row jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  hung record;
BEGIN
  IF p_row ->> 'merged_into' IS NULL THEN
    RETURN ROW('same', NULL)::sync.verdict;
  END IF;
  PERFORM sync.put_row(p_tbl, p_row ->> 'id', '{"merged_into": null}');
  PERFORM sync.bring_back(t, p_tbl, p_row);
  FOR hung IN SELECT h.parent, p_row ->> h.fld AS id FROM sync.hanging h WHERE h.tbl = p_tbl AND h.is_parent ORDER BY h.parent DESC LOOP
    IF hung.id IS NOT NULL THEN
      PERFORM sync.revive(t, hung.parent, sync.root(hung.parent, hung.id), false);
    END IF;
  END LOOP;
  RETURN ROW('applied', NULL)::sync.verdict;
END $$;

-- Settles a question of kind `merge` by doing it: what the record was merged into is merged into the wanted one too.
CREATE FUNCTION sync.merge_again(t sync.turn, p_tbl text, p_id text, p_wanted text) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  loser constant jsonb := sync.get_row(p_tbl, sync.root(p_tbl, p_id));
  survivor constant jsonb := sync.get_row(p_tbl, sync.root(p_tbl, p_wanted));
BEGIN
  IF loser IS NULL OR survivor IS NULL OR loser ->> 'id' = survivor ->> 'id' THEN
    RETURN ROW('same', NULL)::sync.verdict;
  ELSIF NOT sync.may_write(t, p_tbl, survivor) THEN
    RETURN sync.park_on(t, 'access', p_tbl, loser ->> 'id');
  END IF;
  PERFORM sync.join_rows(t, p_tbl, loser, survivor);
  RETURN ROW('applied', NULL)::sync.verdict;
END $$;
