-- People: with a login of their own, a team and a level. A password is never sent in the clear: `p_verifier` is the SCRAM verifier that libpq
-- makes (`PQencryptPasswordConn`); null leaves the login without one (client certificates).

-- Makes a login role, or takes over one of the same name that is a mere person's already (another database of the same server).
CREATE OR REPLACE FUNCTION sec.make_role(p_role text, p_verifier text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  known record;
BEGIN
  IF p_role !~ '^[a-z_][a-z0-9_.-]{0,62}$' OR p_role LIKE 'crm\_%' OR p_role LIKE 'pg\_%' THEN
    PERFORM sec.refuse('A login is written in small letters, digits, “_”, “.” and “-”, and begins with a letter other than “crm_” or “pg_”.');
  END IF;
  SELECT r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls OR NOT pg_has_role(r.oid, 'crm_user', 'MEMBER') AS is_foreign
    INTO known FROM pg_roles r WHERE r.rolname = p_role;
  IF FOUND AND known.is_foreign THEN
    PERFORM sec.refuse('This login belongs to somebody else on the server.');
  END IF;
  IF NOT FOUND THEN
    EXECUTE format('CREATE ROLE %I LOGIN', p_role);
    EXECUTE format('GRANT crm_user TO %I', p_role);
  END IF;
  IF p_verifier IS NOT NULL THEN
    PERFORM sec.set_verifier(p_role, p_verifier);
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION sec.set_verifier(p_role text, p_verifier text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_verifier !~ '^SCRAM-SHA-256\$\d{4,6}:[A-Za-z0-9+/=]{16,}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$' THEN  -- else it would be hashed as a text
    PERFORM sec.refuse('A password comes as a SCRAM verifier.');
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', p_role, p_verifier);
END
$$;

-- Administrators of the organisation may administer the centre; they and auditors see every team.
CREATE OR REPLACE FUNCTION sec.follow_level(p_role text, p_level text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT * FROM (VALUES ('crm_admin', p_level = 'admin'), ('crm_auditor', p_level IN ('admin', 'auditor'))) AS g(name, is_due) LOOP
    IF one.is_due THEN
      EXECUTE format('GRANT %I TO %I', one.name, p_role);
    ELSIF pg_has_role(p_role::name, one.name::name, 'MEMBER') THEN
      EXECUTE format('REVOKE %I FROM %I', one.name, p_role);
    END IF;
  END LOOP;
END
$$;

-- Gives a person a login; adds the person unless `p_id` is one who is known already. Returns the id.
CREATE OR REPLACE FUNCTION sec.admin_add_person(
  p_name text, p_role text, p_team text, p_level text DEFAULT 'rep', p_verifier text DEFAULT NULL,
  p_login text DEFAULT NULL, p_email text DEFAULT NULL, p_id text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  n bigint := sec.start_commit();
  made text := coalesce(p_id, sec.new_id());
BEGIN
  IF p_team IS NOT NULL OR p_level IN ('rep', 'manager') THEN
    PERFORM sec.need_team(p_team);
  END IF;
  IF EXISTS (SELECT FROM sec.login l WHERE l.user_id = made OR l.pg_role = p_role) THEN
    PERFORM sec.refuse('This person or this login is there already.');
  END IF;
  PERFORM sec.make_role(p_role, p_verifier);
  IF NOT EXISTS (SELECT FROM crm.app_user u WHERE u.id = made) THEN
    IF coalesce(trim(p_name), '') = '' THEN
      PERFORM sec.refuse('A person needs a name.');
    END IF;
    INSERT INTO crm.app_user (id, team_id, rv, name, login, email, by_user, by_at)
    VALUES (made, repeat('0', 32), n, trim(p_name), coalesce(p_login, p_role), p_email, sec.uid(), sync.pull_moment(clock_timestamp()));
    PERFORM sec.log_edit(n, 'app_user', made, 'ins', NULL, NULL,
      jsonb_strip_nulls(jsonb_build_object('name', trim(p_name), 'login', coalesce(p_login, p_role), 'email', p_email)));
  END IF;
  INSERT INTO sec.login (user_id, pg_role, team_id, level) VALUES (made, p_role, p_team, p_level);
  PERFORM sec.log_edit(n, 'login', made, 'ins', NULL, NULL,
    jsonb_strip_nulls(jsonb_build_object('pg_role', p_role, 'team_id', p_team, 'level', p_level)));
  PERFORM sec.follow_level(p_role, p_level);
  PERFORM sec.rebuild_vis();
  RETURN made;
END
$$;

-- Changes name, short login or e-mail of a person; null leaves what is there.
CREATE OR REPLACE FUNCTION sec.admin_change_person(p_person text, p_name text DEFAULT NULL, p_login text DEFAULT NULL, p_email text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  n bigint := sec.start_commit();
BEGIN
  IF NOT EXISTS (SELECT FROM crm.app_user u WHERE u.id = p_person) THEN
    PERFORM sec.refuse('There is no such person.');
  END IF;
  IF trim(p_name) <> '' THEN
    PERFORM sec.set_field(n, 'app_user', p_person, 'name', trim(p_name));
  END IF;
  IF p_login IS NOT NULL THEN
    PERFORM sec.set_field(n, 'app_user', p_person, 'login', p_login);
  END IF;
  IF p_email IS NOT NULL THEN
    PERFORM sec.set_field(n, 'app_user', p_person, 'email', nullif(p_email, ''));
  END IF;
END
$$;

-- Gives a person another team or level; null leaves what is there. His records stay where they are: see `admin_hand_over`.
CREATE OR REPLACE FUNCTION sec.admin_set_post(p_person text, p_team text DEFAULT NULL, p_level text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  n bigint := sec.start_commit();
  before sec.login := sec.need_person(p_person);
BEGIN
  IF p_team IS NOT NULL THEN
    PERFORM sec.need_team(p_team);
  END IF;
  IF p_level NOT IN ('rep', 'manager', 'support', 'auditor', 'admin') THEN
    PERFORM sec.refuse('The levels are rep, manager, support, auditor and admin.');
  END IF;
  UPDATE sec.login SET team_id = coalesce(p_team, team_id), level = coalesce(p_level, level) WHERE user_id = p_person;
  PERFORM sec.log_edit(n, 'login', p_person, 'set', 'post', jsonb_build_object('team_id', before.team_id, 'level', before.level),
    jsonb_build_object('team_id', coalesce(p_team, before.team_id), 'level', coalesce(p_level, before.level)));
  IF p_level IS NOT NULL THEN
    PERFORM sec.follow_level(before.pg_role, p_level);
  END IF;
  PERFORM sec.rebuild_vis();
END
$$;

CREATE OR REPLACE FUNCTION sec.admin_set_password(p_person text, p_verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sec.set_verifier((sec.need_person(p_person)).pg_role, p_verifier);
END
$$;

-- Disables a person: he reads nothing any more, what he still sends waits for those responsible. The login itself stays, so that his laptop
-- can send and be told; `p_no_login` closes it at once.
CREATE OR REPLACE FUNCTION sec.admin_disable_person(p_person text, p_no_login boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  n bigint := sec.start_commit();
  before sec.login := sec.need_person(p_person);
BEGIN
  IF before.disabled_at IS NULL THEN
    UPDATE sec.login SET disabled_at = now() WHERE user_id = p_person;
    PERFORM sec.log_edit(n, 'login', p_person, 'set', 'disabled_at', NULL, to_jsonb(now()));
    PERFORM sec.follow_level(before.pg_role, 'rep');
    PERFORM sec.rebuild_vis();
  END IF;
  IF p_no_login THEN
    EXECUTE format('ALTER ROLE %I NOLOGIN', before.pg_role);
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION sec.admin_enable_person(p_person text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  n bigint := sec.start_commit();
  before sec.login := sec.need_person(p_person);
BEGIN
  IF before.disabled_at IS NOT NULL THEN
    UPDATE sec.login SET disabled_at = NULL WHERE user_id = p_person;
    PERFORM sec.log_edit(n, 'login', p_person, 'set', 'disabled_at', to_jsonb(before.disabled_at), NULL);
    PERFORM sec.follow_level(before.pg_role, before.level);
    PERFORM sec.rebuild_vis();
  END IF;
  EXECUTE format('ALTER ROLE %I LOGIN', before.pg_role);
END
$$;
