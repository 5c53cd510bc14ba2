-- `crm.reach`: what a team sees of other teams' records, derived at the end of each commit for what the commit touched.
--   (a) every company above a living site or company, for that record's team, to read
--   (b) a contact, for the team of each site where it has a living position, to write
--   (c) a collaborator's site with all that hangs on it and the people there, as granted; a company with its whole subtree and all that
--       hangs there, as granted; and the companies above, to read
--   (d) a conflict or a waiting edit, for whose edit it was and for who decides
--   (e) a lead that waits in a pool, for whom the pool is: its members, else its team, else everybody; to read, and so
--       to claim, its administrators also to write, and so to hand out
-- Only where the record's own team differs. No longer wanted: `gone`. Whatever is new, changed, gone, or reaches a record that changed gets the
-- commit's number, so that a pull finds it.
--
-- Everything that changed is found by its `rv`; `p_touched` = [[table, id, [old parents …]] …] only adds what the rows no longer say: where
-- they hung before. Teams a record had before are found in `sync.leave`.

CREATE OR REPLACE FUNCTION sync.companies_above(p_companies text[]) RETURNS TABLE (start text, id text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH RECURSIVE up(start, id) AS (
    SELECT DISTINCT c COLLATE "C", c COLLATE "C" FROM unnest(p_companies) c WHERE c IS NOT NULL
    UNION
    SELECT u.start, c.parent_id FROM up u JOIN crm.company c ON c.id = u.id WHERE c.parent_id IS NOT NULL
  )
  SELECT up.start, up.id FROM up
$$;

-- A company and everything below it.
CREATE OR REPLACE FUNCTION sync.companies_below(p_companies text[]) RETURNS TABLE (start text, id text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH RECURSIVE down(start, id) AS (
    SELECT DISTINCT c COLLATE "C", c COLLATE "C" FROM unnest(p_companies) c WHERE c IS NOT NULL
    UNION
    SELECT d.start, c.id FROM down d JOIN crm.company c ON c.parent_id = d.id
  )
  SELECT down.start, down.id FROM down
$$;

-- Collaborators of companies: by their own and by those above.
CREATE OR REPLACE FUNCTION sync.company_collaborators(p_companies text[]) RETURNS TABLE (company_id text, user_id text, can_write boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT up.start, k.user_id, bool_or(k.access = 'write')
  FROM sync.companies_above(p_companies) up JOIN crm.collaborator k ON k.company_id = up.id
  WHERE k.deleted_at IS NULL AND k.site_id IS NULL GROUP BY 1, 2
$$;

-- Collaborators of sites: their own, and those of the companies above.
CREATE OR REPLACE FUNCTION sync.site_collaborators(p_sites text[]) RETURNS TABLE (site_id text, user_id text, can_write boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT b.site_id, b.user_id, bool_or(b.can_write) FROM (
    SELECT k.site_id, k.user_id, k.access = 'write' AS can_write FROM crm.collaborator k WHERE k.site_id = ANY (p_sites) AND k.deleted_at IS NULL
    UNION ALL
    SELECT s.id, c.user_id, c.can_write FROM crm.site s
    JOIN sync.company_collaborators(ARRAY(SELECT DISTINCT t.company_id FROM crm.site t WHERE t.id = ANY (p_sites))) c ON c.company_id = s.company_id
    WHERE s.id = ANY (p_sites)
  ) b GROUP BY 1, 2
$$;

-- Teams that what lies in a company's subtree is of: they see what lies above it.
CREATE OR REPLACE FUNCTION sync.teams_below(p_company text) RETURNS TABLE (team text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH below AS MATERIALIZED (SELECT d.id FROM sync.companies_below(ARRAY[p_company]) d)
  SELECT x.team_id FROM below d JOIN crm.company x ON x.id = d.id WHERE x.deleted_at IS NULL
  UNION SELECT s.team_id FROM below d JOIN crm.site s ON s.company_id = d.id WHERE s.deleted_at IS NULL
  UNION SELECT k.user_id FROM below d JOIN crm.collaborator k ON k.company_id = d.id WHERE k.deleted_at IS NULL AND k.site_id IS NULL
  UNION SELECT k.user_id FROM below d JOIN crm.site s ON s.company_id = d.id JOIN crm.collaborator k ON k.site_id = s.id WHERE k.deleted_at IS NULL
$$;

-- Whether a team wants a company by (a) or (c), and may write it: null, false or true. Walks what lies below: for moves and losses only.
CREATE OR REPLACE FUNCTION sync.company_wanted(p_team text, p_company text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  granted boolean;
  below text[];
BEGIN
  SELECT c.can_write INTO granted FROM sync.company_collaborators(ARRAY[p_company]) c WHERE c.user_id = p_team;
  IF granted IS NOT NULL THEN
    RETURN granted;
  END IF;
  below := ARRAY(SELECT b.id FROM sync.companies_below(ARRAY[p_company]) b);
  IF EXISTS (SELECT FROM crm.company c WHERE c.id = ANY (below) AND c.id <> p_company AND c.team_id = p_team AND c.deleted_at IS NULL)
    OR EXISTS (SELECT FROM crm.site s WHERE s.company_id = ANY (below) AND s.team_id = p_team AND s.deleted_at IS NULL)
    OR EXISTS (SELECT FROM crm.collaborator k WHERE k.user_id = p_team AND k.deleted_at IS NULL AND k.site_id IS NULL
      AND k.company_id = ANY (below))
    OR EXISTS (SELECT FROM crm.collaborator k JOIN crm.site s ON s.id = k.site_id
      WHERE k.user_id = p_team AND k.deleted_at IS NULL AND s.company_id = ANY (below)) THEN
    RETURN false;
  END IF;
  RETURN NULL;
END
$$;

-- Brings the stored reach of the named records to what is wanted: parallel lists (table, id), and (table, id, team, may write).
CREATE OR REPLACE FUNCTION sync.put_reach(
  p_n bigint, p_tbls text[], p_ids text[], p_want_tbls text[], p_want_ids text[], p_want_teams text[], p_want_writes boolean[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  WITH wanted AS MATERIALIZED (
    SELECT w.tbl, w.id, w.team FROM unnest(p_want_tbls, p_want_ids, p_want_teams) AS w(tbl, id, team)
  ), affected AS MATERIALIZED (
    SELECT DISTINCT a.tbl, a.id FROM unnest(p_tbls, p_ids) AS a(tbl, id)
  )
  UPDATE crm.reach r SET gone = true, rv = p_n FROM affected a
  WHERE r.tbl = a.tbl AND r.record_id = a.id AND NOT r.gone
    AND NOT EXISTS (SELECT FROM wanted w WHERE w.tbl = r.tbl AND w.id = r.record_id AND w.team = r.team_id);
  INSERT INTO crm.reach AS r (team_id, tbl, record_id, can_write, gone, rv, stream_id)
  SELECT w.team, w.tbl, w.id, bool_or(w.can_write), false, p_n, 0
  FROM unnest(p_want_tbls, p_want_ids, p_want_teams, p_want_writes) AS w(tbl, id, team, can_write)
  WHERE w.team IS NOT NULL GROUP BY 1, 2, 3
  ON CONFLICT (team_id, tbl, record_id) DO UPDATE SET can_write = excluded.can_write, gone = false, rv = excluded.rv
    WHERE r.gone OR r.can_write <> excluded.can_write;
END
$$;
