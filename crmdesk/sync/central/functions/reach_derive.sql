-- `sync.derive_access(n, touched)`: the one entrance to what `reach.sql` describes; `push` and the administration call it last of all.

CREATE OR REPLACE FUNCTION sync.derive_access(p_n bigint, p_touched jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  touched constant jsonb := coalesce(p_touched, '[]');
  moved constant text[] := sync.moved_companies(p_n, touched);
BEGIN
  PERFORM sync.reach_follow(p_n);
  PERFORM sync.reach_companies(p_n, touched, moved);
  PERFORM sync.reach_sites(p_n, touched, moved);
  PERFORM sync.reach_questions(p_n);
  PERFORM sync.reach_pools(p_n);
END
$$;

-- Changed companies that hung somewhere else before, or at the top: then those who see it do not see all above it yet, or those who
-- work on what is above it do not see it yet.
CREATE OR REPLACE FUNCTION sync.moved_companies(p_n bigint, p_touched jsonb) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  changed constant text[] := ARRAY(SELECT c.id FROM crm.company c WHERE c.stream_id = 0 AND c.rv = p_n AND c.parent_id IS NOT NULL);
BEGIN
  RETURN ARRAY(
    SELECT m FROM unnest(sync.moved_rows(p_touched, 'company')) m
    UNION SELECT c.id FROM crm.company c JOIN crm.company p ON p.id = c.parent_id
      JOIN crm.reach r ON r.tbl = 'company' AND r.record_id = c.id AND NOT r.gone AND r.team_id <> p.team_id
      WHERE c.id = ANY (changed)
        AND NOT EXISTS (SELECT FROM crm.reach o WHERE o.team_id = r.team_id AND o.tbl = 'company' AND o.record_id = p.id AND NOT o.gone)
    UNION SELECT c.id FROM sync.company_collaborators(changed) k JOIN crm.company c ON c.id = k.company_id AND c.team_id <> k.user_id
      WHERE NOT EXISTS (SELECT FROM crm.reach o WHERE o.team_id = k.user_id AND o.tbl = 'company' AND o.record_id = c.id AND NOT o.gone));
END
$$;

-- What reaches a changed record changes with it.
CREATE OR REPLACE FUNCTION sync.reach_follow(p_n bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE crm.reach r SET rv = p_n FROM sync.changed_records(p_n) c
  WHERE r.tbl = c.tbl AND r.record_id = c.id AND NOT r.gone AND r.rv <> p_n;
END
$$;

-- Everything of one commit that can be reached.
CREATE OR REPLACE FUNCTION sync.changed_records(p_n bigint) RETURNS TABLE (tbl text, id text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT 'company', x.id FROM crm.company x WHERE x.stream_id = 0 AND x.rv = p_n
  UNION ALL SELECT 'site', x.id FROM crm.site x WHERE x.stream_id = 0 AND x.rv = p_n
  UNION ALL SELECT 'contact', x.id FROM crm.contact x WHERE x.stream_id = 0 AND x.rv = p_n
  UNION ALL SELECT 'position', x.id FROM crm.position x WHERE x.stream_id = 0 AND x.rv = p_n
  UNION ALL SELECT 'activity', x.id FROM crm.activity x WHERE x.stream_id = 0 AND x.rv = p_n
  UNION ALL SELECT 'opportunity', x.id FROM crm.opportunity x WHERE x.stream_id = 0 AND x.rv = p_n
  UNION ALL SELECT 'unit', x.id FROM crm.unit x WHERE x.stream_id = 0 AND x.rv = p_n
  UNION ALL SELECT 'extra_address', x.id FROM crm.extra_address x WHERE x.stream_id = 0 AND x.rv = p_n
  UNION ALL SELECT 'collaborator', x.id FROM crm.collaborator x WHERE x.stream_id = 0 AND x.rv = p_n
  UNION ALL SELECT 'lead', x.id FROM crm.lead x WHERE x.stream_id = 0 AND x.rv = p_n
  UNION ALL SELECT 'conflict', x.id FROM crm.conflict x WHERE x.stream_id = 0 AND x.rv = p_n
  UNION ALL SELECT 'parked_edit', x.id FROM crm.parked_edit x WHERE x.stream_id = 0 AND x.rv = p_n
$$;

-- Where touched rows of a table hung before.
CREATE OR REPLACE FUNCTION sync.old_parents(p_touched jsonb, p_tbl text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT o), '{}') FROM jsonb_array_elements(p_touched) t,
    jsonb_array_elements_text(CASE WHEN jsonb_typeof(t -> 2) = 'array' THEN t -> 2 ELSE '[]' END) o
  WHERE t ->> 0 = p_tbl AND o IS NOT NULL
$$;

-- Touched rows of a table that hung somewhere else before.
CREATE OR REPLACE FUNCTION sync.moved_rows(p_touched jsonb, p_tbl text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT t ->> 1), '{}') FROM jsonb_array_elements(p_touched) t
  WHERE t ->> 0 = p_tbl AND jsonb_typeof(t -> 2) = 'array' AND jsonb_array_length(t -> 2) > 0
$$;

-- Companies: (a), and (c) up and down.
CREATE OR REPLACE FUNCTION sync.reach_companies(p_n bigint, p_touched jsonb, moved text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  changed text[] := ARRAY(SELECT c.id FROM crm.company c WHERE c.stream_id = 0 AND c.rv = p_n);
  sites text[] := ARRAY(SELECT s.id FROM crm.site s WHERE s.stream_id = 0 AND s.rv = p_n);
  links text[] := ARRAY(SELECT k.id FROM crm.collaborator k WHERE k.stream_id = 0 AND k.rv = p_n);
  link_parents text[] := sync.old_parents(p_touched, 'collaborator');
  left_companies text[] := ARRAY(SELECT l.id FROM sync.leave l WHERE l.stream_id = 0 AND l.n = p_n AND l.tbl = 'company');
  linked_sites text[];
  linked_companies text[];  -- whose collaborators may differ
  lost_at text[];           -- companies above which something may be wanted no more
  teams text[];
  down text[] := '{}';
BEGIN
  IF cardinality(changed) + cardinality(sites) + cardinality(links) = 0 THEN
    RETURN;
  END IF;
  linked_sites := ARRAY(SELECT k.site_id FROM crm.collaborator k WHERE k.id = ANY (links) AND k.site_id IS NOT NULL
    UNION SELECT s.id FROM crm.site s WHERE s.id = ANY (link_parents));
  linked_companies := ARRAY(SELECT k.company_id FROM crm.collaborator k WHERE k.id = ANY (links) AND k.company_id IS NOT NULL AND k.site_id IS NULL
    UNION SELECT c.id FROM crm.company c WHERE c.id = ANY (link_parents));

  -- what now wants to be seen from below: (a) for every changed living record, (c) for collaborators' own links
  WITH w AS MATERIALIZED (
    SELECT s.team_id AS team, s.company_id AS start FROM crm.site s WHERE s.id = ANY (sites) AND s.deleted_at IS NULL
    UNION SELECT x.team_id, x.parent_id FROM crm.company x WHERE x.id = ANY (changed) AND x.deleted_at IS NULL AND x.parent_id IS NOT NULL
    UNION SELECT k.user_id, s.company_id FROM crm.collaborator k JOIN crm.site s ON s.id = k.site_id
      WHERE (k.id = ANY (links) OR k.site_id = ANY (sites)) AND k.deleted_at IS NULL
    UNION SELECT k.user_id, k.company_id FROM crm.collaborator k
      WHERE (k.id = ANY (links) OR k.company_id = ANY (changed)) AND k.deleted_at IS NULL AND k.site_id IS NULL
    UNION SELECT b.team, m.parent_id FROM crm.company m CROSS JOIN LATERAL sync.teams_below(m.id) b
      WHERE m.id = ANY (moved) AND m.parent_id IS NOT NULL
  ), missing AS MATERIALIZED (
    SELECT DISTINCT w.team, c.id FROM w
    JOIN sync.companies_above(ARRAY(SELECT DISTINCT v.start FROM w v)) up ON up.start = w.start
    JOIN crm.company c ON c.id = up.id AND c.team_id <> w.team
    WHERE NOT EXISTS (SELECT FROM crm.reach o WHERE o.team_id = w.team AND o.tbl = 'company' AND o.record_id = c.id AND NOT o.gone)
  )
  INSERT INTO crm.reach AS r (team_id, tbl, record_id, can_write, gone, rv, stream_id)
  SELECT m.team, 'company', m.id, coalesce(k.can_write, false), false, p_n, 0 FROM missing m
  LEFT JOIN sync.company_collaborators(ARRAY(SELECT DISTINCT i.id FROM missing i)) k ON k.company_id = m.id AND k.user_id = m.team
  ON CONFLICT (team_id, tbl, record_id) DO UPDATE SET can_write = excluded.can_write, gone = false, rv = excluded.rv;

  -- what has to be looked at anew: companies that came to other collaborators, changed team, or lost something below
  down := ARRAY(SELECT DISTINCT d.id FROM sync.companies_below(linked_companies || ARRAY(
    SELECT m.id FROM unnest(moved) AS m(id) WHERE EXISTS (
      SELECT FROM sync.companies_above(ARRAY[m.id] || sync.old_parents(p_touched, 'company')) up
      JOIN crm.collaborator k ON k.company_id = up.id AND k.deleted_at IS NULL))) d);
  lost_at := ARRAY(
    SELECT s.company_id FROM crm.site s WHERE s.id = ANY (sites) AND (s.deleted_at IS NOT NULL OR s.id = ANY (linked_sites)
      OR EXISTS (SELECT FROM sync.leave l WHERE l.stream_id = 0 AND l.n = p_n AND l.tbl = 'site' AND l.id = s.id))
    UNION SELECT s.company_id FROM crm.site s WHERE s.id = ANY (linked_sites)
    UNION SELECT o FROM unnest(sync.old_parents(p_touched, 'site') || sync.old_parents(p_touched, 'company')) o
    UNION SELECT x.parent_id FROM crm.company x WHERE x.id = ANY (changed) AND x.deleted_at IS NOT NULL
    UNION SELECT x.parent_id FROM crm.company x WHERE x.id = ANY (left_companies)
    UNION SELECT c FROM unnest(linked_companies || left_companies) c);
  teams := ARRAY(
    SELECT s.team_id FROM crm.site s WHERE s.id = ANY (sites)
    UNION SELECT x.team_id FROM crm.company x WHERE x.id = ANY (changed)
    UNION SELECT l.team_id FROM sync.leave l WHERE l.stream_id = 0 AND l.n = p_n
    UNION SELECT k.user_id FROM crm.collaborator k WHERE k.id = ANY (links) OR k.site_id = ANY (sites)
    UNION SELECT r.team_id FROM crm.reach r WHERE r.tbl = 'site' AND r.record_id = ANY (sites || linked_sites)
    UNION SELECT r.team_id FROM crm.reach r WHERE r.tbl = 'company' AND r.record_id = ANY (moved || left_companies || linked_companies));
  WITH pair AS MATERIALIZED (
    SELECT DISTINCT t AS team, x.id, x.team_id FROM unnest(teams) t CROSS JOIN LATERAL (
      SELECT up.id FROM sync.companies_above(lost_at) up
      UNION SELECT d FROM unnest(down) d
    ) c JOIN crm.company x ON x.id = c.id
    WHERE x.id = ANY (left_companies) OR EXISTS (
      SELECT FROM crm.reach r WHERE r.team_id = t AND r.tbl = 'company' AND r.record_id = x.id AND NOT r.gone)
    UNION
    SELECT k.user_id, x.id, x.team_id FROM sync.company_collaborators(down || changed) k JOIN crm.company x ON x.id = k.company_id
  ), decided AS MATERIALIZED (
    SELECT p.team, p.id, CASE WHEN p.team <> p.team_id THEN sync.company_wanted(p.team, p.id) END AS can_write FROM pair p
  ), dropped AS (
    UPDATE crm.reach r SET gone = true, rv = p_n FROM decided d
    WHERE d.can_write IS NULL AND r.team_id = d.team AND r.tbl = 'company' AND r.record_id = d.id AND NOT r.gone
    RETURNING 1
  )
  INSERT INTO crm.reach AS r (team_id, tbl, record_id, can_write, gone, rv, stream_id)
  SELECT d.team, 'company', d.id, d.can_write, false, p_n, 0 FROM decided d WHERE d.can_write IS NOT NULL
  ON CONFLICT (team_id, tbl, record_id) DO UPDATE SET can_write = excluded.can_write, gone = false, rv = excluded.rv
    WHERE r.gone OR r.can_write <> excluded.can_write;
END
$$;

-- Sites, what hangs on them, and contacts: (b) and (c).
CREATE OR REPLACE FUNCTION sync.reach_sites(p_n bigint, p_touched jsonb, moved_companies text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  link_parents constant text[] := sync.old_parents(p_touched, 'collaborator');
  job_parents constant text[] := sync.old_parents(p_touched, 'position');
  links constant text[] := ARRAY(SELECT k.id FROM crm.collaborator k WHERE k.stream_id = 0 AND k.rv = p_n);
  changed constant text[] := ARRAY(SELECT s.id FROM crm.site s WHERE s.stream_id = 0 AND s.rv = p_n);
  linked text[];      -- sites whose collaborators may differ
  whole text[];       -- sites whose every hanging row is looked at
  tbls text[];
  ids text[];
  sites_of text[];
  teams_of text[];
  contacts text[];
  shown_site text[];
  shown_user text[];
  shown_write boolean[];
BEGIN
  linked := ARRAY(
    SELECT k.site_id FROM crm.collaborator k WHERE k.id = ANY (links) AND k.site_id IS NOT NULL
    UNION SELECT s.id FROM crm.site s WHERE s.id = ANY (link_parents)
    UNION SELECT s.id FROM sync.companies_below(
      ARRAY(SELECT k.company_id FROM crm.collaborator k WHERE k.id = ANY (links) AND k.company_id IS NOT NULL AND k.site_id IS NULL
        UNION SELECT c.id FROM crm.company c WHERE c.id = ANY (link_parents)
        UNION SELECT m FROM unnest(moved_companies) m WHERE EXISTS (
          SELECT FROM sync.companies_above(ARRAY[m] || sync.old_parents(p_touched, 'company')) up
          JOIN crm.collaborator k ON k.company_id = up.id AND k.deleted_at IS NULL))) d
      JOIN crm.site s ON s.company_id = d.id);
  whole := linked || ARRAY(  -- a changed site is looked at whole when who sees it differs from what is stored
    SELECT s.id FROM crm.site s
    LEFT JOIN (SELECT k.site_id, array_agg(k.user_id || k.can_write ORDER BY k.user_id) AS people
      FROM sync.site_collaborators(changed) k JOIN crm.site o ON o.id = k.site_id AND o.team_id <> k.user_id GROUP BY 1) k ON k.site_id = s.id
    LEFT JOIN (SELECT r.record_id, array_agg(r.team_id || r.can_write ORDER BY r.team_id) AS people
      FROM crm.reach r WHERE r.tbl = 'site' AND r.record_id = ANY (changed) AND NOT r.gone GROUP BY 1) r ON r.record_id = s.id
    WHERE s.id = ANY (changed) AND k.people IS DISTINCT FROM r.people);

  SELECT array_agg(h.tbl), array_agg(h.id), array_agg(h.site_id), array_agg(h.team_id) INTO tbls, ids, sites_of, teams_of FROM (
    SELECT 'site' AS tbl, x.id, x.id AS site_id, x.team_id FROM crm.site x WHERE x.id = ANY (changed || whole)
    UNION ALL SELECT 'position', x.id, x.site_id, x.team_id FROM crm.position x WHERE x.site_id = ANY (whole) OR x.stream_id = 0 AND x.rv = p_n
    UNION ALL SELECT 'activity', x.id, x.site_id, x.team_id FROM crm.activity x WHERE x.site_id = ANY (whole) OR x.stream_id = 0 AND x.rv = p_n
    UNION ALL SELECT 'opportunity', x.id, x.site_id, x.team_id FROM crm.opportunity x WHERE x.site_id = ANY (whole) OR x.stream_id = 0 AND x.rv = p_n
    UNION ALL SELECT 'unit', x.id, x.site_id, x.team_id FROM crm.unit x WHERE x.site_id = ANY (whole) OR x.stream_id = 0 AND x.rv = p_n
    UNION ALL SELECT 'extra_address', x.id, x.site_id, x.team_id FROM crm.extra_address x WHERE x.site_id = ANY (whole) OR x.stream_id = 0 AND x.rv = p_n
    UNION ALL SELECT 'collaborator', x.id, x.site_id, x.team_id FROM crm.collaborator x
      WHERE x.site_id IS NOT NULL AND (x.site_id = ANY (whole) OR x.stream_id = 0 AND x.rv = p_n)
  ) h;
  contacts := ARRAY(
    SELECT c.id FROM crm.contact c WHERE c.stream_id = 0 AND c.rv = p_n
    UNION SELECT p.contact_id FROM crm.position p WHERE p.stream_id = 0 AND p.rv = p_n
    UNION SELECT c.id FROM crm.contact c WHERE c.id = ANY (job_parents)
    UNION SELECT p.contact_id FROM crm.position p WHERE p.site_id = ANY (whole)
    UNION SELECT p.contact_id FROM crm.position p WHERE p.site_id IN (
      SELECT l.id FROM sync.leave l WHERE l.stream_id = 0 AND l.n = p_n AND l.tbl = 'site'));

  SELECT array_agg(k.site_id), array_agg(k.user_id), array_agg(k.can_write) INTO shown_site, shown_user, shown_write
    FROM sync.site_collaborators(ARRAY(
      SELECT DISTINCT s FROM unnest(sites_of) s
      UNION SELECT p.site_id FROM crm.position p WHERE p.contact_id = ANY (contacts) AND p.deleted_at IS NULL)) k;

  PERFORM sync.put_reach(p_n, tbls, ids, array_agg(w.tbl), array_agg(w.id), array_agg(w.team), array_agg(w.can_write)) FROM (
    SELECT h.tbl, h.id, k.user_id AS team, k.can_write
    FROM unnest(tbls, ids, sites_of, teams_of) AS h(tbl, id, site_id, team_id)
    JOIN unnest(shown_site, shown_user, shown_write) AS k(site_id, user_id, can_write) ON k.site_id = h.site_id AND k.user_id <> h.team_id) w;
  PERFORM sync.put_reach(p_n, array_fill('contact'::text, ARRAY[cardinality(contacts)]), contacts,
      array_agg('contact'::text), array_agg(w.id), array_agg(w.team), array_agg(w.can_write)) FROM (
    SELECT c.id, v.team, v.can_write
    FROM crm.contact c JOIN crm.position p ON p.contact_id = c.id AND p.deleted_at IS NULL
    CROSS JOIN LATERAL (
      SELECT s.team_id AS team, true AS can_write FROM crm.site s WHERE s.id = p.site_id
      UNION ALL SELECT k.user_id, k.can_write FROM unnest(shown_site, shown_user, shown_write) AS k(site_id, user_id, can_write) WHERE k.site_id = p.site_id) v
    WHERE c.id = ANY (contacts) AND v.team <> c.team_id) w;
  PERFORM sync.reach_company_links(p_n, links, moved_companies, p_touched);
END
$$;

-- Who works on a company sees who else does, there and below.
CREATE OR REPLACE FUNCTION sync.reach_company_links(p_n bigint, p_links text[], p_moved text[], p_touched jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  link_ids text[];
BEGIN
  link_ids := ARRAY(
    SELECT k.id FROM crm.collaborator k WHERE k.id = ANY (p_links) AND k.company_id IS NOT NULL AND k.site_id IS NULL
    UNION SELECT k.id FROM sync.companies_below(p_moved || sync.old_parents(p_touched, 'collaborator') || ARRAY(
        SELECT k.company_id FROM crm.collaborator k WHERE k.id = ANY (p_links) AND k.company_id IS NOT NULL AND k.site_id IS NULL)) d
      JOIN crm.collaborator k ON k.company_id = d.id AND k.site_id IS NULL);
  IF cardinality(link_ids) = 0 THEN
    RETURN;
  END IF;
  PERFORM sync.put_reach(p_n, array_fill('collaborator'::text, ARRAY[cardinality(link_ids)]), link_ids,
      array_agg('collaborator'::text), array_agg(w.id), array_agg(w.user_id), array_agg(w.can_write)) FROM (
    SELECT x.id, k.user_id, k.can_write FROM crm.collaborator x
    JOIN sync.company_collaborators(ARRAY(SELECT y.company_id FROM crm.collaborator y WHERE y.id = ANY (link_ids))) k ON k.company_id = x.company_id
    WHERE x.id = ANY (link_ids) AND k.user_id <> x.team_id) w;
END
$$;

-- Conflicts and waiting edits: (d).
CREATE OR REPLACE FUNCTION sync.reach_questions(p_n bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.put_reach(p_n, array_agg(q.tbl), array_agg(q.id),
      array_agg(q.tbl) FILTER (WHERE q.person <> q.team_id), array_agg(q.id) FILTER (WHERE q.person <> q.team_id),
      array_agg(q.person) FILTER (WHERE q.person <> q.team_id), array_agg(true) FILTER (WHERE q.person <> q.team_id))
  FROM (
    SELECT 'conflict' AS tbl, c.id, c.team_id, c.mine_by AS person FROM crm.conflict c WHERE c.stream_id = 0 AND c.rv = p_n
    UNION ALL SELECT 'parked_edit', e.id, e.team_id, e.by_user FROM crm.parked_edit e WHERE e.stream_id = 0 AND e.rv = p_n
    UNION ALL SELECT 'parked_edit', e.id, e.team_id, e.for_user FROM crm.parked_edit e WHERE e.stream_id = 0 AND e.rv = p_n
  ) q HAVING count(*) > 0;
END
$$;

CREATE INDEX IF NOT EXISTS lead_pool ON crm.lead (pool_id) WHERE pool_id IS NOT NULL;

-- For whom each pool is, as (e) says it; without a search path of its own, so that it becomes part of the statements that ask it.
CREATE OR REPLACE FUNCTION sync.pool_audience() RETURNS TABLE (pool_id text, team text, is_member boolean, can_write boolean)
LANGUAGE sql STABLE AS $$
  SELECT p.id, coalesce(m.user_id, nullif(p.for_team_id, ''), repeat('0', 32)), m.user_id IS NOT NULL, coalesce(m.role = 'administrator', false)
  FROM crm.pool p LEFT JOIN crm.pool_member m ON m.pool_id = p.id AND m.deleted_at IS NULL WHERE p.deleted_at IS NULL
$$;

-- Leads that wait in pools: (e). What was said to them comes with the lead to whoever claims it.
CREATE OR REPLACE FUNCTION sync.reach_pools(p_n bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  changed constant text[] := ARRAY(SELECT p.id FROM crm.pool p WHERE p.stream_id = 0 AND p.rv = p_n
    UNION SELECT m.pool_id FROM crm.pool_member m WHERE m.stream_id = 0 AND m.rv = p_n);
  leads constant text[] := ARRAY(SELECT l.id FROM crm.lead l WHERE l.stream_id = 0 AND l.rv = p_n
    UNION SELECT l.id FROM crm.lead l WHERE l.pool_id = ANY (changed));
BEGIN
  IF cardinality(leads) = 0 THEN
    RETURN;
  END IF;
  PERFORM sync.put_reach(p_n, array_fill('lead'::text, ARRAY[cardinality(leads)]), leads,
      array_agg('lead'::text), array_agg(w.id), array_agg(w.team), array_agg(w.can_write)) FROM (
    SELECT l.id, a.team, a.can_write FROM crm.lead l JOIN sync.pool_audience() a ON a.pool_id = l.pool_id
    WHERE l.id = ANY (leads) AND l.deleted_at IS NULL AND l.team_id <> a.team) w;
END
$$;
