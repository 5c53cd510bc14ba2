-- A batch operation by operation: each counts once, one that fails unexpectedly is parked and does not hold up the others.

-- Decides one operation, once and for all, and keeps it for ever.
CREATE FUNCTION sync.take_op(t sync.turn, p_op jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  turn sync.turn := t;
  subject record;
  prev jsonb;
  found_verdict sync.verdict;
BEGIN
  SELECT o.outcome, o.info INTO found_verdict FROM sync.op o WHERE o.id = p_op ->> 0;
  IF FOUND THEN
    RETURN found_verdict;
  END IF;
  turn := sync.turn_for(t, p_op);
  subject := sync.subject(turn);
  IF turn.fld IS NOT NULL THEN
    prev := nullif(sync.get_row(subject.tbl, subject.id) -> turn.fld, 'null');
  END IF;
  found_verdict := sync.decide(turn);
  PERFORM sync.keep_op(turn, subject.tbl, subject.id, prev, found_verdict);
  RETURN found_verdict;
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

CREATE FUNCTION sync.keep_op(t sync.turn, p_tbl text, p_id text, p_prev jsonb, p_verdict sync.verdict) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sync.op (id, stream_id, n, device_id, user_id, tx, tbl, pk, about_tbl, about_id, kind, fld, old, new, prev, seen_rv, outcome, info, made_at)
  VALUES (t.op_id, 0, t.n, t.device, t.user_id, t.tx, t.tbl, t.pk, p_tbl, p_id, t.kind, t.fld, t.old, t.new, p_prev, t.seen_rv,
    p_verdict.outcome, p_verdict.info, t.made_at);
END $$;

-- Takes operations `p_from` to `p_to` of a batch. They share one savepoint; after an error those before the culprit are taken again, the culprit
-- is parked, and the rest goes on: two savepoints an error, so that thousands of good operations cost one.
CREATE FUNCTION sync.take_ops(t sync.turn, p_ops jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  last constant int := jsonb_array_length(p_ops) - 1;
  first int := 0;
  upto int := jsonb_array_length(p_ops) - 1;
  place int;
  found_verdict sync.verdict;
  answers jsonb[] := '{}';
  part jsonb[];
BEGIN
  WHILE first <= last LOOP
    part := '{}';
    BEGIN
      FOR i IN first .. upto LOOP
        place := i;
        found_verdict := sync.take_op(t, p_ops -> i);
        IF found_verdict.outcome <> 'applied' THEN
          part := part || jsonb_build_array(p_ops -> i -> 0, found_verdict.outcome, found_verdict.info);
        END IF;
      END LOOP;
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
        answers := answers || jsonb_build_array(p_ops -> place -> 0, 'parked', sync.park_failed(t, p_ops -> place));
        first := place + 1;
        upto := last;
      END IF;
    END;
  END LOOP;
  RETURN coalesce(to_jsonb(answers), '[]');
END $$;

-- Keeps an operation that failed unexpectedly; what PostgreSQL said is not told to laptops.
CREATE FUNCTION sync.park_failed(t sync.turn, p_op jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  turn constant sync.turn := sync.turn_for(t, p_op);
  found_verdict sync.verdict;
BEGIN
  found_verdict := sync.park_on(turn, 'error', turn.tbl, turn.pk);
  PERFORM sync.keep_op(turn, turn.tbl, turn.pk, NULL, found_verdict);
  RETURN found_verdict.info;
END $$;
