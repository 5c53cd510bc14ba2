-- A batch operation by operation: each counts once, one that fails unexpectedly is parked and does not hold up the others.

-- What became of one operation, and what is kept of it for ever: the record it was about and the value found there. `plain`: a field without
-- consequences was set and nothing else happened.
CREATE TYPE sync.taken AS (about_tbl text, about_id text, prev jsonb, outcome text, info jsonb, plain boolean);

CREATE FUNCTION sync.take_op(t sync.turn) RETURNS sync.taken LANGUAGE plpgsql AS $$
DECLARE
  taken sync.taken;
  subject record;
  found_verdict sync.verdict;
BEGIN
  IF t.kind IN ('set', 'move') AND NOT t.disabled AND sync.set_plainly(t) THEN
    RETURN ROW(t.tbl, t.pk, t.old, 'applied', NULL, true)::sync.taken;
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
  taken.plain := false;
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

-- The plain cases at the head of a batch, field by field instead of one by one: up to the first operation that is no plain set. Nothing in such a
-- stretch depends on the order but what is said of one field several times: there a chain, each seeing what the one before wrote, is one write.
-- Which were taken, from `p_first` on; the others are decided by the rules, in their places.
CREATE FUNCTION sync.set_run(t sync.turn, p_ops jsonb, p_first int, p_last int) RETURNS boolean[] LANGUAGE plpgsql AS $$
DECLARE
  hit boolean[] := '{}';
  same record;
  written text[];
  places text;
  place int;
BEGIN
  FOR same IN
    WITH told AS (
      SELECT e.place::int AS place, e.op ->> 2 AS tbl, e.op ->> 3 AS pk, e.op ->> 5 AS fld, nullif(e.op -> 6, 'null') AS old,
        nullif(e.op -> 7, 'null') AS new, e.op ->> 4 AS kind
      FROM jsonb_array_elements(p_ops) WITH ORDINALITY e(op, place) WHERE e.place BETWEEN p_first + 1 AND p_last + 1),
    judged AS (
      SELECT o.*, f.type, o.kind IN ('set', 'move') AND coalesce(f.plain, false) AND o.new IS DISTINCT FROM o.old
          AND coalesce(jsonb_typeof(o.old), '') <> 'object' AND NOT (f.required AND coalesce(o.new, '""') = '""')
          AND (sync.typed(f.type, o.new)).fits AND (sync.typed(f.type, o.old)).fits AS is_plain,
        row_number() OVER same_field = 1 OR o.old IS NOT DISTINCT FROM lag(o.new) OVER same_field AS is_link
      FROM told o LEFT JOIN sync.field_policy f ON f.tbl = o.tbl AND f.fld = o.fld
      WINDOW same_field AS (PARTITION BY o.tbl, o.pk, o.fld ORDER BY o.place)),
    stretch AS (
      SELECT j.*, bool_and(j.is_link) OVER (PARTITION BY j.tbl, j.pk, j.fld ORDER BY j.place) AS is_chained FROM judged j
      WHERE j.place < (SELECT coalesce(min(k.place), p_last + 2) FROM judged k WHERE NOT k.is_plain)),
    chain AS (
      SELECT r.tbl, r.fld, r.type, r.pk, (array_agg(r.old ORDER BY r.place))[1] #>> '{}' AS old,
        (array_agg(r.new ORDER BY r.place DESC))[1] #>> '{}' AS new, array_agg(r.place)::text AS places
      FROM stretch r WHERE r.is_chained AND NOT EXISTS (SELECT FROM crm.conflict c WHERE c.record_id = r.pk AND c.state = 'open')
      GROUP BY r.tbl, r.fld, r.type, r.pk)
    SELECT c.tbl, c.fld, c.type, array_agg(c.pk) AS pks, array_agg(c.old) AS olds, array_agg(c.new) AS news, array_agg(c.places) AS places
    FROM chain c GROUP BY c.tbl, c.fld, c.type
  LOOP
    EXECUTE format('WITH written AS (UPDATE crm.%I x SET %I = r.new%s, rv = $5, by_user = $6, by_at = $7
        FROM unnest($1, $2, $3, $4) r(pk, old, new, places) WHERE x.id = r.pk AND x.%2$I IS NOT DISTINCT FROM r.old%3$s
          AND x.team_id = ANY ($8) AND x.deleted_at IS NULL AND x.merged_into IS NULL RETURNING r.places) SELECT array_agg(places) FROM written',
        same.tbl, same.fld, CASE same.type WHEN 'int' THEN '::bigint' WHEN 'float' THEN '::float8' ELSE '' END)
      INTO written USING same.pks, same.olds, same.news, same.places, t.n, t.user_id, t.at, t.writes;
    FOREACH places IN ARRAY coalesce(written, '{}') LOOP
      FOREACH place IN ARRAY places::int[] LOOP
        hit[place - p_first] := true;
      END LOOP;
    END LOOP;
  END LOOP;
  RETURN hit;
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
  FROM unnest(p_taken) WITH ORDINALITY k(about_tbl, about_id, prev, outcome, info, plain, place)
  JOIN jsonb_array_elements(p_ops) WITH ORDINALITY o(op, place) ON o.place = p_first + k.place;
  PERFORM sync.prolong_claims(t, ARRAY(
    SELECT DISTINCT x.id FROM unnest(p_taken) WITH ORDINALITY k(about_tbl, about_id, prev, outcome, info, plain, place),
      LATERAL (VALUES (CASE WHEN k.about_tbl IN ('company', 'site', 'contact', 'lead') THEN k.about_id END),
        (CASE WHEN p_ops -> (p_first + k.place - 1)::int -> 7 ? 'site_id'
          THEN sync.root('site', p_ops -> (p_first + k.place - 1)::int -> 7 ->> 'site_id') END),
        (p_ops -> (p_first + k.place - 1)::int -> 7 ->> 'lead_id')) x(id)
    WHERE k.outcome = 'applied' AND x.id IS NOT NULL));
