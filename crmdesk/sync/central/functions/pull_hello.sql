-- `hello`: who is asking, what he may see, and where both stand (`sync.md` §2.6.1). The only reading function that writes: it notes the laptop,
-- and brings the rights up to date when a share has ended.

CREATE OR REPLACE FUNCTION sync_v1.hello(greeting jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me sec.login := sec.me();
  versions record := sync.pull_versions();
  said_version constant int := coalesce((greeting ->> 'version')::int, 0);
  said_cursor constant bigint := coalesce((greeting ->> 'cursor')::bigint, 0);
  head constant bigint := sync.pull_head();
  known record;
  teams jsonb := '{}';
  rights text;  -- `protocol.rights_mark`
BEGIN
  IF me.user_id IS NULL THEN
    RAISE EXCEPTION 'this login belongs to nobody here' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  IF EXISTS (SELECT FROM sec.vis v WHERE v.user_id = me.user_id AND least(v.read_until, v.write_until) <= now()) THEN
    PERFORM sec.rebuild_vis(ARRAY[me.user_id]);
    me := sec.me();
  END IF;
  -- a laptop of somebody else keeps its owner: for the asker it has no story, so that his push forks to a name of its own
  INSERT INTO sync.device AS d (id, user_id, label, schema_ver, seen_at)
  VALUES (left(greeting ->> 'device', 64), me.user_id, left(greeting ->> 'label', 200), said_version, now())
  ON CONFLICT (id) DO UPDATE SET label = excluded.label, schema_ver = excluded.schema_ver, seen_at = excluded.seen_at
    WHERE d.user_id = excluded.user_id;
  SELECT d.last_no, d.last_batch INTO known FROM sync.device d WHERE d.id = greeting ->> 'device' AND d.user_id = me.user_id;
  IF me.disabled_at IS NULL THEN
    SELECT jsonb_object_agg(v.team_id, v.can_write),
        encode(sha256(convert_to(string_agg(v.team_id || CASE WHEN v.can_write THEN '+' ELSE '-' END, '' ORDER BY v.team_id COLLATE "C"), 'UTF8')), 'hex')
      INTO teams, rights FROM sec.vis v WHERE v.user_id = me.user_id;
    teams := CASE WHEN rights = greeting ->> 'rights' THEN NULL ELSE coalesce(teams, '{}') END;
  END IF;
  RETURN jsonb_build_object(
    'user_id', me.user_id,
    'user_name', coalesce(sec.my_name(), me.user_id),
    'level', me.level,
    'state', CASE WHEN me.disabled_at IS NOT NULL THEN 'disabled' WHEN said_version < versions.oldest THEN 'update' ELSE 'ok' END,
    'teams', teams,
    'access', me.access_ver,
    'marks', coalesce((
      SELECT jsonb_agg(c.n ORDER BY c.n) FROM jsonb_to_recordset(coalesce(greeting -> 'marks', '[]')) AS m(stream int, n bigint, batch text)
      JOIN sync.commit c ON c.stream_id = m.stream AND c.n = m.n AND m.batch = c.mark), '[]'),
    'last_no', coalesce(known.last_no, 0),
    'last_batch', known.last_batch,
    'head', CASE WHEN me.disabled_at IS NULL THEN head ELSE 0 END,
    'head_batch', CASE WHEN me.disabled_at IS NULL THEN sync.pull_batch(head) ELSE '' END,
    'version', versions.version,
    'oldest_version', versions.oldest,
    'resync', said_cursor > 0 AND coalesce((
      SELECT c.at < now() - interval '180 days' FROM sync.commit c WHERE c.stream_id = 0 AND c.n > said_cursor ORDER BY c.n LIMIT 1), false),
    'now', sync.pull_moment(clock_timestamp()),
    'team', me.team_id);
END
$$;
