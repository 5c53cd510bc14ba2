-- Who holds a record: the first claim to arrive, until it is given back or its days are over (`sync.md` §2.8, 23–25).

-- Decides a claim that has just been stored.
CREATE FUNCTION sync.grant_claim(t sync.turn, p_claim jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  tbl constant text := p_claim ->> 'tbl';
  claimed text := p_claim ->> 'record_id';
  holder crm.claim;
  until constant text := sync.days_after(t.at, coalesce(nullif((p_claim ->> 'days')::bigint, 0), 14));
  here jsonb;  -- the lead or account that is claimed
  rule text;
BEGIN
  IF tbl IN ('company', 'site', 'contact', 'lead') THEN
    claimed := sync.root(tbl, claimed);
    UPDATE crm.claim SET record_id = claimed WHERE id = p_claim ->> 'id';
  END IF;
  holder := sync.held_claim(t, tbl, claimed, p_claim ->> 'id');
  IF tbl IN ('site', 'lead') THEN
    here := sync.get_row(tbl, claimed);
  END IF;
  IF holder.id IS NULL THEN  -- one who has it without a claim has it no less
    holder := sync.owner_of_claimed(tbl, here, p_claim ->> 'user_id');
  END IF;
  IF p_claim ->> 'state' <> 'asked' THEN
    RETURN ROW('applied', NULL)::sync.verdict;
  END IF;
  IF holder.user_id = p_claim ->> 'user_id' THEN
    UPDATE crm.claim SET expires_at = greatest(expires_at, until), rv = t.n WHERE id = holder.id;
    UPDATE crm.claim SET state = 'released', released_at = t.at WHERE id = p_claim ->> 'id';
    PERFORM sync.hand_claimed(t, tbl, here, p_claim ->> 'user_id');
    RETURN ROW('applied', NULL)::sync.verdict;
  ELSIF holder.id IS NOT NULL THEN
    RETURN sync.lose_claim(t, p_claim ->> 'id', holder);
  END IF;
  rule := sync.broken_rule(t, p_claim, here);
  IF rule IS NOT NULL THEN
    RETURN sync.refuse_claim(t, p_claim ->> 'id', rule, here ->> 'pool_id');
  END IF;
  UPDATE crm.claim SET state = 'held', granted_at = t.at, expires_at = until,
    term = 1 + (SELECT coalesce(max(c.term), 0) FROM crm.claim c WHERE c.tbl = p_claim ->> 'tbl' AND c.record_id = claimed)
  WHERE id = p_claim ->> 'id';
  PERFORM sync.hand_claimed(t, tbl, here, p_claim ->> 'user_id');
  RETURN ROW('applied', NULL)::sync.verdict;
END $$;

-- Who has a lead, or an account that came from a pool, without a claim, as a claim of his would say it; nothing when it is the one who asks.
-- Other accounts may be taken along whoever owns them.
CREATE FUNCTION sync.owner_of_claimed(p_tbl text, p_claimed jsonb, p_user text) RETURNS crm.claim LANGUAGE plpgsql AS $$
DECLARE
  holder crm.claim;
BEGIN
  IF p_claimed ->> 'owner_id' <> p_user AND (p_tbl = 'lead' OR p_claimed ->> 'from_pool_id' IS NOT NULL) THEN
    holder.id := p_claimed ->> 'id';
    holder.user_id := p_claimed ->> 'owner_id';
    holder.granted_at := p_claimed ->> 'owned_since';
  END IF;
  RETURN holder;
END $$;

-- Gives a lead, or an account that waits in a pool, to whoever holds it now: out of its pool, into his team.
CREATE FUNCTION sync.hand_claimed(t sync.turn, p_tbl text, p_claimed jsonb, p_user text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_claimed IS NOT NULL AND p_claimed ->> 'owner_id' IS NULL AND (p_tbl = 'lead' OR p_claimed ->> 'pool_id' IS NOT NULL) THEN
    PERFORM sync.write(t, p_tbl, p_claimed ->> 'id', jsonb_build_object('owner_id', p_user, 'owned_since', t.at, 'pool_id', NULL,
      'pooled_at', NULL, 'from_pool_id', coalesce(p_claimed ->> 'pool_id', p_claimed ->> 'from_pool_id'), 'released_by_rule', NULL));
    PERFORM sync.follow_owner(t, p_tbl, p_claimed, p_user);
  END IF;
END $$;

-- Tells who claimed too late who has it, and since when.
CREATE FUNCTION sync.lose_claim(t sync.turn, p_id text, p_holder crm.claim) RETURNS sync.verdict LANGUAGE plpgsql AS $$
BEGIN
  UPDATE crm.claim SET state = 'lost', held_by = p_holder.user_id, held_since = p_holder.granted_at WHERE id = p_id;
  RETURN sync.tell_asker(t, p_id, 'claim', NULL, jsonb_build_object('by', p_holder.user_id, 'since', p_holder.granted_at));
END $$;

-- Lets who claimed know why he did not get it.
CREATE FUNCTION sync.tell_asker(t sync.turn, p_id text, p_kind text, p_fld text, p_theirs jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
DECLARE
  claim constant jsonb := sync.get_row('claim', p_id);
BEGIN
  RETURN sync.conflict(t, p_kind, 'claim', claim, p_fld, p_theirs, claim -> 'user_id', NULL);
END $$;

-- The claim that holds a record, `p_except` aside; one whose days are over lapses when it is met.
CREATE FUNCTION sync.held_claim(t sync.turn, p_tbl text, p_id text, p_except text) RETURNS crm.claim LANGUAGE plpgsql AS $$
DECLARE
  holder crm.claim;
BEGIN
  UPDATE crm.claim SET state = 'lapsed', rv = t.n
  WHERE tbl = p_tbl AND record_id = p_id AND state = 'held' AND deleted_at IS NULL AND expires_at <= t.at;
  SELECT * INTO holder FROM crm.claim c
  WHERE c.tbl = p_tbl AND c.record_id = p_id AND c.state = 'held' AND c.deleted_at IS NULL AND c.id <> p_except
  ORDER BY c.term, c.id LIMIT 1;
  RETURN holder;
END $$;

-- Working on what one holds prolongs it, twice a day at most: its days count from the last activity (`sync.md`, Decided).
CREATE FUNCTION sync.prolong_claims(t sync.turn, p_records text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE crm.claim c SET expires_at = sync.days_after(t.at, coalesce(nullif(c.days, 0), 14)), rv = t.n
  WHERE c.record_id = ANY (p_records) AND c.user_id = t.user_id AND c.state = 'held' AND c.deleted_at IS NULL AND c.expires_at > t.at
    AND c.expires_at::timestamptz < t.at::timestamptz + coalesce(nullif(c.days, 0), 14) * interval '1 day' - interval '12 hours';
END $$;

-- Gives a claim back; nothing else of a claim is a laptop's to change.
CREATE FUNCTION sync.change_claim(t sync.turn, p_claim jsonb) RETURNS sync.verdict LANGUAGE plpgsql AS $$
BEGIN
  IF p_claim ->> 'user_id' <> t.user_id OR t.fld <> 'state' OR t.new IS DISTINCT FROM '"released"' THEN
    RETURN sync.park(t, 'guarded', 'claim', p_claim ->> 'id', p_claim ->> 'team_id', p_claim ->> 'user_id');
  ELSIF p_claim ->> 'state' <> 'held' THEN
    RETURN ROW('same', NULL)::sync.verdict;
  END IF;
  PERFORM sync.write(t, 'claim', p_claim ->> 'id', jsonb_build_object('state', 'released', 'released_at', t.at));
  IF p_claim ->> 'tbl' IN ('site', 'lead') AND t.old = '"asked"' THEN
    PERFORM sync.take_back(t, p_claim);
  END IF;
  RETURN ROW('applied', NULL)::sync.verdict;
END $$;

-- Puts a lead or an account back where it came from: he no longer wanted it when he did not know yet that he had got it.
CREATE FUNCTION sync.take_back(t sync.turn, p_claim jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  claimed constant jsonb := sync.get_row(p_claim ->> 'tbl', p_claim ->> 'record_id');
BEGIN
  IF claimed ->> 'owner_id' = p_claim ->> 'user_id' AND claimed ->> 'owned_since' = p_claim ->> 'granted_at'
    AND claimed ->> 'from_pool_id' IS NOT NULL THEN
    PERFORM sync.write(t, p_claim ->> 'tbl', claimed ->> 'id', jsonb_build_object('owner_id', NULL, 'owned_since', NULL,
      'pool_id', claimed ->> 'from_pool_id', 'pooled_at', t.at));
  END IF;
END $$;

-- What its owner gives up is no longer held: a lead by anybody, an account by him; another may have taken that along.
CREATE FUNCTION sync.give_up_claims(t sync.turn, p_tbl text, p_row jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE crm.claim c SET state = 'released', released_at = t.at, rv = t.n
  WHERE c.record_id = p_row ->> 'id' AND c.tbl = p_tbl AND c.state = 'held' AND c.deleted_at IS NULL
    AND (p_tbl = 'lead' OR c.user_id = p_row ->> 'owner_id');
END $$;

-- After a merge claims are on the survivor; of two that hold it the survivor's own stays.
CREATE FUNCTION sync.claims_follow(t sync.turn, p_tbl text, p_loser text, p_survivor jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  staying constant crm.claim := sync.held_claim(t, p_tbl, p_survivor ->> 'id', '');
  claim crm.claim;
  asked sync.turn;
BEGIN
  FOR claim IN SELECT * FROM crm.claim c WHERE c.tbl = p_tbl AND c.record_id = p_loser ORDER BY c.id LOOP
    PERFORM sync.move_rows(t, 'claim', ARRAY[claim.id], p_survivor ->> 'team_id');
    PERFORM sync.write(t, 'claim', claim.id, jsonb_build_object('record_id', p_survivor ->> 'id'));
    IF claim.state = 'held' AND claim.deleted_at IS NULL AND staying.id IS NOT NULL THEN
      IF claim.user_id = staying.user_id THEN
        UPDATE crm.claim SET state = 'released', released_at = t.at WHERE id = claim.id;
      ELSE
        asked := t;
        asked.user_id := claim.user_id;
        PERFORM sync.lose_claim(asked, claim.id, staying);
      END IF;
    END IF;
  END LOOP;
END $$;
