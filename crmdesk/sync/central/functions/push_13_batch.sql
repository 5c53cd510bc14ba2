-- A batch operation by operation: each counts once, one that fails unexpectedly is parked and does not hold up the others.

-- What became of one operation, and what is kept of it for ever: the record it was about and the value found there.
CREATE TYPE sync.taken AS (about_tbl text, about_id text, prev jsonb, outcome text, info jsonb);

CREATE FUNCTION sync.take_op(t sync.turn) RETURNS sync.taken LANGUAGE plpgsql AS $$
DECLARE
  taken sync.taken;
  subject record;
  found_verdict sync.verdict;
BEGIN
  IF t.kind IN ('set', 'move') AND NOT t.disabled AND sync.set_plainly(t) THEN
    RETURN ROW(t.tbl, t.pk, t.old, 'applied', NULL)::sync.taken;
  END IF;
  subject := sync.subject(t);
  taken.about_tbl := subject.tbl;
  taken.about_id := subject.id;
  IF t.fld IS NOT NULL THEN
    taken.prev := nullif(sync.get_row(subject.tbl, subject.id) -> t.fld, 'null');
  END IF;
  found_verdict := sync.decide(t);
  taken.outcome := found_verdict.outcome;
  taken.info := found_verdict.info;
  RETURN taken;
END $$;

-- The plain case in one statement, nine in ten of all: a field without consequences of a living record of a team the person may write, which holds
-- what he saw, and on which nothing is asked. False, and nothing done, in any other case: the rules decide then.
CREATE FUNCTION sync.set_plainly(t sync.turn) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  field sync.field_policy;
  written int;
BEGIN
  SELECT * INTO field FROM sync.field_policy f WHERE f.tbl = t.tbl AND f.fld = t.fld;
  IF NOT coalesce(field.plain, false) OR t.new IS NOT DISTINCT FROM t.old OR jsonb_typeof(t.old) = 'object'
    OR (field.required AND coalesce(t.new, '""') = '""') OR NOT (sync.typed(field.type, t.new)).fits OR NOT (sync.typed(field.type, t.old)).fits
    OR EXISTS (SELECT FROM crm.conflict c WHERE c.record_id = t.pk AND c.state = 'open') THEN
    RETURN false;
  END IF;
  EXECUTE format('UPDATE crm.%I SET %I = $1%s, rv = $3, by_user = $4, by_at = $5 WHERE id = $6 AND %2$I IS NOT DISTINCT FROM $2%3$s
      AND team_id = ANY ($7) AND deleted_at IS NULL AND merged_into IS NULL', t.tbl, t.fld,
      CASE field.type WHEN 'int' THEN '::bigint' WHEN 'float' THEN '::float8' END)
    USING t.new #>> '{}', t.old #>> '{}', t.n, t.user_id, t.at, t.pk, t.writes;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written = 1;
END $$;

-- The operation's members in their places; SQL's null for JSON's.
CREATE FUNCTION sync.turn_for(t sync.turn, p_op jsonb) RETURNS sync.turn LANGUAGE plpgsql AS $$
DECLARE
  turn sync.turn := t;
BEGIN
  turn.op_id := p_op ->> 0;
  turn.tx := p_op ->> 1;
  turn.tbl := p_op ->> 2;
  turn.pk := p_op ->> 3;
  turn.kind := p_op ->> 4;
  turn.fld := p_op ->> 5;
  turn.old := nullif(p_op -> 6, 'null');
  turn.new := nullif(p_op -> 7, 'null');
  turn.seen_rv := (p_op ->> 8)::bigint;
  turn.made_at := p_op ->> 9;
  RETURN turn;
END $$;

