-- Setting a field and moving in the tree: compare what was seen, then write (`sync.md` §2.8, 2–4, 7, 10–14, 31).

-- Sets the field of this turn, after the rights were checked.
CREATE FUNCTION sync.set_field(t sync.turn, p_tbl text, p_row jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  here jsonb := p_row;
  field sync.field_policy;
  given record;
  wanted jsonb;
  hung sync.hanging;
  placed record;
  refusal sync.verdict;
BEGIN
  SELECT * INTO field FROM sync.field_policy f WHERE f.tbl = p_tbl AND f.fld = t.fld;
  given := sync.typed(field.type, t.new);
  IF NOT given.fits THEN
    RETURN sync.park_on(t, 'invalid', p_tbl, here ->> 'id');
  END IF;
  wanted := given.value;
  IF field.required AND coalesce(wanted, '""') = '""' THEN
    RETURN sync.conflict(t, 'invalid', p_tbl, here, t.fld, nullif(here -> t.fld, 'null'), t.new, t.old);
  END IF;
  IF t.fld = 'team_id' AND (p_tbl NOT IN ('company', 'site', 'contact') OR NOT coalesce(t.new #>> '{}' = ANY (t.writes), false)) THEN
    RETURN sync.park_on(t, 'access', p_tbl, here ->> 'id');
  END IF;
  IF here ->> 'deleted_at' IS NOT NULL AND here ->> 'merged_into' IS NULL THEN
    PERFORM sync.revive(t, p_tbl, here ->> 'id', true);
    here := sync.get_row(p_tbl, here ->> 'id');
  END IF;
  IF t.fld LIKE '%\_id' THEN
    SELECT * INTO hung FROM sync.hanging h WHERE h.tbl = p_tbl AND h.fld = t.fld;
    IF FOUND AND wanted IS NOT NULL THEN
      wanted := to_jsonb(sync.root(hung.parent, wanted #>> '{}'));
      refusal := sync.may_not_hang(t, p_tbl, here, hung.parent, wanted #>> '{}');
      IF refusal.outcome IS NOT NULL THEN
        RETURN refusal;
      END IF;
    END IF;
  END IF;
  IF wanted IS NOT DISTINCT FROM nullif(here -> t.fld, 'null') THEN
    RETURN ROW('same', NULL)::sync.verdict;
  END IF;
  IF NOT sync.same_value((sync.typed(field.type, t.old)).value, nullif(here -> t.fld, 'null')) THEN
    RETURN sync.conflict(t, 'field', p_tbl, here, t.fld, nullif(here -> t.fld, 'null'), t.new, t.old);
  END IF;
  IF hung.is_parent AND wanted IS NOT NULL THEN
    placed := sync.hang(t, p_tbl, here, t.fld, hung.parent, wanted #>> '{}');
    IF (placed.refusal).outcome IS NOT NULL THEN
      RETURN placed.refusal;
    END IF;
    wanted := to_jsonb(placed.id);
  END IF;
  RETURN sync.apply_field(t, p_tbl, here, t.fld, wanted);
END $$;

-- The refusal to hang a record on one that the person does not see, or under a site or lead where he may not add such a thing; null when he may.
CREATE FUNCTION sync.may_not_hang(t sync.turn, p_tbl text, p_row jsonb, p_parent text, p_id text) RETURNS sync.verdict LANGUAGE plpgsql AS $$
BEGIN
  IF p_parent <> 'company' AND EXISTS (SELECT FROM sync.hanging h WHERE h.tbl = p_tbl AND h.parent = p_parent AND h.gives_team)
    AND NOT sync.may_add(t, p_tbl, p_parent, p_id) THEN
    RETURN sync.park_on(t, 'access', p_tbl, p_row ->> 'id');
  ELSIF sync.is_unseen(t, p_parent, p_id) THEN
    RETURN sync.park(t, 'access', p_tbl, p_row ->> 'id', p_row ->> 'team_id', sync.holder_of(p_parent, sync.get_row(p_parent, p_id)));
  END IF;
  RETURN NULL;
END $$;

-- Where to hang a record: refuses a circle, goes above a deleted company, brings any other deleted parent back.
CREATE FUNCTION sync.hang(t sync.turn, p_tbl text, p_row jsonb, p_fld text, p_parent text, p_id text, OUT id text, OUT refusal sync.verdict)
LANGUAGE plpgsql AS $$
DECLARE
  above sync.brief;
BEGIN
  id := p_id;
  IF p_tbl = p_parent THEN
    PERFORM 1 FROM sync.lock l WHERE l.name = 'tree:company' FOR UPDATE;
    IF sync.makes_circle(p_tbl, p_row ->> 'id', p_id) THEN
      refusal := sync.conflict(t, 'cycle', p_tbl, p_row, p_fld, nullif(p_row -> p_fld, 'null'), to_jsonb(p_id), t.old);
      RETURN;
    END IF;
  END IF;
  above := sync.get_brief(p_parent, p_id);
  IF above.deleted_at IS NULL OR above.merged_into IS NOT NULL THEN
    RETURN;
  END IF;
  IF p_tbl = 'company' AND p_parent = 'company' THEN
    id := sync.living_above(p_id);
    PERFORM sync.ask(t, 'parent', p_tbl, p_row, p_fld, to_jsonb(id), to_jsonb(p_id), NULL);
    RETURN;
  END IF;
  PERFORM sync.revive(t, p_parent, p_id, true);
END $$;

-- Writes a field and everything that follows from it.
CREATE FUNCTION sync.apply_field(t sync.turn, p_tbl text, p_row jsonb, p_fld text, p_value jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  record_id constant text := p_row ->> 'id';
  question text;
BEGIN
  IF p_fld = 'code' AND p_tbl IN ('company', 'site') THEN
    question := sync.take_code(t, p_tbl, p_row, p_value #>> '{}');
    IF question IS NOT NULL THEN
      RETURN ROW('conflict', jsonb_build_object('conflict', question, 'kind', 'code'))::sync.verdict;
    END IF;
  ELSIF p_fld = 'team_id' THEN
    PERFORM sync.write(t, p_tbl, record_id, '{}');
    PERFORM sync.move_team(t, p_tbl, p_row, p_value #>> '{}');
  ELSE
    PERFORM sync.write(t, p_tbl, record_id, jsonb_build_object(p_fld, p_value));
    IF p_fld = 'credit_code' AND p_tbl = 'company' THEN
      PERFORM sync.notice_same_credit_code(t, sync.get_row(p_tbl, record_id));
    ELSIF p_fld = 'owner_id' AND p_tbl IN ('company', 'site', 'lead') THEN
      PERFORM sync.follow_owner(t, p_tbl, p_row, p_value #>> '{}');
      IF p_tbl IN ('site', 'lead') AND p_value #>> '{}' IS NULL THEN
        PERFORM sync.give_up_claims(t, p_tbl, p_row);
      END IF;
    ELSIF p_fld LIKE '%\_id' AND EXISTS (SELECT FROM sync.hanging h WHERE h.tbl = p_tbl AND h.fld = p_fld) THEN
      PERFORM sync.left_parent(t, p_tbl, record_id, p_row ->> p_fld);
      PERFORM sync.follow_parent(t, p_tbl, record_id);
    END IF;
  END IF;
  PERFORM sync.settle_by_edit(t, p_tbl, record_id, p_fld);
  RETURN ROW('applied', NULL)::sync.verdict;
END $$;
