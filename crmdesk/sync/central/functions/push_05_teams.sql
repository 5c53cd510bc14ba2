-- Which team a record belongs to: decided here, whatever the laptop wrote.

-- The record that gives another one its team; no row when none does.
CREATE FUNCTION sync.team_giver(p_tbl text, p_values jsonb, OUT tbl text, OUT id text) LANGUAGE plpgsql AS $$
BEGIN
  IF p_tbl = 'claim' THEN
    tbl := p_values ->> 'tbl';
    id := p_values ->> 'record_id';
  ELSIF p_tbl = 'pair_verdict' THEN
    tbl := p_values ->> 'record_kind';
    id := p_values ->> 'left_id';
  ELSE
    SELECT h.parent, p_values ->> h.fld INTO tbl, id FROM sync.hanging h
      WHERE h.tbl = p_tbl AND h.gives_team AND p_values ->> h.fld <> '' ORDER BY h.parent DESC LIMIT 1;
    RETURN;
  END IF;
  IF tbl NOT IN ('company', 'site', 'contact', 'lead') THEN
    tbl := NULL;
  END IF;
END $$;

-- The team of a record that the person of this turn adds.
CREATE FUNCTION sync.team_for(t sync.turn, p_tbl text, p_values jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  giver record;
  team text;
BEGIN
  IF p_tbl IN ('team', 'app_user', 'term', 'pool', 'pool_member', 'stage', 'criteria_set', 'criterion') THEN
    RETURN repeat('0', 32);
  ELSIF p_tbl = 'contact' THEN
    RETURN t.own_team;
  ELSIF p_tbl NOT IN ('company', 'site', 'lead') THEN
    giver := sync.team_giver(p_tbl, p_values);
    IF giver.tbl IS NOT NULL THEN
      team := (sync.get_brief(giver.tbl, sync.root(giver.tbl, giver.id))).team_id;
    END IF;
    RETURN coalesce(team, t.own_team);
  END IF;
  SELECT l.team_id INTO team FROM sec.login l WHERE l.user_id = p_values ->> 'owner_id';
  IF team IS NOT NULL THEN
    RETURN team;
  ELSIF p_tbl = 'lead' THEN
    RETURN t.own_team;
  END IF;
  IF p_values ->> 'team_id' <> repeat('0', 32) AND p_values ->> 'team_id' = ANY (t.writes) THEN
    RETURN p_values ->> 'team_id';
  END IF;
  IF p_tbl = 'site' AND p_values ->> 'company_id' <> '' THEN
    team := (sync.get_brief('company', sync.root('company', p_values ->> 'company_id'))).team_id;
    IF team = ANY (t.writes) THEN
      RETURN team;
    END IF;
  END IF;
  RETURN t.own_team;
END $$;

-- Gives a record, and what belongs to it, to another team; the old one is told to forget it (`sync.leave`).
CREATE FUNCTION sync.move_team(t sync.turn, p_tbl text, p_row jsonb, p_team text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  told constant text[] := sync.move_whole(t, p_tbl, ARRAY[p_row ->> 'id'], p_team);
BEGIN
  PERFORM sync.move_rows(t, 'claim', ARRAY(SELECT c.id FROM crm.claim c WHERE c.record_id = ANY (told)), p_team);
  PERFORM sync.move_rows(t, 'conflict', ARRAY(SELECT c.id FROM crm.conflict c WHERE c.record_id = ANY (told)), p_team);
  PERFORM sync.move_rows(t, 'parked_edit', ARRAY(SELECT p.id FROM crm.parked_edit p WHERE p.record_id = ANY (told)), p_team);
END $$;

-- Gives records to a team with all that hangs on them, and on that in turn; the ids of it all.
CREATE FUNCTION sync.move_whole(t sync.turn, p_tbl text, p_ids text[], p_team text) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  hung record;
  below text[];
  told text[] := p_ids;
BEGIN
  PERFORM sync.move_rows(t, p_tbl, p_ids, p_team);
  FOR hung IN SELECT h.tbl, h.fld FROM sync.hanging h WHERE h.parent = p_tbl AND h.gives_team LOOP
    EXECUTE format('SELECT array_agg(id) FROM crm.%I WHERE %I = ANY ($1) %s', hung.tbl, hung.fld,
      CASE WHEN hung.fld = 'company_id' THEN 'AND coalesce(site_id, '''') = ''''' ELSE '' END) INTO below USING p_ids;
    IF below IS NOT NULL THEN
      told := told || sync.move_whole(t, hung.tbl, below, p_team);
    END IF;
  END LOOP;
  RETURN told;
END $$;

CREATE FUNCTION sync.move_rows(t sync.turn, p_tbl text, p_ids text[], p_team text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(p_ids) > 0 THEN
    EXECUTE format('INSERT INTO sync.leave (stream_id, n, team_id, tbl, id) SELECT 0, $1, x.team_id, %L, x.id FROM crm.%I x
      WHERE x.id = ANY ($2) AND x.team_id <> $3 ON CONFLICT DO NOTHING', p_tbl, p_tbl) USING t.n, p_ids, p_team;
    EXECUTE format('UPDATE crm.%I SET team_id = $3, rv = $1 WHERE id = ANY ($2) AND team_id <> $3', p_tbl) USING t.n, p_ids, p_team;
  END IF;
END $$;

-- After a change of owner the record goes to the new owner's team.
CREATE FUNCTION sync.follow_owner(t sync.turn, p_tbl text, p_row jsonb, p_owner text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  team constant text := (SELECT l.team_id FROM sec.login l WHERE l.user_id = p_owner);
BEGIN
  IF team <> p_row ->> 'team_id' THEN
    PERFORM sync.move_team(t, p_tbl, p_row, team);
  END IF;
END $$;

-- What hangs on a site or a lead belongs to its team; a collaborator of a company to the company's.
CREATE FUNCTION sync.follow_parent(t sync.turn, p_tbl text, p_id text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  here constant jsonb := sync.get_row(p_tbl, p_id);
  giver record;
  team text;
BEGIN
  IF NOT EXISTS (SELECT FROM sync.hanging h WHERE h.tbl = p_tbl AND h.gives_team) THEN
    RETURN;
  END IF;
  giver := sync.team_giver(p_tbl, here);
  IF giver.tbl IS NOT NULL THEN
    team := (sync.get_brief(giver.tbl, sync.root(giver.tbl, giver.id))).team_id;
    IF team <> here ->> 'team_id' THEN
      PERFORM sync.move_team(t, p_tbl, here, team);
    END IF;
  END IF;
END $$;
