-- What the person of a turn may do, and who is responsible for a record.

-- By the record's team, by reach, or by reach of the site it hangs on: what a collaborator has just added is reached only after the commit.
CREATE FUNCTION sync.may_write(t sync.turn, p_tbl text, p_row jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF p_row IS NULL THEN
    RETURN false;
  END IF;
  RETURN p_row ->> 'team_id' = ANY (t.writes)
    OR EXISTS (
      SELECT FROM crm.reach r
      WHERE r.tbl = p_tbl AND r.record_id = p_row ->> 'id' AND NOT r.gone AND r.can_write AND r.team_id = ANY (t.writes))
    OR (p_tbl IN ('position', 'activity', 'opportunity', 'unit', 'extra_address', 'collaborator') AND EXISTS (
      SELECT FROM crm.reach r
      WHERE r.tbl = 'site' AND r.record_id = p_row ->> 'site_id' AND NOT r.gone AND r.can_write AND r.team_id = ANY (t.writes)))
    OR (p_tbl = 'pool' AND sync.keeps_pool(t, p_row ->> 'id'))
    OR (p_tbl = 'pool_member' AND sync.keeps_pool(t, p_row ->> 'pool_id'));
END $$;

-- Whether a lead waited in a pool that is for him: who claims it late is told who has it, though he does not see it any more.
CREATE FUNCTION sync.might_have_claimed(t sync.turn, p_tbl text, p_id text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  RETURN p_tbl = 'lead' AND EXISTS (SELECT FROM crm.lead l JOIN sync.pool_audience() a ON a.pool_id = l.from_pool_id
    WHERE l.id = p_id AND CASE WHEN a.is_member THEN a.team = t.user_id ELSE a.team = ANY (t.reads) END);
END $$;

-- Whether he keeps a pool, its rules and its people: its administrators, of one without any every manager. The pools are the whole organisation's.
CREATE FUNCTION sync.keeps_pool(t sync.turn, p_pool text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  keepers constant text[] := ARRAY(SELECT m.user_id FROM crm.pool_member m
    WHERE m.pool_id = p_pool AND m.role = 'administrator' AND m.deleted_at IS NULL);
BEGIN
  RETURN CASE WHEN cardinality(keepers) = 0 THEN t.level IN ('manager', 'admin') ELSE t.user_id = ANY (keepers) END;
END $$;

CREATE FUNCTION sync.may_read(t sync.turn, p_tbl text, p_row jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF p_row IS NULL THEN
    RETURN false;
  END IF;
  RETURN p_row ->> 'team_id' = ANY (t.reads) OR EXISTS (
    SELECT FROM crm.reach r WHERE r.tbl = p_tbl AND r.record_id = p_row ->> 'id' AND NOT r.gone AND r.team_id = ANY (t.reads));
END $$;

-- Whether he decides for a team: a manager or administrator who may write there.
CREATE FUNCTION sync.is_lead(t sync.turn, p_team text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  RETURN t.level IN ('manager', 'admin') AND p_team = ANY (t.writes);
END $$;

-- The person responsible for a record: its owner; of what hangs on a site, a company or a lead, theirs.
CREATE FUNCTION sync.holder_of(p_tbl text, p_values jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  above jsonb;
BEGIN
  IF p_tbl IN ('company', 'site', 'lead') THEN
    RETURN p_values ->> 'owner_id';
  ELSIF p_tbl IN ('position', 'activity', 'opportunity', 'unit', 'extra_address', 'collaborator') THEN
    above := sync.get_row('site', p_values ->> 'site_id');
    IF above IS NULL THEN
      above := sync.get_row('company', p_values ->> 'company_id');
    END IF;
    RETURN above ->> 'owner_id';
  ELSIF p_tbl IN ('follow_up', 'qualification', 'conversion') THEN
    RETURN sync.get_row('lead', p_values ->> 'lead_id') ->> 'owner_id';
  ELSIF p_tbl = 'qualification_answer' THEN
    RETURN sync.holder_of('qualification', sync.get_row('qualification', p_values ->> 'qualification_id'));
  ELSIF p_tbl = 'claim' AND p_values ->> 'tbl' IN ('company', 'site', 'lead') THEN
    RETURN sync.get_row(p_values ->> 'tbl', p_values ->> 'record_id') ->> 'owner_id';
  END IF;
  RETURN NULL;
END $$;

-- Whether he may hang something on a record; one nobody knows yet is nobody's. Whoever sees a site may add activities to it, whoever sees a lead
-- or asked for it what he said to it: somebody who came too late hands his notes to the winner.
CREATE FUNCTION sync.may_add(t sync.turn, p_tbl text, p_parent text, p_id text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  above constant jsonb := sync.get_row(p_parent, p_id);
BEGIN
  IF above IS NULL THEN
    RETURN true;
  ELSIF p_tbl IN ('activity', 'claim', 'follow_up') THEN
    RETURN sync.may_read(t, p_parent, above) OR (p_tbl <> 'claim' AND sync.has_asked(t, p_parent, p_id));
  END IF;
  RETURN sync.may_write(t, p_parent, above);
END $$;

-- Whether he asked for a record, and got it or came too late.
CREATE FUNCTION sync.has_asked(t sync.turn, p_tbl text, p_id text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  RETURN EXISTS (SELECT FROM crm.claim c WHERE c.record_id = p_id AND c.tbl = p_tbl AND c.user_id = t.user_id
    AND c.state IN ('held', 'lost') AND c.deleted_at IS NULL);
END $$;

-- Whether a record exists that he does not see: nothing is hung on it, or whoever knows an id would come to read what lies above.
CREATE FUNCTION sync.is_unseen(t sync.turn, p_parent text, p_id text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  above constant sync.brief := sync.get_brief(p_parent, p_id);
BEGIN
  RETURN above.id IS NOT NULL AND NOT above.team_id = ANY (t.reads) AND NOT sync.may_read(t, p_parent, sync.get_row(p_parent, p_id));
END $$;

-- The refusal of an edit by rights (`sync.md` §2.8, 25, 27); null when it is allowed.
CREATE FUNCTION sync.refused(t sync.turn, p_tbl text, p_row jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  holder text;
BEGIN
  IF p_tbl = 'claim' AND t.kind IN ('set', 'move', 'del') THEN
    IF p_row ->> 'user_id' = t.user_id THEN
      RETURN NULL;
    END IF;
    RETURN sync.park(t, 'guarded', 'claim', p_row ->> 'id', p_row ->> 'team_id', p_row ->> 'user_id');
  END IF;
  IF NOT (p_row ->> 'team_id' = ANY (t.writes)) AND NOT (p_tbl = 'app_user' AND p_row ->> 'id' = t.user_id)
    AND NOT sync.may_write(t, p_tbl, p_row) THEN
    RETURN sync.park(t, 'access', p_tbl, p_row ->> 'id', p_row ->> 'team_id', sync.holder_of(p_tbl, p_row));
  END IF;
  IF t.kind = 'set' AND p_tbl IN ('company', 'site', 'lead', 'opportunity') THEN
    holder := p_row ->> t.fld;
    IF holder IS NOT NULL AND holder <> t.user_id
      AND EXISTS (SELECT FROM sync.field_policy f WHERE f.tbl = p_tbl AND f.fld = t.fld AND f.guarded)
      AND NOT sync.is_lead(t, p_row ->> 'team_id') THEN
      RETURN sync.park(t, 'guarded', p_tbl, p_row ->> 'id', p_row ->> 'team_id', holder);
    END IF;
  END IF;
  RETURN NULL;
END $$;
