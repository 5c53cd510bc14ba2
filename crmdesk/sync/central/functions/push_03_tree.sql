-- Roots of merged records, circles, living ancestors, and bringing back what was deleted (`sync.md` §2.8, 7, 11–13, 19).

-- The record that a merged one stands for now; the id itself where it is none.
CREATE FUNCTION sync.root(p_tbl text, p_id text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  here text := p_id;
  above text := (sync.get_brief(p_tbl, p_id)).merged_into;
  seen text[] := ARRAY[p_id];
  next_row sync.brief;
BEGIN
  WHILE above IS NOT NULL AND NOT above = ANY (seen) LOOP
    seen := seen || above;
    next_row := sync.get_brief(p_tbl, above);
    EXIT WHEN next_row.id IS NULL;
    here := above;
    above := next_row.merged_into;
  END LOOP;
  RETURN here;
END $$;

-- Whether hanging a record under a parent of its own table would put it below itself.
CREATE FUNCTION sync.makes_circle(p_tbl text, p_id text, p_parent text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  here text := p_parent;
  seen text[] := '{}';
BEGIN
  WHILE here IS NOT NULL AND NOT here = ANY (seen) LOOP
    IF here = p_id THEN
      RETURN true;
    END IF;
    seen := seen || here;
    here := sync.get_row(p_tbl, here) ->> 'parent_id';
  END LOOP;
  RETURN false;
END $$;

-- The nearest company, from this one upwards, that is not deleted.
CREATE FUNCTION sync.living_above(p_company text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  here text := p_company;
  seen text[] := '{}';
  found_row jsonb;
BEGIN
  WHILE here IS NOT NULL AND NOT here = ANY (seen) LOOP
    found_row := sync.get_row('company', here);
    EXIT WHEN found_row IS NULL;
    IF found_row ->> 'deleted_at' IS NULL THEN
      RETURN here;
    END IF;
    seen := seen || here;
    here := found_row ->> 'parent_id';
  END LOOP;
  RETURN NULL;
END $$;

-- Brings a deleted record and the deleted ones it hangs on back; nothing happens to a living or merged one. `p_told`: ask about the record.
CREATE FUNCTION sync.revive(t sync.turn, p_tbl text, p_id text, p_told boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  waiting text[] := ARRAY[p_tbl, p_id];
  seen text[] := '{}';
  at_tbl text;
  at_id text;
  here jsonb;
  hung record;
BEGIN
  WHILE cardinality(waiting) > 0 LOOP
    at_tbl := waiting[1];
    at_id := waiting[2];
    waiting := waiting[3:];
    here := sync.get_row(at_tbl, at_id);
    CONTINUE WHEN here IS NULL OR here ->> 'merged_into' IS NOT NULL OR (at_tbl || at_id) = ANY (seen);
    CONTINUE WHEN here ->> 'deleted_at' IS NULL AND (at_tbl, at_id) <> (p_tbl, p_id);
    seen := seen || (at_tbl || at_id);
    IF here ->> 'deleted_at' IS NOT NULL THEN
      IF p_told AND (at_tbl, at_id) = (p_tbl, p_id) THEN
        PERFORM sync.ask(t, 'revived', at_tbl, here, NULL, here -> 'deleted_at', NULL, NULL);
      END IF;
      PERFORM sync.bring_back(t, at_tbl, here);
    END IF;
    FOR hung IN SELECT h.parent, here ->> h.fld AS id FROM sync.hanging h WHERE h.tbl = at_tbl AND h.is_parent ORDER BY h.parent DESC LOOP
      IF hung.id IS NOT NULL THEN
        waiting := waiting || ARRAY[hung.parent, sync.root(hung.parent, hung.id)];
      END IF;
    END LOOP;
  END LOOP;
END $$;

-- Undoes a deletion; the record takes its code again if nobody has it now.
CREATE FUNCTION sync.bring_back(t sync.turn, p_tbl text, p_row jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM sync.write(t, p_tbl, p_row ->> 'id', '{"deleted_at": null}');
  IF p_tbl IN ('company', 'site') AND p_row ->> 'code' <> '' THEN
    PERFORM sync.take_code(t, p_tbl, p_row, p_row ->> 'code');
  END IF;
END $$;