-- Keeps what was taken: history for people, and the answer to an operation that comes again.
CREATE FUNCTION sync.keep_ops(t sync.turn, p_ops jsonb, p_first int, p_taken sync.taken[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sync.op (id, stream_id, n, device_id, user_id, tx, tbl, pk, about_tbl, about_id, kind, fld, old, new, prev, seen_rv, outcome, info, made_at)
  SELECT o.op ->> 0, 0, t.n, t.device, t.user_id, o.op ->> 1, o.op ->> 2, o.op ->> 3, k.about_tbl, k.about_id, o.op ->> 4, o.op ->> 5,
    nullif(o.op -> 6, 'null'), nullif(o.op -> 7, 'null'), k.prev, (o.op ->> 8)::bigint, k.outcome, k.info, o.op ->> 9
  FROM unnest(p_taken) WITH ORDINALITY k(about_tbl, about_id, prev, outcome, info, place)
  JOIN jsonb_array_elements(p_ops) WITH ORDINALITY o(op, place) ON o.place = p_first + k.place;
END $$;

-- Takes the operations of a batch that the centre does not know yet. They share one savepoint; after an error those before the culprit are taken
-- again, the culprit is parked, and the rest goes on: two savepoints an error, so that thousands of good operations cost one.
CREATE FUNCTION sync.take_new_ops(t sync.turn, p_ops jsonb) RETURNS jsonb[] LANGUAGE plpgsql AS $$
DECLARE
  last constant int := jsonb_array_length(p_ops) - 1;
  first int := 0;
  upto int := jsonb_array_length(p_ops) - 1;
  place int;
  one sync.taken;
  taken sync.taken[];
  answers jsonb[] := '{}';
  part jsonb[];
BEGIN
  WHILE first <= last LOOP
    part := '{}';
    taken := '{}';
    BEGIN
      FOR i IN first .. upto LOOP
        place := i;
        one := sync.take_op(sync.turn_for(t, p_ops -> i));
        taken := taken || one;
        IF one.outcome <> 'applied' THEN
          part := part || jsonb_build_array(p_ops -> i -> 0, one.outcome, one.info);
        END IF;
      END LOOP;
      PERFORM sync.keep_ops(t, p_ops, first, taken);
      first := upto + 1;
      upto := last;
      answers := answers || part;
    EXCEPTION WHEN OTHERS THEN
      IF left(SQLSTATE, 2) IN ('08', '25', '40', '53', '54', '55', '57', '58') THEN
        RAISE;  -- passes: the laptop sends the batch again
      END IF;
      IF place > first THEN
        upto := place - 1;  -- those before it were fine: again, without it
      ELSE
        answers := answers || jsonb_build_array(p_ops -> place -> 0, 'parked', sync.park_failed(t, p_ops, place));
        first := place + 1;
        upto := last;
      END IF;
    END;
  END LOOP;
  RETURN answers;
END $$;

-- Keeps an operation that failed unexpectedly; what PostgreSQL said is not told to laptops.
CREATE FUNCTION sync.park_failed(t sync.turn, p_ops jsonb, p_place int) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  turn constant sync.turn := sync.turn_for(t, p_ops -> p_place);
  found_verdict sync.verdict;
BEGIN
  found_verdict := sync.park_on(turn, 'error', turn.tbl, turn.pk);
  PERFORM sync.keep_ops(t, p_ops, p_place, ARRAY[ROW(turn.tbl, turn.pk, NULL, found_verdict.outcome, found_verdict.info)::sync.taken]);
  RETURN found_verdict.info;
END $$;

-- Answers to all operations of a batch that are not plainly applied; one the centre knows already gets its answer of then.
CREATE FUNCTION sync.take_ops(t sync.turn, p_ops jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  fresh jsonb;
  known jsonb[];
BEGIN
  SELECT jsonb_agg(x.op ORDER BY x.place) FILTER (WHERE o.id IS NULL),
    array_agg(jsonb_build_array(o.id, o.outcome, o.info) ORDER BY x.place) FILTER (WHERE o.outcome <> 'applied')
  INTO fresh, known
  FROM (SELECT DISTINCT ON (e.op ->> 0) e.op, e.place FROM jsonb_array_elements(p_ops) WITH ORDINALITY e(op, place)
        ORDER BY e.op ->> 0, e.place) x
  LEFT JOIN sync.op o ON o.id = x.op ->> 0;
  RETURN coalesce(to_jsonb(coalesce(known, '{}') || sync.take_new_ops(t, coalesce(fresh, '[]'))), '[]');
END $$;
