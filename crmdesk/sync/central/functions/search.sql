-- Lists and search at the centre within `sync.md` §5.4's times. Under row security no index of names may be asked before the policy (§3.3), so
-- this runs as `crm_sync`, which row security lets pass, with the teams of the person written into the query.

-- The order is that of small letters: an index of the names as they are would tempt every list `ORDER BY name LIMIT 50` of the views into
-- walking all teams' names (measured: 4 ms become 190).
CREATE INDEX IF NOT EXISTS site_search ON crm.site (lower(name), team_id, id) INCLUDE (name) WHERE deleted_at IS NULL;
CREATE INDEX IF NOT EXISTS company_search ON crm.company (lower(legal_name), team_id, id) INCLUDE (legal_name) WHERE deleted_at IS NULL;

-- The names of a few teams, without a look at their rows (of a manager with a tenth of a million sites: 180 ms become 16).
CREATE INDEX IF NOT EXISTS site_team_search ON crm.site (team_id, lower(name), id) INCLUDE (name) WHERE deleted_at IS NULL;
CREATE INDEX IF NOT EXISTS company_team_search ON crm.company (team_id, lower(legal_name), id) INCLUDE (legal_name) WHERE deleted_at IS NULL;

-- Living companies or sites whose name contains a text (letters of any case), by name; without a text the first ones. `p_after` is the
-- name to go on behind. Columns as in the views of the same name.
CREATE OR REPLACE FUNCTION report.search(p_kind text, p_text text DEFAULT NULL, p_after text DEFAULT NULL, p_limit int DEFAULT 50)
RETURNS TABLE (id text, name text, code text, team_id text, owner_id text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
  teams constant text[] := sec.my_teams();
  called constant text := CASE p_kind WHEN 'company' THEN 'legal_name' ELSE 'name' END;
  pattern constant text := '%' || replace(replace(replace(lower(p_text), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  like_text constant text := CASE
    WHEN coalesce(p_text, '') = '' THEN 'true'
    WHEN p_text ~ '[A-Za-z]' THEN format('lower(x.%I) LIKE $3', called)
    ELSE format('x.%I LIKE $3', called) END;
  -- a list ends after its first rows, a search may look at all of them: a tenth of all rows takes 16 ms by teams, 180 along the names
  is_few boolean := NOT sec.sees_all()
    AND cardinality(teams) * CASE WHEN coalesce(p_text, '') = '' THEN 20 ELSE 5 END < (SELECT count(*) FROM crm.team);
  source text;
  reached text[];
BEGIN
  IF p_kind NOT IN ('company', 'site') THEN
    RAISE EXCEPTION 'there are company and site' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF cardinality(teams) = 0 THEN
    RETURN;
  END IF;
  reached := sec.my_reached(p_kind);
  -- few teams: their names and those of what they reach, then sorted; many: along the names, with the teams as a filter; all: along the names
  source := format('SELECT x.id, lower(x.%1$I) AS key FROM crm.%2$I x
    WHERE %%s AND x.deleted_at IS NULL AND %3$s AND ($4 IS NULL OR lower(x.%1$I) > lower($4))', called, p_kind, like_text);
  source := CASE
    WHEN sec.sees_all() THEN format(source, 'true')
    WHEN is_few THEN
      concat(format(source, 'x.team_id = ANY ($1)'), ' UNION ALL ', format(source, 'x.id = ANY ($2) AND x.team_id <> ALL ($1)'))
    ELSE format(source, format('((x.team_id || %L) = ANY ($1) OR x.id = ANY ($2))', '')) END;
  RETURN QUERY EXECUTE format(
    'WITH f AS %4$s MATERIALIZED (%3$s)
     SELECT x.id, x.%1$I, x.code, x.team_id, x.owner_id FROM (SELECT f.id, f.key FROM f ORDER BY f.key LIMIT $5) f
     JOIN crm.%2$I x ON x.id = f.id ORDER BY f.key, x.id', called, p_kind, source, CASE WHEN is_few THEN '' ELSE 'NOT' END)
    USING teams, reached, pattern, p_after, least(greatest(p_limit, 1), 1000);
END
$$;
