-- What every rule of `push` is told, and small words they share. Internals of schema `sync` are reachable through `sync_v1.push` alone, whose
-- search path holds for them; they name every object with its schema.
--
-- Nulls: a missing value is SQL's NULL everywhere, never JSON's `null`.

-- One operation's turn: who asks, what he may, which commit it is, and the operation itself.
CREATE TYPE sync.turn AS (
  user_id text, own_team text, level text, disabled boolean, reads text[], writes text[],
  device text, n bigint, at text,
  op_id text, tx text, tbl text, pk text, kind text, fld text, old jsonb, new jsonb, seen_rv bigint, made_at text
);

-- What became of it, and what the laptop is told beside it.
CREATE TYPE sync.verdict AS (outcome text, info jsonb);

-- The centre's clock as everything here writes it: UTC, milliseconds.
CREATE FUNCTION sync.now_text() RETURNS text LANGUAGE sql VOLATILE
RETURN to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

CREATE FUNCTION sync.days_after(p_at text, p_days bigint) RETURNS text LANGUAGE sql STABLE
RETURN to_char((p_at::timestamptz AT TIME ZONE 'UTC') + p_days * interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- Who pushes, disabled or not.
CREATE FUNCTION sync.turn_of(p_device text) RETURNS sync.turn LANGUAGE plpgsql AS $$
DECLARE
  me sec.login := sec.me();
  t sync.turn;
BEGIN
  IF me.user_id IS NULL THEN
    RAISE EXCEPTION 'this login belongs to nobody here' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  t.user_id := me.user_id;
  t.own_team := coalesce(me.team_id, me.user_id);
  t.level := me.level;
  t.disabled := me.disabled_at IS NOT NULL;
  t.device := p_device;
  RETURN t;
END $$;

-- Whether a field holds what somebody saw; long texts are compared by their SHA-256.
CREATE FUNCTION sync.same_value(p_seen jsonb, p_present jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF jsonb_typeof(p_seen) = 'object' THEN
    RETURN coalesce(jsonb_typeof(p_present) = 'string'
      AND p_seen ->> 'sha256' = encode(sha256(convert_to(p_present #>> '{}', 'UTF8')), 'hex'), false);
  END IF;
  RETURN p_seen IS NOT DISTINCT FROM p_present;
END $$;

-- A value as its field's type keeps it; null has every type. `fits` is false for another type and for endless text.
CREATE FUNCTION sync.typed(p_type text, p_value jsonb, OUT fits boolean, OUT value jsonb) LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  value := p_value;
  IF p_value IS NULL THEN
    fits := true;
  ELSIF p_type = 'text' THEN
    fits := jsonb_typeof(p_value) = 'string' AND char_length(p_value #>> '{}') <= 100000;
  ELSIF jsonb_typeof(p_value) <> 'number' THEN
    fits := false;
  ELSIF p_type = 'int' THEN
    fits := p_value::text ~ '^-?\d{1,18}$';
  ELSE
    fits := true;
    value := to_jsonb((p_value #>> '{}')::float8);
  END IF;
END $$;

-- Writes members of a row as the person of this turn.
CREATE FUNCTION sync.write(t sync.turn, p_tbl text, p_id text, p_patch jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM sync.put_row(p_tbl, p_id, p_patch || jsonb_build_object('rv', t.n, 'by_user', t.user_id, 'by_at', t.at));
END $$;

-- Gives a row the commit's number, with members that changed though not by this person's own word.
CREATE FUNCTION sync.touch(t sync.turn, p_tbl text, p_id text, p_patch jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM sync.put_row(p_tbl, p_id, p_patch || jsonb_build_object('rv', t.n));
END $$;

-- Remembers where a record hung, for `sync.derive_access`.
CREATE FUNCTION sync.left_parent(t sync.turn, p_tbl text, p_id text, p_parent text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_parent IS NOT NULL THEN
    INSERT INTO sync.placed (n, tbl, id, parent) VALUES (t.n, p_tbl, p_id, p_parent) ON CONFLICT DO NOTHING;
  END IF;
END $$;
