-- The rules for one operation, in their order. Nothing is ever rejected.

-- Whether this centre knows the table and the field.
CREATE FUNCTION sync.understands(t sync.turn) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF t.kind = 'resolve' THEN
    RETURN t.tbl IN ('conflict', 'parked_edit');
  ELSIF t.kind IN ('ins', 'del', 'merge') THEN
    RETURN EXISTS (SELECT FROM sync.known_table k WHERE k.tbl = t.tbl);
  END IF;
  RETURN t.kind IN ('set', 'move') AND t.fld NOT IN ('deleted_at', 'merged_into')
    AND EXISTS (SELECT FROM sync.field_policy f WHERE f.tbl = t.tbl AND f.fld = t.fld);
END $$;

-- Carries one operation out, or says why not.
CREATE FUNCTION sync.decide(t sync.turn) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  here jsonb;
  refusal sync.verdict;
BEGIN
  IF t.disabled THEN
    RETURN sync.park_on(t, 'disabled', t.tbl, t.pk);
  ELSIF NOT coalesce(sync.understands(t), false) THEN
    RETURN sync.park_on(t, 'schema', t.tbl, t.pk);
  ELSIF t.kind = 'resolve' THEN
    RETURN sync.resolve(t);
  ELSIF t.kind = 'ins' THEN
    RETURN sync.insert_row(t);
  END IF;
  here := sync.get_row(t.tbl, t.pk);
  IF here ->> 'merged_into' IS NOT NULL AND t.kind IN ('set', 'move') THEN
    here := sync.get_row(t.tbl, sync.root(t.tbl, t.pk));
  END IF;
  IF here IS NULL THEN
    RETURN sync.park(t, 'unknown_record', t.tbl, t.pk, NULL, NULL);
  END IF;
  refusal := sync.refused(t, t.tbl, here);
  IF refusal.outcome IS NOT NULL THEN
    RETURN refusal;
  ELSIF t.kind = 'del' THEN
    RETURN sync.delete_row(t, t.tbl, here);
  ELSIF t.kind = 'merge' THEN
    RETURN sync.merge_row(t, t.tbl, here);
  ELSIF t.tbl = 'claim' THEN
    RETURN sync.change_claim(t, here);
  END IF;
  RETURN sync.set_field(t, t.tbl, here);
END $$;

-- The record an operation is about, as things stand when it arrives: what history and `changed_unseen` ask by.
CREATE FUNCTION sync.subject(t sync.turn, OUT tbl text, OUT id text) LANGUAGE plpgsql AS $$
DECLARE
  question jsonb;
BEGIN
  tbl := t.tbl;
  id := t.pk;
  IF t.kind = 'resolve' AND t.tbl IN ('conflict', 'parked_edit') THEN
    question := sync.get_row(t.tbl, t.pk);
    IF question IS NULL THEN
      RETURN;
    END IF;
    tbl := question ->> 'tbl';
    id := question ->> 'record_id';
  END IF;
  IF t.kind <> 'merge' THEN
    id := sync.root(tbl, id);
  END IF;
END $$;
