-- Who is who at the centre (`sync.md` §3.1). Roles belong to the whole server, so they are made once and kept.
--   crm_owner  owns schemas and tables; nobody logs in as it. It makes personal logins, hence CREATEROLE.
--   crm_sync   owns `push` and the kernel: sees every row, decides by itself who may do what.
--   crm_pull   owns what only reads: sees, under row security, what the person who asks may see.
--   crm_auditor  the group of those whose level shows them every team, beside crm_user: their queries compare no list of teams.
--   crm_user   the group of all personal logins.   crm_admin  those who may call `sec.admin_…`.   crm_hub  the login of a later hub.
-- Loaded again at every upgrade; owners, grants and policies follow in `zz_lock_down.sql`, when everything is there.

DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['crm_owner', 'crm_sync', 'crm_pull', 'crm_user', 'crm_auditor', 'crm_admin', 'crm_hub'] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN %s', role_name, CASE WHEN role_name = 'crm_owner' THEN 'CREATEROLE' ELSE '' END);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;  -- another database of this server was set up in the same moment
      END;
    END IF;
  END LOOP;
  IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN
    FOREACH role_name IN ARRAY ARRAY['crm_owner', 'crm_sync', 'crm_pull'] LOOP
      EXECUTE format('GRANT %I TO %I', role_name, current_user);
    END LOOP;
  END IF;
  FOREACH role_name IN ARRAY ARRAY['crm_user', 'crm_auditor', 'crm_admin'] LOOP
    IF NOT EXISTS (
      SELECT FROM pg_catalog.pg_auth_members m
      WHERE m.roleid = role_name::regrole AND m.member = 'crm_owner'::regrole AND m.admin_option
    ) THEN
      EXECUTE format('GRANT %I TO crm_owner WITH ADMIN OPTION', role_name);
    END IF;
  END LOOP;
END
$$;
