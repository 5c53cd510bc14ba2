-- Owners, grants, row security and report views for everything that is there, from the catalog: what a migration adds is covered by itself.
-- Called last at every upgrade. Safe to repeat.

CREATE SCHEMA IF NOT EXISTS report;

CREATE OR REPLACE FUNCTION sec.lock_down() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sec.set_owners();
  PERFORM sec.set_row_security();
  PERFORM sec.make_report_views();
  PERFORM sec.set_grants();
  PERFORM sec.rebuild_vis();
END
$$;

CREATE OR REPLACE FUNCTION sec.set_owners() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one record;
  wanted text;
BEGIN
  FOR one IN SELECT n.nspname AS schema, n.nspowner::regrole::text AS owner FROM pg_namespace n
    WHERE n.nspname IN ('sec', 'crm', 'sync', 'sync_v1', 'report') LOOP
    IF one.owner <> 'crm_owner' THEN
      EXECUTE format('ALTER SCHEMA %I OWNER TO crm_owner', one.schema);
    END IF;
  END LOOP;
  -- who is to own functions must be able to make them there, while owners change hands
  GRANT USAGE, CREATE ON SCHEMA sec, sync, sync_v1, report TO crm_sync, crm_pull;
  FOR one IN SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('sec', 'crm', 'sync', 'sync_v1', 'report') AND c.relkind IN ('r', 'p', 'v')
      AND c.relowner <> 'crm_owner'::regrole LOOP
    EXECUTE format('ALTER %s %I.%I OWNER TO crm_owner', CASE one.kind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, one.schema, one.name);
  END LOOP;
  FOR one IN SELECT p.oid::regprocedure::text AS name, n.nspname AS schema, p.proname, p.proowner::regrole::text AS owner
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('sec', 'sync', 'sync_v1', 'report') LOOP
    wanted := CASE
      WHEN one.schema = 'sec' THEN 'crm_owner'
      WHEN one.schema = 'sync' AND one.proname LIKE 'pull\_%' THEN 'crm_pull'
      WHEN one.schema = 'sync' THEN 'crm_sync'
      WHEN one.schema = 'sync_v1' AND one.proname LIKE 'push%' THEN 'crm_sync'
      WHEN one.schema = 'report' AND one.proname LIKE 'search%' THEN 'crm_sync'
      ELSE 'crm_pull' END;
    IF one.owner <> wanted THEN
      EXECUTE format('ALTER FUNCTION %s OWNER TO %I', one.name, wanted);
    END IF;
  END LOOP;
  REVOKE CREATE ON SCHEMA sec, sync, sync_v1, report FROM crm_sync, crm_pull;
END
$$;

-- The measured form (`sync.md` §3.2): both lists are made once a query, both conditions use an index.
CREATE OR REPLACE FUNCTION sec.set_row_security() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one text;
  policy record;
  teams constant text := 'team_id = ANY ((SELECT sec.my_teams())::text[])';
BEGIN
  FOR policy IN SELECT c.relname, p.polname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'crm'::regnamespace LOOP
    EXECUTE format('DROP POLICY %I ON crm.%I', policy.polname, policy.relname);
  END LOOP;
  FOR one IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'crm'::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('ALTER TABLE crm.%I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE crm.%I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY kernel ON crm.%I TO crm_sync, crm_owner USING (true) WITH CHECK (true)', one);
    IF one = 'reach' THEN
      EXECUTE format('CREATE POLICY mine ON crm.%I FOR SELECT TO crm_user, crm_pull USING ((SELECT sec.sees_all()) OR %s)', one, teams);
    ELSIF sec.is_synced(one) THEN
      EXECUTE format('CREATE POLICY mine ON crm.%I FOR SELECT TO crm_user USING (%s OR id = ANY ((SELECT sec.my_reached(%L))::text[]))',
        one, teams, one);
      -- a second belt: `pull` asks for held teams only, by its own index conditions; here lists are hashed, for thousands of rows a page
      EXECUTE format('CREATE POLICY asked ON crm.%I FOR SELECT TO crm_pull USING ((SELECT sec.sees_all()) '
        'OR team_id IN (SELECT unnest(sec.my_teams())) OR id IN '
        '(SELECT r.record_id FROM crm.reach r WHERE r.tbl = %L AND NOT r.gone AND r.team_id = ANY ((SELECT sec.my_teams())::text[])))',
        one, one);
      -- for who sees every team: asked first (PostgreSQL joins policies by OR in falling order of their names, hence the name), so that no
      -- list of teams is compared row by row
      EXECUTE format('CREATE POLICY sees_all ON crm.%I FOR SELECT TO crm_auditor USING ((SELECT sec.sees_all()))', one);
    END IF;
  END LOOP;
END
$$;

