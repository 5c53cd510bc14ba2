-- After an upgrade: edits that waited because this centre did not know their table or field are taken as their makers' now (`sync.md` §2.8, 29).

CREATE FUNCTION sync.replay_parked() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  parked crm.parked_edit;
  t sync.turn;
  found_verdict sync.verdict;
  n bigint;
  taken int := 0;
BEGIN
  FOR parked IN SELECT * FROM crm.parked_edit p WHERE p.state = 'open' AND p.why = 'schema' ORDER BY p.rv, p.made_at, p.id LOOP
    t := sync.turn_of_parked(parked, coalesce(n, 0));
    CONTINUE WHEN t.user_id IS NULL OR NOT coalesce(sync.understands(t), false);
    IF n IS NULL THEN
      UPDATE sync.stream s SET n = s.n + 1 WHERE s.id = 0 RETURNING s.n INTO n;
      INSERT INTO sync.commit (stream_id, n, batch_id, at) VALUES (0, n, md5('replay' || n), t.at::timestamptz);
      t.n := n;
    END IF;
    BEGIN
      found_verdict := sync.decide(t);
    EXCEPTION WHEN OTHERS THEN
      CONTINUE;  -- it goes on waiting; an upgrade does not fail for it
    END;
    taken := taken + 1;
    IF found_verdict.outcome = 'parked' THEN
      UPDATE crm.parked_edit SET why = found_verdict.info ->> 'why', rv = n WHERE id = parked.id;
    ELSE
      UPDATE crm.parked_edit SET state = 'accepted', settled_at = t.at, rv = n WHERE id = parked.id;
      UPDATE sync.op SET outcome = found_verdict.outcome, info = found_verdict.info, n = t.n WHERE id = t.op_id;
    END IF;
  END LOOP;
  IF n IS NOT NULL THEN
    PERFORM sync.finish_commit(n);
  END IF;
  RETURN taken;
END $$;

-- The turn of a waiting edit, with the rights its maker has now; nobody's when the login is gone or shut out.
CREATE FUNCTION sync.turn_of_parked(p_parked crm.parked_edit, p_n bigint) RETURNS sync.turn LANGUAGE plpgsql AS $$
DECLARE
  t sync.turn;
BEGIN
  SELECT l.user_id, coalesce(l.team_id, l.user_id), l.level, false INTO t.user_id, t.own_team, t.level, t.disabled
    FROM sec.login l WHERE l.user_id = p_parked.by_user AND l.disabled_at IS NULL;
  SELECT array_agg(v.team_id), array_agg(v.team_id) FILTER (WHERE v.can_write) INTO t.reads, t.writes
    FROM sec.vis v WHERE v.user_id = p_parked.by_user AND (v.read_until IS NULL OR v.read_until > now());
  t.n := p_n;
  t.at := sync.now_text();
  t.op_id := p_parked.op_id;
  t.tbl := p_parked.tbl;
  t.pk := p_parked.record_id;
  t.kind := p_parked.kind;
  t.fld := p_parked.fld;
  t.old := nullif(p_parked.old::jsonb, 'null');
  t.new := nullif(p_parked.new::jsonb, 'null');
  t.made_at := p_parked.made_at;
  RETURN t;
END $$;
