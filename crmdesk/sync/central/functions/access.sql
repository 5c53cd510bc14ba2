-- Who is asking, and which teams he sees (`sync.md` §2.3, §3.1, §3.3). Identity is the login role: nothing a laptop can SET changes it.

-- The login of this session, a disabled one too; no row for a role that is nobody here.
CREATE OR REPLACE FUNCTION sec.me() RETURNS sec.login
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT l.* FROM sec.login l
  WHERE CASE WHEN session_user = 'crm_hub' THEN l.user_id = nullif(current_setting('crm.uid', true), '') ELSE l.pg_role = session_user END
$$;

-- The person who is asking; null for nobody and for a disabled login.
CREATE OR REPLACE FUNCTION sec.uid() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT l.user_id FROM sec.login l
  WHERE l.disabled_at IS NULL
    AND CASE WHEN session_user = 'crm_hub' THEN l.user_id = nullif(current_setting('crm.uid', true), '') ELSE l.pg_role = session_user END
$$;

-- The person's name, a disabled one's too.
CREATE OR REPLACE FUNCTION sec.my_name() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.name FROM crm.app_user u WHERE u.id = (sec.me()).user_id
$$;

-- The teams whose records the person may read. A share counts out in the very moment it ends.
CREATE OR REPLACE FUNCTION sec.my_teams() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(v.team_id), '{}') FROM sec.vis v
  WHERE v.user_id = (SELECT sec.uid()) AND (v.read_until IS NULL OR v.read_until > now())
$$;

CREATE OR REPLACE FUNCTION sec.my_write_teams() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(v.team_id), '{}') FROM sec.vis v
  WHERE v.user_id = (SELECT sec.uid()) AND v.can_write
    AND (v.read_until IS NULL OR v.read_until > now()) AND (v.write_until IS NULL OR v.write_until > now())
$$;

-- Whether the person sees every team, so that no list of teams need be compared row by row.
CREATE OR REPLACE FUNCTION sec.sees_all() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM sec.login l WHERE l.user_id = (SELECT sec.uid()) AND l.level IN ('auditor', 'admin'))
$$;

-- Records of other teams that the person's teams reach, of one table; none for who sees all teams anyway.
CREATE OR REPLACE FUNCTION sec.my_reached(p_tbl text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT r.record_id), '{}') FROM crm.reach r
  WHERE NOT (SELECT sec.sees_all()) AND r.tbl = p_tbl AND NOT r.gone AND r.team_id = ANY ((SELECT sec.my_teams())::text[])
$$;

-- Which team is a person of whose post, by the inputs as they are now. One row a person and team; *until* only where nothing lasts longer.
CREATE OR REPLACE FUNCTION sec.wanted_vis(p_users text[] DEFAULT NULL)
RETURNS TABLE (user_id text, team_id text, can_write boolean, read_until timestamptz, write_until timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH RECURSIVE person AS (
    SELECT l.user_id, l.team_id, l.level FROM sec.login l
    WHERE l.disabled_at IS NULL AND (p_users IS NULL OR l.user_id = ANY (p_users))
  ), down(top, id) AS (
    SELECT DISTINCT p.team_id, p.team_id FROM person p WHERE p.level IN ('manager', 'support') AND p.team_id IS NOT NULL
    UNION
    SELECT d.top, t.id FROM down d JOIN crm.team t ON t.parent_id = d.id
  ), every_team(id) AS (
    SELECT t.id FROM crm.team t UNION SELECT l.user_id FROM sec.login l
  ), given(user_id, team_id, can_write, until) AS (
    SELECT p.user_id, repeat('0', 32), p.level = 'admin', NULL::timestamptz FROM person p
    UNION ALL SELECT p.user_id, p.user_id, true, NULL FROM person p
    UNION ALL SELECT p.user_id, p.team_id, p.level <> 'auditor', NULL FROM person p WHERE p.team_id IS NOT NULL
    UNION ALL SELECT p.user_id, d.id, p.level = 'manager', NULL
      FROM person p JOIN down d ON d.top = p.team_id WHERE p.level IN ('manager', 'support')
    UNION ALL SELECT p.user_id, e.id, p.level = 'admin', NULL FROM person p CROSS JOIN every_team e WHERE p.level IN ('auditor', 'admin')
    UNION ALL SELECT p.user_id, s.team_id, s.can_write, s.until::timestamptz
      FROM person p JOIN sec.share s ON s.to_user = p.user_id OR s.to_team = p.team_id
      WHERE s.until IS NULL OR s.until::timestamptz > now()
  )
  SELECT g.user_id, g.team_id, bool_or(g.can_write),
    nullif(max(coalesce(g.until, 'infinity')), 'infinity'),
    nullif(max(coalesce(g.until, 'infinity')) FILTER (WHERE g.can_write), 'infinity')
  FROM given g GROUP BY g.user_id, g.team_id
$$;

-- Brings the closure up to date in the transaction that changed an input; whose rights differ gets a new version. Returns how many.
CREATE OR REPLACE FUNCTION sec.rebuild_vis(p_users text[] DEFAULT NULL) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  changed int;
BEGIN
  WITH wanted AS MATERIALIZED (
    SELECT * FROM sec.wanted_vis(p_users)
  ), dropped AS (
    DELETE FROM sec.vis v
    WHERE (p_users IS NULL OR v.user_id = ANY (p_users))
      AND NOT EXISTS (SELECT FROM wanted w WHERE w.user_id = v.user_id AND w.team_id = v.team_id)
    RETURNING v.user_id
  ), different AS (
    SELECT w.user_id, v.user_id IS NULL OR v.can_write <> w.can_write AS told
    FROM wanted w LEFT JOIN sec.vis v ON v.user_id = w.user_id AND v.team_id = w.team_id
    WHERE v.user_id IS NULL OR (v.can_write, v.read_until, v.write_until) IS DISTINCT FROM (w.can_write, w.read_until, w.write_until)
  ), put AS (
    INSERT INTO sec.vis (user_id, team_id, can_write, read_until, write_until)
    SELECT w.* FROM wanted w WHERE w.user_id IN (SELECT d.user_id FROM different d)
    ON CONFLICT (user_id, team_id) DO UPDATE
      SET can_write = excluded.can_write, read_until = excluded.read_until, write_until = excluded.write_until
      WHERE (vis.can_write, vis.read_until, vis.write_until) IS DISTINCT FROM (excluded.can_write, excluded.read_until, excluded.write_until)
    RETURNING 1
  )
  UPDATE sec.login l SET access_ver = l.access_ver + 1
  WHERE l.user_id IN (SELECT d.user_id FROM dropped d UNION SELECT d.user_id FROM different d WHERE d.told);
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END
$$;