-- Whether a table of `crm` holds records of teams.
CREATE OR REPLACE FUNCTION sec.is_synced(p_table text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT count(*) = 3 FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'crm'::regnamespace AND c.relname = p_table AND a.attname IN ('id', 'team_id', 'rv') AND NOT a.attisdropped
$$;

CREATE OR REPLACE FUNCTION sec.set_grants() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one record;
BEGIN
  REVOKE ALL ON SCHEMA sec, crm, sync, sync_v1, report FROM PUBLIC, crm_user, crm_auditor, crm_admin, crm_hub;
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  REVOKE ALL ON ALL TABLES IN SCHEMA sec, crm, sync, sync_v1, report FROM PUBLIC, crm_user, crm_auditor, crm_admin, crm_hub, crm_sync, crm_pull;
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA sec, crm, sync, sync_v1, report FROM PUBLIC, crm_user, crm_auditor, crm_admin, crm_hub, crm_sync, crm_pull;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO crm_user, crm_admin, crm_hub', current_database());

  GRANT USAGE ON SCHEMA sec, crm, sync, sync_v1 TO crm_sync, crm_pull;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA sec, sync, sync_v1 TO crm_owner;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA sync, sync_v1 TO crm_sync;
  GRANT EXECUTE ON FUNCTION sec.me(), sec.uid(), sec.my_teams(), sec.my_write_teams(), sec.my_reached(text), sec.sees_all(), sec.rebuild_vis(text[]) TO crm_sync;
  GRANT SELECT ON ALL TABLES IN SCHEMA sec, crm, sync TO crm_sync;
  GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA crm, sync TO crm_sync;
  GRANT SELECT ON ALL TABLES IN SCHEMA crm TO crm_pull;
  GRANT EXECUTE ON FUNCTION sec.me(), sec.uid(), sec.my_name(), sec.my_teams(), sec.my_write_teams(), sec.sees_all(), sec.rebuild_vis(text[]) TO crm_pull;
  GRANT SELECT ON sync.stream, sync.commit, sync.leave, sync.field_policy, sync.device TO crm_pull;
  GRANT SELECT, INSERT, UPDATE ON sync.device TO crm_pull;
  GRANT SELECT ON sec.vis TO crm_pull;
  FOR one IN SELECT p.oid::regprocedure::text AS name FROM pg_proc p
    WHERE p.pronamespace = 'sync'::regnamespace AND p.proname LIKE 'pull\_%' OR p.pronamespace = 'sync'::regnamespace AND p.proname IN ('changed_tables', 'reads_by_stream') LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO crm_pull', one.name);
  END LOOP;

  -- a person may execute the six functions and read the views of `report`, nothing else. He needs SELECT on the tables below the views, whose
  -- row security holds for himself, but no right to name them: no USAGE on their schema.
  GRANT USAGE ON SCHEMA sync_v1, report TO crm_user, crm_hub;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA sync_v1 TO crm_user, crm_hub;
  FOR one IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'crm'::regnamespace AND c.relkind IN ('r', 'p') AND sec.is_synced(c.relname) LOOP
    EXECUTE format('GRANT SELECT ON crm.%I TO crm_user', one.relname);
  END LOOP;
  GRANT SELECT ON ALL TABLES IN SCHEMA report TO crm_user;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA report TO crm_user;
  GRANT EXECUTE ON FUNCTION sec.my_teams(), sec.my_reached(text), sec.sees_all() TO crm_user;

  GRANT USAGE ON SCHEMA sec TO crm_admin;
  FOR one IN SELECT p.oid::regprocedure::text AS name FROM pg_proc p WHERE p.pronamespace = 'sec'::regnamespace AND p.proname LIKE 'admin\_%' LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO crm_admin', one.name);
  END LOOP;
END
$$;

-- One view a table, living rows only, with days and times as such. `security_invoker`: row security of the person who asks.
CREATE OR REPLACE FUNCTION sec.make_report_views() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one text;
  columns text;
BEGIN
  FOR one IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'report'::regnamespace AND c.relkind = 'v' LOOP
    EXECUTE format('DROP VIEW report.%I', one);
  END LOOP;
  FOR one IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'crm'::regnamespace AND c.relkind IN ('r', 'p') AND sec.is_synced(c.relname) LOOP
    SELECT string_agg(CASE
        WHEN a.attname IN ('graded_at', 'registered_on', 'started_on', 'ended_on') AND a.atttypid = 'text'::regtype
          THEN format('report.day(%1$I) AS %1$I', a.attname)
        WHEN a.attname LIKE '%\_at' AND a.atttypid = 'text'::regtype THEN format('report.moment(%1$I) AS %1$I', a.attname)
        ELSE format('%I', a.attname) END, ', ' ORDER BY a.attnum)
      INTO columns
      FROM pg_attribute a WHERE a.attrelid = format('crm.%I', one)::regclass AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attname NOT IN ('stream_id', 'extra', 'deleted_at', 'merged_into');
    EXECUTE format('CREATE VIEW report.%I WITH (security_invoker = true) AS SELECT %s FROM crm.%1$I WHERE deleted_at IS NULL', one, columns);
    EXECUTE format('ALTER VIEW report.%I OWNER TO crm_owner', one);
  END LOOP;
END
$$;

-- A day as stored, null where the text is none: one bad value must not break a report. 31 February becomes 3 March.
CREATE OR REPLACE FUNCTION report.day(p_text text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN p_text ~ '^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])'
  THEN make_date(substr(p_text, 1, 4)::int, substr(p_text, 6, 2)::int, 1) + (substr(p_text, 9, 2)::int - 1) END;

-- A moment as stored, in UTC; null where the text is none.
CREATE OR REPLACE FUNCTION report.moment(p_text text) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN p_text ~ '^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$'
  THEN make_timestamptz(substr(p_text, 1, 4)::int, substr(p_text, 6, 2)::int, 1, substr(p_text, 12, 2)::int, substr(p_text, 15, 2)::int,
    rtrim(substr(p_text, 18), 'Z')::float8, 'UTC') + make_interval(hours => 24 * (substr(p_text, 9, 2)::int - 1)) END;
