-- What an administrator sees before he changes it (`crmdesk central user|team|share list`). Granted with the other `admin_…` functions.

CREATE OR REPLACE FUNCTION sec.admin_people()
RETURNS TABLE (id text, name text, login text, team_id text, team text, level text, disabled_at text, devices bigint, seen_at text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT l.user_id, coalesce(u.name, l.user_id), l.pg_role::text, l.team_id, t.name, l.level, sync.pull_moment(l.disabled_at),
    count(d.id), sync.pull_moment(max(d.seen_at))
  FROM sec.login l LEFT JOIN crm.app_user u ON u.id = l.user_id LEFT JOIN crm.team t ON t.id = l.team_id
    LEFT JOIN sync.device d ON d.user_id = l.user_id
  GROUP BY l.user_id, u.name, l.pg_role, l.team_id, t.name, l.level, l.disabled_at ORDER BY l.pg_role::text COLLATE "C"
$$;

CREATE OR REPLACE FUNCTION sec.admin_teams() RETURNS TABLE (id text, name text, parent_id text, parent text, people bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t.id, t.name, t.parent_id, p.name, (SELECT count(*) FROM sec.login l WHERE l.team_id = t.id AND l.disabled_at IS NULL)
  FROM crm.team t LEFT JOIN crm.team p ON p.id = t.parent_id WHERE t.deleted_at IS NULL ORDER BY t.name COLLATE "C", t.id
$$;

CREATE OR REPLACE FUNCTION sec.admin_shares()
RETURNS TABLE (id text, team text, to_user text, to_team text, can_write boolean, until text, why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.id, coalesce(t.name, s.team_id), coalesce(l.pg_role::text, s.to_user), coalesce(o.name, s.to_team), s.can_write,
    sync.pull_moment(s.until), coalesce(s.why, '')
  FROM sec.share s LEFT JOIN crm.team t ON t.id = s.team_id LEFT JOIN sec.login l ON l.user_id = s.to_user LEFT JOIN crm.team o ON o.id = s.to_team
  ORDER BY s.at, s.id
$$;