END $$;

-- Takes the operations of a batch that the centre does not know yet. They share one savepoint; after an error those before the culprit are taken
-- again, the culprit is parked, and the rest goes on: two savepoints an error, so that thousands of good operations cost one.
-- `plain`: all of them were.
CREATE FUNCTION sync.take_new_ops(t sync.turn, p_ops jsonb, OUT answers jsonb[], OUT plain boolean) LANGUAGE plpgsql AS $$
DECLARE
  last constant int := jsonb_array_length(p_ops) - 1;
  first int := 0;
  upto int := jsonb_array_length(p_ops) - 1;
  place int;
  one sync.taken;
  taken sync.taken[];
  part jsonb[];
  hit boolean[];
  is_first_try boolean := true;
BEGIN
  answers := '{}';
  plain := true;
  WHILE first <= last LOOP
    part := '{}';
    taken := '{}';
    place := first;
    BEGIN
      hit := CASE WHEN is_first_try AND NOT t.disabled THEN sync.set_run(t, p_ops, first, upto) ELSE '{}' END;
      FOR i IN first .. upto LOOP
        place := i;
        IF hit[i - first + 1] THEN
          one := ROW(p_ops -> i ->> 2, p_ops -> i ->> 3, nullif(p_ops -> i -> 6, 'null'), 'applied', NULL, true)::sync.taken;
        ELSE
          one := sync.take_op(sync.turn_for(t, p_ops -> i));
        END IF;
        taken := taken || one;
        IF one.outcome <> 'applied' THEN
          part := part || jsonb_build_array(p_ops -> i -> 0, one.outcome, one.info);
        END IF;
      END LOOP;
      PERFORM sync.keep_ops(t, p_ops, first, taken);
      plain := plain AND NOT EXISTS (SELECT FROM unnest(taken) k WHERE NOT k.plain);
      first := upto + 1;
      upto := last;
      answers := answers || part;
    EXCEPTION WHEN OTHERS THEN
      IF left(SQLSTATE, 2) IN ('08', '25', '40', '53', '54', '55', '57', '58') THEN
        RAISE;  -- passes: the laptop sends the batch again
      END IF;
      IF is_first_try THEN
        is_first_try := false;  -- one by one, to know the culprit
      ELSIF place > first THEN
        upto := place - 1;  -- those before it were fine: again, without it
      ELSE
        answers := answers || jsonb_build_array(p_ops -> place -> 0, 'parked', sync.park_failed(t, p_ops, place));
        plain := false;
        first := place + 1;
        upto := last;
      END IF;
    END;
  END LOOP;
END $$;

-- Keeps an operation that failed unexpectedly; what PostgreSQL said is not told to laptops.
CREATE FUNCTION sync.park_failed(t sync.turn, p_ops jsonb, p_place int) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  turn constant sync.turn := sync.turn_for(t, p_ops -> p_place);
  found_verdict sync.verdict;
BEGIN
  found_verdict := sync.park_on(turn, 'error', turn.tbl, turn.pk);
  PERFORM sync.keep_ops(t, p_ops, p_place, ARRAY[ROW(turn.tbl, turn.pk, NULL, found_verdict.outcome, found_verdict.info, false)::sync.taken]);
  RETURN found_verdict.info;
END $$;

-- Answers to all operations of a batch that are not plainly applied; one the centre knows already gets its answer of then. `plain`: those it did
-- not know were.
CREATE FUNCTION sync.take_ops(t sync.turn, p_ops jsonb, OUT answers jsonb, OUT plain boolean) LANGUAGE plpgsql AS $$
DECLARE
  fresh jsonb;
  known jsonb[];
  taken record;
BEGIN
  SELECT jsonb_agg(x.op ORDER BY x.place) FILTER (WHERE o.id IS NULL),
    array_agg(jsonb_build_array(o.id, o.outcome, o.info) ORDER BY x.place) FILTER (WHERE o.outcome <> 'applied')
  INTO fresh, known
  FROM (SELECT DISTINCT ON (e.op ->> 0) e.op, e.place FROM jsonb_array_elements(p_ops) WITH ORDINALITY e(op, place)
        ORDER BY e.op ->> 0, e.place) x
  LEFT JOIN sync.op o ON o.id = x.op ->> 0;
  taken := sync.take_new_ops(t, coalesce(fresh, '[]'));
  answers := coalesce(to_jsonb(coalesce(known, '{}') || taken.answers), '[]');
  plain := taken.plain;
END $$;
