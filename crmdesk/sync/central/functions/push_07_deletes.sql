-- Deleting, and taking a deletion back (`sync.md` §2.8, 7–9).

CREATE FUNCTION sync.delete_row(t sync.turn, p_tbl text, p_row jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
BEGIN
  IF p_row ->> 'merged_into' IS NOT NULL THEN
    RETURN ROW('same', NULL)::sync.verdict;
  END IF;
  IF t.new IS NULL THEN
    IF p_row ->> 'deleted_at' IS NULL THEN
      RETURN ROW('same', NULL)::sync.verdict;
    END IF;
    PERFORM sync.revive(t, p_tbl, p_row ->> 'id', false);
    RETURN ROW('applied', NULL)::sync.verdict;
  END IF;
  IF p_row ->> 'deleted_at' IS NOT NULL THEN
    RETURN ROW('same', NULL)::sync.verdict;
  END IF;
  IF sync.changed_unseen(t, p_tbl, p_row ->> 'id') THEN
    RETURN sync.conflict(t, 'delete', p_tbl, p_row, NULL, NULL, t.new, NULL);
  END IF;
  PERFORM sync.bury(t, p_tbl, p_row, t.new);
  RETURN ROW('applied', NULL)::sync.verdict;
END $$;

-- Deletes a record; its code is free. What lives below stays as it is.
CREATE FUNCTION sync.bury(t sync.turn, p_tbl text, p_row jsonb, p_at jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_tbl IN ('company', 'site') THEN
    PERFORM sync.free_code(p_tbl, p_row);
  END IF;
  PERFORM sync.write(t, p_tbl, p_row ->> 'id', jsonb_build_object(
    'deleted_at', CASE WHEN jsonb_typeof(p_at) = 'string' AND p_at <> '""' THEN p_at ELSE to_jsonb(t.at) END));
END $$;

-- Whether somebody else's edit of a record arrived after what this laptop had seen of it.
CREATE FUNCTION sync.changed_unseen(t sync.turn, p_tbl text, p_id text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM sync.op o
    WHERE o.about_id = p_id AND o.n > coalesce(t.seen_rv, 0) AND o.about_tbl = p_tbl AND o.user_id <> t.user_id
      AND o.outcome = 'applied' AND o.kind IN ('ins', 'set', 'move', 'del', 'resolve'));
END $$;
