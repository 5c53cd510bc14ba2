-- `sync_v1.push`: laptops propose, the centre decides (`sync.md` §2.5, §2.8; `docs/adr/0016`). One call is one commit, or nothing.
--
--   push_00_turn      what every rule is told, values, writing a row       push_07_deletes   deleting and taking it back
--   push_01_rights    what the person may do, who is responsible           push_08_inserts   adding
--   push_02_questions conflicts and waiting edits                          push_09_merges    two records become one, and back
--   push_03_tree      roots, circles, bringing back                        push_10_claims    who holds a record
--   push_04_codes     customer codes, credit codes                         push_11_settling  answers to questions
--   push_05_teams     which team a record belongs to                       push_12_deciding  the order of the rules
--   push_06_edits     setting and moving                                   push_13_batch     a batch, one that fails
--   push_15_pool_rules  what a pool asks of who claims from it             push_14_replay    after an upgrade
--
-- `tests/sync/twin` says the same in plain Python and is compared with it operation by operation.
--
-- Order of locks: the laptop's row, then the stream's counter, held to the commit: so pushes of one stream are serialised, and what is checked
-- (codes, circles, claims) cannot race. `sync.get_row`, `put_row` and `add_row` are made by `row_functions.py`. At the end
-- `sync.derive_access(n, [[table, id, [old parents]] …])` brings `crm.reach` up to date; what changed it finds by `rv = n`.

CREATE OR REPLACE FUNCTION sync_v1.push(device text, no bigint, id text, prev text, sha text, body text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
  t sync.turn := sync.turn_of(device);
  known_device sync.device;
  known_batch sync.batch;
  taken record;
  result jsonb;
  commit_mark text;
BEGIN
  INSERT INTO sync.device (id, user_id, seen_at) VALUES (push.device, t.user_id, clock_timestamp()) ON CONFLICT DO NOTHING;
  SELECT * INTO known_device FROM sync.device d WHERE d.id = push.device FOR UPDATE;
  IF known_device.user_id <> t.user_id THEN
    RETURN jsonb_build_object('fork', jsonb_build_array(0, NULL));  -- somebody else's laptop: its story is not told
  END IF;
  SELECT * INTO known_batch FROM sync.batch b WHERE b.device_id = push.device AND b.no = push.no;
  IF known_batch.id = push.id AND known_batch.sha256 = push.sha THEN
    RETURN known_batch.result;
  ELSIF known_batch.id IS NOT NULL OR push.no IS DISTINCT FROM known_device.last_no + 1 OR push.prev IS DISTINCT FROM known_device.last_batch THEN
    RETURN jsonb_build_object('fork', jsonb_build_array(known_device.last_no, known_device.last_batch));
  ELSIF sha IS DISTINCT FROM encode(sha256(convert_to(body, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'the batch was damaged on its way' USING ERRCODE = 'protocol_violation';
  END IF;

  UPDATE sync.stream s SET n = s.n + 1 WHERE s.id = 0 RETURNING s.n INTO t.n;
  t.at := sync.now_text();
  t.reads := sec.my_teams();
  t.writes := sec.my_write_teams();
  INSERT INTO sync.commit (stream_id, n, batch_id, device_id, user_id, at) VALUES (0, t.n, push.id, push.device, t.user_id, t.at::timestamptz)
    RETURNING mark INTO commit_mark;
  taken := sync.take_ops(t, sync.body_of(body));
  result := jsonb_build_object('n', t.n, 'batch', push.id, 'mark', commit_mark, 'answers', taken.answers);
  IF taken.plain THEN  -- nine in ten: who sees what is as it was, what reaches a changed record changes with it
    PERFORM sync.reach_follow(t.n);
  ELSE
    PERFORM sync.finish_commit(t.n);
  END IF;
  INSERT INTO sync.batch (device_id, no, id, sha256, n, result) VALUES (push.device, push.no, push.id, push.sha, t.n, result);
  UPDATE sync.device d SET last_no = push.no, last_batch = push.id, seen_at = clock_timestamp() WHERE d.id = push.device;
  RETURN result;
END $$;

-- The operations of a batch. JSON may name the character NUL, which no text here can hold: it is left out.
CREATE FUNCTION sync.body_of(p_body text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN p_body::jsonb;
EXCEPTION WHEN untranslatable_character THEN
  RETURN regexp_replace(p_body, '(?<!\\)((?:\\\\)*)\\u0000', '\1', 'g')::jsonb;
END $$;

-- Brings rights and reach up to date with what a commit changed; the administration's commits end with it too.
CREATE FUNCTION sync.finish_commit(p_n bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM crm.team x WHERE x.stream_id = 0 AND x.rv = p_n) THEN
    PERFORM sec.rebuild_vis();
  END IF;
  PERFORM sync.derive_access(p_n, coalesce((
    SELECT jsonb_agg(jsonb_build_array(g.tbl, g.id, g.parents))
    FROM (SELECT p.tbl, p.id, jsonb_agg(p.parent) AS parents FROM sync.placed p WHERE p.n = p_n GROUP BY p.tbl, p.id) g), '[]'));
  DELETE FROM sync.placed p WHERE p.n = p_n;
END $$;
