-- What a pool asks of those who claim from it (`facts.md` §3), decided here once more: two laptops of one person do not know of one another, and
-- a program of somebody's own keeps no rule. Laptops count by the day of the place they stand at, which nobody here knows: where a day counts, the
-- centre is the more lenient by one, so that it never refuses what an honest laptop allowed.

CREATE INDEX IF NOT EXISTS lead_owner ON crm.lead (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS claim_user ON crm.claim (user_id);

-- The rule, by its field of the pool, that a claim of a waiting lead or account breaks; null for none.
CREATE FUNCTION sync.broken_rule(t sync.turn, p_claim jsonb, p_claimed jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  asker constant text := p_claim ->> 'user_id';
  pool crm.pool;
BEGIN
  SELECT * INTO pool FROM crm.pool p WHERE p.id = p_claimed ->> 'pool_id' AND p.deleted_at IS NULL;
  IF pool.id IS NULL OR p_claimed ->> 'owner_id' IS NOT NULL THEN
    RETURN NULL;
  ELSIF pool.wait_days > 0 AND p_claimed ->> 'former_owner_id' = asker
    AND (p_claimed ->> 'pooled_at') COLLATE "C" > sync.days_after(t.at, 1 - least(pool.wait_days, 36500)) THEN
    RETURN 'wait_days';
  ELSIF p_claim ->> 'tbl' = 'lead' AND pool.held_limit <= (
    SELECT count(*) FROM crm.lead l WHERE l.owner_id = asker AND l.deleted_at IS NULL AND l.merged_into IS NULL
      AND l.status IN ('new', 'working', 'qualified')) THEN
    RETURN 'held_limit';
  ELSIF 2 * pool.daily_claims <= (
    SELECT count(*) FROM crm.claim c WHERE c.user_id = asker AND c.state = 'held' AND c.deleted_at IS NULL
      AND left(c.asked_at, 10) = left(p_claim ->> 'asked_at', 10)
      AND pool.id = CASE c.tbl WHEN 'lead' THEN (SELECT l.from_pool_id FROM crm.lead l WHERE l.id = c.record_id)
        WHEN 'site' THEN (SELECT s.from_pool_id FROM crm.site s WHERE s.id = c.record_id) END) THEN
    RETURN 'daily_claims';  -- a day of the world's clock holds the ends of two
  END IF;
  RETURN NULL;
END $$;

-- Leaves a record in its pool and tells who asked by which rule.
CREATE FUNCTION sync.refuse_claim(t sync.turn, p_id text, p_rule text, p_pool text) RETURNS sync.verdict LANGUAGE plpgsql AS $$
BEGIN
  UPDATE crm.claim SET state = 'released', released_at = t.at WHERE id = p_id;
  RETURN sync.tell_asker(t, p_id, 'rule', p_rule, to_jsonb(p_pool));
END $$;
