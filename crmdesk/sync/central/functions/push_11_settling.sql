-- Answers of people to questions: an operation like any other, which can meet a newer state of things.

CREATE FUNCTION sync.resolve(t sync.turn) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  question constant jsonb := sync.get_row(t.tbl, t.pk);
BEGIN
  IF question IS NULL THEN
    RETURN sync.park(t, 'unknown_record', t.tbl, t.pk, NULL, NULL);
  ELSIF NOT sync.may_answer(t, question) THEN
    RETURN sync.park(t, 'access', t.tbl, t.pk, question ->> 'team_id', NULL);
  ELSIF question ->> 'state' <> 'open' THEN
    RETURN ROW('same', NULL)::sync.verdict;
  ELSIF t.fld = 'ask' THEN
    PERFORM sync.add_line(t, t.tbl, question);
    RETURN ROW('applied', NULL)::sync.verdict;
  ELSIF t.tbl = 'parked_edit' THEN
    RETURN sync.decide_parked(t, question);
  END IF;
  RETURN sync.settle_conflict(t, question);
END $$;

-- A conflict is settled by the two whose values met, or by who may write the record; who only sees it may talk. Of a waiting edit only who
-- decides it, though its author may talk.
CREATE FUNCTION sync.may_answer(t sync.turn, p_question jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF t.tbl = 'parked_edit' AND t.fld IS DISTINCT FROM 'ask' THEN
    RETURN coalesce(p_question ->> 'for_user' = t.user_id, false) OR sync.is_lead(t, p_question ->> 'team_id');
  END IF;
  RETURN sync.may_read(t, t.tbl, p_question) AND (t.fld IS NOT DISTINCT FROM 'ask'
    OR coalesce(t.user_id IN (p_question ->> 'mine_by', p_question ->> 'theirs_by'), false) OR sync.may_write(t, t.tbl, p_question));
END $$;

-- Dismisses a waiting edit, or carries it out as if the one who accepts had made it now.
CREATE FUNCTION sync.decide_parked(t sync.turn, p_parked jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  wanted sync.turn := t;
  here jsonb;
  found_verdict sync.verdict;
BEGIN
  IF t.fld = 'dismiss' THEN
    PERFORM sync.close(t, 'parked_edit', t.pk, 'dismissed', NULL);
    RETURN ROW('applied', NULL)::sync.verdict;
  ELSIF t.fld IS DISTINCT FROM 'accept' THEN
    RETURN sync.park(t, 'invalid', t.tbl, t.pk, p_parked ->> 'team_id', NULL);
  END IF;
  wanted.tbl := p_parked ->> 'tbl';
  wanted.pk := p_parked ->> 'record_id';
  wanted.kind := p_parked ->> 'kind';
  wanted.fld := p_parked ->> 'fld';
  wanted.new := nullif((p_parked ->> 'new')::jsonb, 'null');
  wanted.seen_rv := t.n;
  here := sync.get_row(wanted.tbl, sync.root(wanted.tbl, wanted.pk));
  wanted.old := CASE WHEN wanted.kind = 'resolve' THEN nullif((p_parked ->> 'old')::jsonb, 'null') ELSE nullif(here -> wanted.fld, 'null') END;
  found_verdict := sync.decide(wanted);
  IF found_verdict.outcome <> 'parked' THEN
    PERFORM sync.close(t, 'parked_edit', t.pk, 'accepted', NULL);
  END IF;
  RETURN found_verdict;
END $$;

CREATE FUNCTION sync.settle_conflict(t sync.turn, p_question jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  tbl constant text := p_question ->> 'tbl';
  here jsonb;
  found_verdict sync.verdict;
BEGIN
  IF coalesce(t.fld NOT IN ('keep', 'mine', 'other'), true) THEN
    RETURN sync.park(t, 'invalid', t.tbl, t.pk, p_question ->> 'team_id', NULL);
  END IF;
  IF t.fld <> 'keep' THEN
    here := sync.get_row(tbl, sync.root(tbl, p_question ->> 'record_id'));
    IF here IS NOT NULL AND p_question ->> 'kind' IN ('field', 'invalid', 'code') THEN
      RETURN sync.write_choice(t, p_question, here);
    ELSIF here IS NOT NULL AND t.fld = 'mine' THEN
      found_verdict := sync.do_after_all(t, p_question, here);
      IF found_verdict.outcome IS NOT NULL THEN
        RETURN found_verdict;
      END IF;
    END IF;
  END IF;
  PERFORM sync.close(t, 'conflict', t.pk, 'settled', t.fld);
  RETURN ROW('applied', NULL)::sync.verdict;
END $$;

-- The turn of an edit of the field in question, by who answers.
CREATE FUNCTION sync.as_edit(t sync.turn, p_question jsonb, p_id text) RETURNS sync.turn LANGUAGE plpgsql AS $$
DECLARE
  meant sync.turn := t;
BEGIN
  meant.tbl := p_question ->> 'tbl';
  meant.pk := p_id;
  meant.kind := 'set';
  meant.fld := p_question ->> 'fld';
  RETURN meant;
END $$;

-- Writes the chosen value if the field still holds what the person saw; else the question stays, brought up to date.
CREATE FUNCTION sync.write_choice(t sync.turn, p_question jsonb, p_row jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  tbl constant text := p_question ->> 'tbl';
  fld constant text := p_question ->> 'fld';
  meant constant sync.turn := sync.as_edit(t, p_question, p_row ->> 'id');
  field sync.field_policy;
  given record;
  found_verdict sync.verdict := sync.refused(meant, tbl, p_row);
BEGIN
  IF found_verdict.outcome IS NOT NULL THEN
    RETURN found_verdict;
  END IF;
  SELECT * INTO field FROM sync.field_policy f WHERE f.tbl = p_question ->> 'tbl' AND f.fld = p_question ->> 'fld';
  given := sync.typed(field.type, t.new);
  IF NOT given.fits THEN
    RETURN sync.park(t, 'invalid', t.tbl, t.pk, p_question ->> 'team_id', NULL);
  ELSIF NOT sync.same_value((sync.typed(field.type, t.old)).value, nullif(p_row -> fld, 'null'))
    OR (field.required AND coalesce(given.value, '""') = '""') THEN
    RETURN sync.stay_open(t, p_question, nullif(p_row -> fld, 'null'), p_row);
  END IF;
  IF given.value IS DISTINCT FROM nullif(p_row -> fld, 'null') THEN
    found_verdict := sync.put_choice(meant, tbl, p_row, given.value);
    IF found_verdict.outcome <> 'applied' THEN
      IF found_verdict.outcome = 'conflict' THEN  -- a new question takes the place of this one
        PERFORM sync.close(t, 'conflict', t.pk, 'settled', t.fld);
      END IF;
      RETURN found_verdict;
    END IF;
  END IF;
  PERFORM sync.close(t, 'conflict', t.pk, 'settled', t.fld);
  RETURN ROW('applied', NULL)::sync.verdict;
END $$;

CREATE FUNCTION sync.put_choice(t sync.turn, p_tbl text, p_row jsonb, p_value jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  here jsonb := p_row;
  wanted jsonb := p_value;
  hung sync.hanging;
  placed record;
  refusal sync.verdict;
BEGIN
  IF here ->> 'deleted_at' IS NOT NULL AND here ->> 'merged_into' IS NULL THEN
    PERFORM sync.revive(t, p_tbl, here ->> 'id', true);
    here := sync.get_row(p_tbl, here ->> 'id');
  END IF;
  SELECT * INTO hung FROM sync.hanging h WHERE h.tbl = p_tbl AND h.fld = t.fld;
  IF FOUND AND wanted IS NOT NULL THEN
    wanted := to_jsonb(sync.root(hung.parent, wanted #>> '{}'));
    refusal := sync.may_not_hang(t, p_tbl, here, hung.parent, wanted #>> '{}');
    IF refusal.outcome IS NULL AND hung.is_parent THEN
      placed := sync.hang(t, p_tbl, here, t.fld, hung.parent, wanted #>> '{}');
      refusal := placed.refusal;
      wanted := to_jsonb(placed.id);
    END IF;
    IF refusal.outcome IS NOT NULL THEN
      RETURN refusal;
    END IF;
  END IF;
  RETURN sync.apply_field(t, p_tbl, here, t.fld, wanted);
END $$;

-- Leaves a question open, with what the record has now.
CREATE FUNCTION sync.stay_open(t sync.turn, p_question jsonb, p_present jsonb, p_row jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  author constant record := sync.author_of(t, p_question ->> 'tbl', p_row, p_question ->> 'fld');
BEGIN
  UPDATE crm.conflict SET theirs = p_present::text, theirs_by = author.by_user, theirs_at = author.by_at, rv = t.n WHERE id = t.pk;
  RETURN ROW('conflict', jsonb_build_object('conflict', t.pk, 'kind', p_question ->> 'kind'))::sync.verdict;
END $$;

-- Does what was held up; null when there is nothing (more) to do.
CREATE FUNCTION sync.do_after_all(t sync.turn, p_question jsonb, p_row jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  tbl constant text := p_question ->> 'tbl';
  meant constant sync.turn := sync.as_edit(t, p_question, p_row ->> 'id');
  wanted constant jsonb := nullif((p_question ->> 'mine')::jsonb, 'null');
  found_verdict sync.verdict;
  above text;
BEGIN
  IF p_question ->> 'kind' NOT IN ('delete', 'cycle', 'merge') THEN
    RETURN NULL;
  END IF;
  found_verdict := sync.refused(meant, tbl, p_row);
  IF found_verdict.outcome IS NOT NULL THEN
    RETURN found_verdict;
  END IF;
  IF p_question ->> 'kind' = 'delete' THEN
    IF p_row ->> 'deleted_at' IS NULL THEN
      PERFORM sync.bury(t, tbl, p_row, wanted);
    END IF;
  ELSIF p_question ->> 'kind' = 'cycle' THEN
    PERFORM 1 FROM sync.lock l WHERE l.name = 'tree:company' FOR UPDATE;
    above := sync.root(tbl, wanted #>> '{}');
    IF sync.makes_circle(tbl, p_row ->> 'id', above) THEN
      RETURN sync.stay_open(t, p_question, nullif(p_row -> meant.fld, 'null'), p_row);
    END IF;
    PERFORM sync.apply_field(meant, tbl, p_row, meant.fld, to_jsonb(above));
  ELSE
    found_verdict := sync.merge_again(meant, tbl, p_row ->> 'id', wanted #>> '{}');
    IF found_verdict.outcome = 'parked' THEN
      RETURN found_verdict;
    END IF;
  END IF;
  RETURN NULL;
END $$;
