-- What an administrator does at the centre (`crmdesk central team|user|share`): teams, people, shares. Each call is one step of the centre's
-- story: a commit number, rows with it so that laptops hear of it, the edit in the history as device `central`, rights rebuilt.
-- Only members of `crm_admin` may call them (`zz_lock_down.sql`); a person of level `admin` is one. Errors: `invalid_parameter_value` with a
-- text that an administrator can act on.

CREATE OR REPLACE FUNCTION sec.new_id() RETURNS text
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$ SELECT replace(gen_random_uuid()::text, '-', '') $$;

CREATE OR REPLACE FUNCTION sec.refuse(p_text text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '%', p_text USING ERRCODE = 'invalid_parameter_value';
END
$$;

-- Takes the next number of the stream, which orders everything, and holds it to the end of the transaction.
CREATE OR REPLACE FUNCTION sec.start_commit() RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  number bigint;
BEGIN
  UPDATE sync.stream SET n = n + 1 WHERE id = 0 RETURNING n INTO number;
  INSERT INTO sync.commit (stream_id, n, batch_id, device_id, user_id) VALUES (0, number, sec.new_id(), 'central', sec.uid());
  RETURN number;
END
$$;

CREATE OR REPLACE FUNCTION sec.log_edit(p_n bigint, p_tbl text, p_id text, p_kind text, p_fld text, p_old jsonb, p_new jsonb) RETURNS void
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO sync.op (id, stream_id, n, device_id, user_id, tbl, pk, about_tbl, about_id, kind, fld, old, new, prev, outcome, made_at)
  VALUES (sec.new_id(), 0, p_n, 'central', coalesce(sec.uid(), 'central'), p_tbl, p_id, p_tbl, p_id, p_kind, p_fld, p_old, p_new, p_old,
    'applied', sync.pull_moment(clock_timestamp()))
$$;

-- Writes one text field of a team or person, where it differs.
CREATE OR REPLACE FUNCTION sec.set_field(p_n bigint, p_tbl text, p_id text, p_fld text, p_value text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before text;
BEGIN
  EXECUTE format('SELECT %I FROM crm.%I WHERE id = $1 FOR UPDATE', p_fld, p_tbl) INTO before USING p_id;
  IF before IS NOT DISTINCT FROM p_value THEN
    RETURN;
  END IF;
  EXECUTE format('UPDATE crm.%I SET %I = $2, rv = $3, by_user = sec.uid(), by_at = sync.pull_moment(clock_timestamp()) WHERE id = $1', p_tbl, p_fld)
    USING p_id, p_value, p_n;
  PERFORM sec.log_edit(p_n, p_tbl, p_id, CASE p_fld WHEN 'parent_id' THEN 'move' WHEN 'deleted_at' THEN 'del' ELSE 'set' END, p_fld,
    to_jsonb(before), to_jsonb(p_value));
END
$$;

CREATE OR REPLACE FUNCTION sec.need_team(p_team text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM crm.team t WHERE t.id = p_team AND t.deleted_at IS NULL) THEN
    PERFORM sec.refuse('There is no such team.');
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION sec.need_person(p_person text) RETURNS sec.login
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  found_login sec.login;
BEGIN
  SELECT l.* INTO found_login FROM sec.login l WHERE l.user_id = p_person FOR UPDATE;
  IF found_login.user_id IS NULL THEN
    PERFORM sec.refuse('There is no such person with a login.');
  END IF;
  RETURN found_login;
END
$$;

-- Adds a team below another one, or at the top. Returns its id.
CREATE OR REPLACE FUNCTION sec.admin_add_team(p_name text, p_parent text DEFAULT NULL, p_id text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  n bigint := sec.start_commit();
  made text := coalesce(p_id, sec.new_id());
BEGIN
  IF coalesce(trim(p_name), '') = '' THEN
    PERFORM sec.refuse('A team needs a name.');
  END IF;
  IF p_parent IS NOT NULL THEN
    PERFORM sec.need_team(p_parent);
  END IF;
  IF EXISTS (SELECT FROM crm.team t WHERE t.id = made) THEN
    PERFORM sec.refuse('This team is there already.');
  END IF;
  INSERT INTO crm.team (id, team_id, rv, name, parent_id, by_user, by_at)
  VALUES (made, repeat('0', 32), n, trim(p_name), p_parent, sec.uid(), sync.pull_moment(clock_timestamp()));
  PERFORM sec.log_edit(n, 'team', made, 'ins', NULL, NULL, jsonb_strip_nulls(jsonb_build_object('name', trim(p_name), 'parent_id', p_parent)));
  PERFORM sec.rebuild_vis();
  RETURN made;
END
$$;

CREATE OR REPLACE FUNCTION sec.admin_rename_team(p_team text, p_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sec.need_team(p_team);
  IF coalesce(trim(p_name), '') = '' THEN
    PERFORM sec.refuse('A team needs a name.');
  END IF;
  PERFORM sec.set_field(sec.start_commit(), 'team', p_team, 'name', trim(p_name));
END
$$;

-- Hangs a team, with all below it, under another one; null: at the top. Managers' sight follows.
CREATE OR REPLACE FUNCTION sec.admin_move_team(p_team text, p_parent text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  n bigint := sec.start_commit();
BEGIN
  PERFORM sec.need_team(p_team);
  IF p_parent IS NOT NULL THEN
    PERFORM sec.need_team(p_parent);
    IF EXISTS (
      WITH RECURSIVE up(id) AS (
        SELECT p_parent COLLATE "C" UNION SELECT t.parent_id FROM up JOIN crm.team t ON t.id = up.id WHERE t.parent_id IS NOT NULL
      ) SELECT FROM up WHERE up.id = p_team) THEN
      PERFORM sec.refuse('A team cannot hang below itself.');
    END IF;
  END IF;
  PERFORM sec.set_field(n, 'team', p_team, 'parent_id', p_parent);
  PERFORM sec.rebuild_vis();
END
$$;

-- Deletes a team that nothing is left of: no teams below, no people, no records.
CREATE OR REPLACE FUNCTION sec.admin_delete_team(p_team text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  n bigint := sec.start_commit();
  one text;
  is_used boolean;
BEGIN
  PERFORM sec.need_team(p_team);
  IF EXISTS (SELECT FROM crm.team t WHERE t.parent_id = p_team AND t.deleted_at IS NULL) THEN
    PERFORM sec.refuse('There are teams below this one.');
  END IF;
  IF EXISTS (SELECT FROM sec.login l WHERE l.team_id = p_team) THEN
    PERFORM sec.refuse('There are people in this team.');
  END IF;
  FOREACH one IN ARRAY sync.pull_order() LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM crm.%I WHERE team_id = $1)', one) INTO is_used USING p_team;
    IF is_used THEN
      PERFORM sec.refuse('This team still has records. Hand them over first.');
    END IF;
  END LOOP;
  PERFORM sec.set_field(n, 'team', p_team, 'deleted_at', sync.pull_moment(clock_timestamp()));
  PERFORM sec.rebuild_vis();
END
$$;

-- Shows a team's records to a person or to everybody of another team, to read or to write, until a moment or for good. Returns the share's id.
CREATE OR REPLACE FUNCTION sec.admin_share(
  p_team text, p_to_user text, p_to_team text, p_can_write boolean DEFAULT false, p_until timestamptz DEFAULT NULL, p_why text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  n bigint := sec.start_commit();
  made text := sec.new_id();
BEGIN
  PERFORM sec.need_team(p_team);
  IF (p_to_user IS NULL) = (p_to_team IS NULL) THEN
    PERFORM sec.refuse('A share goes to one person or to one team.');
  END IF;
  IF p_to_user IS NOT NULL THEN
    PERFORM sec.need_person(p_to_user);
  ELSE
    PERFORM sec.need_team(p_to_team);
  END IF;
  IF p_until <= now() THEN
    PERFORM sec.refuse('The end of the share is past.');
  END IF;
  INSERT INTO sec.share (id, team_id, to_user, to_team, can_write, why, until, granted_by)
  VALUES (made, p_team, p_to_user, p_to_team, p_can_write, p_why, p_until, sec.uid());
  PERFORM sec.log_edit(n, 'share', made, 'ins', NULL, NULL, jsonb_strip_nulls(jsonb_build_object(
    'team_id', p_team, 'to_user', p_to_user, 'to_team', p_to_team, 'can_write', p_can_write, 'until', p_until, 'why', p_why)));
  PERFORM sec.rebuild_vis();
  RETURN made;
END
$$;

CREATE OR REPLACE FUNCTION sec.admin_end_share(p_share text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  n bigint := sec.start_commit();
  before timestamptz;
BEGIN
  SELECT s.until INTO before FROM sec.share s WHERE s.id = p_share FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM sec.refuse('There is no such share.');
  END IF;
  IF before IS NULL OR before > now() THEN
    UPDATE sec.share SET until = now() WHERE id = p_share;
    PERFORM sec.log_edit(n, 'share', p_share, 'set', 'until', to_jsonb(before), to_jsonb(now()));
    PERFORM sec.rebuild_vis();
  END IF;
END
$$;
