-- What is put to people: conflicts, and edits that wait for somebody's word. Ids follow from the operation, so that every centre makes the same.

-- Opens a question on a record, or brings the same person's open one on the same field up to date (row 4); its id.
CREATE FUNCTION sync.ask(t sync.turn, p_kind text, p_tbl text, p_row jsonb, p_fld text, p_theirs jsonb, p_mine jsonb, p_base jsonb)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  made constant text := md5('conflict' || t.op_id || p_kind);
  waiting text;
  theirs_by text := p_row ->> 'by_user';
  theirs_at text := p_row ->> 'by_at';
BEGIN
  IF p_kind = 'field' THEN
    SELECT c.id INTO waiting FROM crm.conflict c
      WHERE c.record_id = p_row ->> 'id' AND c.state = 'open' AND c.tbl = p_tbl AND c.fld = p_fld AND c.mine_by = t.user_id
      ORDER BY c.rv, c.id LIMIT 1;
    IF waiting IS NOT NULL THEN
      UPDATE crm.conflict SET mine = p_mine::text, op_id = t.op_id, mine_at = t.made_at, rv = t.n WHERE id = waiting;
      RETURN waiting;
    END IF;
    SELECT a.by_user, a.by_at INTO theirs_by, theirs_at FROM sync.author_of(t, p_tbl, p_row, p_fld) a;
  END IF;
  INSERT INTO crm.conflict (id, team_id, rv, tbl, record_id, kind, fld, op_id, base, theirs, mine, theirs_by, theirs_at, mine_by, mine_at, state)
  VALUES (made, p_row ->> 'team_id', t.n, p_tbl, p_row ->> 'id', p_kind, p_fld, t.op_id, p_base::text, p_theirs::text, p_mine::text,
    theirs_by, theirs_at, t.user_id, t.made_at, 'open')
  ON CONFLICT (id) DO UPDATE SET theirs = excluded.theirs, mine = excluded.mine
    WHERE excluded.kind = 'code' AND conflict.record_id = excluded.record_id;  -- coming back it lost a code, and does not get the new one
  RETURN made;
END $$;

-- Who wrote a field last, before this commit, and when; of the record where nobody is known.
CREATE FUNCTION sync.author_of(t sync.turn, p_tbl text, p_row jsonb, p_fld text, OUT by_user text, OUT by_at text) LANGUAGE plpgsql AS $$
BEGIN
  SELECT c.user_id, to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') INTO by_user, by_at
    FROM sync.op o JOIN sync.commit c ON c.stream_id = 0 AND c.n = o.n
    WHERE o.about_id = p_row ->> 'id' AND o.about_tbl = p_tbl AND o.n < t.n AND o.outcome = 'applied'
      AND (o.fld = p_fld OR o.kind IN ('ins', 'resolve'))
    ORDER BY o.n DESC LIMIT 1;
  IF NOT FOUND THEN
    by_user := p_row ->> 'by_user';
    by_at := p_row ->> 'by_at';
  END IF;
END $$;

-- Opens a question and answers that it is one.
CREATE FUNCTION sync.conflict(t sync.turn, p_kind text, p_tbl text, p_row jsonb, p_fld text, p_theirs jsonb, p_mine jsonb, p_base jsonb)
RETURNS sync.verdict LANGUAGE plpgsql AS $$
BEGIN
  RETURN ROW('conflict', jsonb_build_object(
    'conflict', sync.ask(t, p_kind, p_tbl, p_row, p_fld, p_theirs, p_mine, p_base), 'kind', p_kind))::sync.verdict;
END $$;

-- Keeps an edit for the word of the person responsible, or of who manages the team. Nobody is told what the record holds.
CREATE FUNCTION sync.park(t sync.turn, p_why text, p_tbl text, p_id text, p_team text, p_for text) RETURNS sync.verdict
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO crm.parked_edit AS p (id, team_id, rv, tbl, record_id, op_id, why, kind, fld, old, new, by_user, made_at, for_user, state)
  VALUES (md5('parked' || t.op_id), coalesce(p_team, t.own_team), t.n, p_tbl, p_id, t.op_id, p_why, t.kind, t.fld, t.old::text, t.new::text,
    t.user_id, t.made_at, p_for, 'open')
  ON CONFLICT (id) DO NOTHING;
  RETURN ROW('parked', jsonb_build_object('why', p_why))::sync.verdict;
END $$;

-- The same for an existing record: kept for whoever is responsible for it.
CREATE FUNCTION sync.park_on(t sync.turn, p_why text, p_tbl text, p_id text) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  found_row constant jsonb := sync.get_row(p_tbl, p_id);
BEGIN
  RETURN sync.park(t, p_why, p_tbl, p_id, found_row ->> 'team_id', sync.holder_of(p_tbl, found_row));
END $$;

-- Settles a question or a waiting edit.
CREATE FUNCTION sync.close(t sync.turn, p_tbl text, p_id text, p_state text, p_choice text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_tbl = 'conflict' THEN
    UPDATE crm.conflict SET state = p_state, settled_by = t.user_id, settled_at = t.at, choice = coalesce(p_choice, choice), rv = t.n
      WHERE id = p_id;
  ELSE
    UPDATE crm.parked_edit SET state = p_state, settled_by = t.user_id, settled_at = t.at, rv = t.n WHERE id = p_id;
  END IF;
END $$;

-- An edit by one of the two parties answers their open question on that field.
CREATE FUNCTION sync.settle_by_edit(t sync.turn, p_tbl text, p_id text, p_fld text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE crm.conflict SET state = 'settled', choice = 'other', settled_by = t.user_id, settled_at = t.at, rv = t.n
  WHERE record_id = p_id AND state = 'open' AND tbl = p_tbl AND fld = p_fld AND t.user_id IN (theirs_by, mine_by);
END $$;

-- Adds one line of talk.
CREATE FUNCTION sync.add_line(t sync.turn, p_tbl text, p_row jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM sync.touch(t, p_tbl, p_row ->> 'id', jsonb_build_object('note',
    concat_ws(E'\n', p_row ->> 'note', t.user_id || '|' || t.at || '|' || coalesce(t.new #>> '{}', ''))));
END $$;
