-- Reading: `hello`, `head`, `pull`, `enter`, `reload` (`sync.md` §2.6, §2.7; keys as in `crmdesk/sync/protocol.py`).
--
-- Rows travel column by column (`parts`): a column without any value in a page is one null, and both sides handle whole columns at once; two
-- thirds of the time and of the bytes of rows as lists. They are text, never cast to json: casting megabytes reads them once more.
--
-- A page goes table by table in the order of `fields.PULL_ORDER`; within a table by (key, id), where the key of a row of a held team is its `rv`
-- and that of a reached row the `rv` of its reach, which is never smaller. `columns` and `rows` of `reach` carry what held teams newly reach,
-- beside the records; `leave` comes with the last page. `commits` is empty where nothing is news: from cursor 0, and in `enter`.
-- Rights are refused, never masked: a team that is not the person's makes the whole answer `{"stale": true}`.

CREATE OR REPLACE FUNCTION sync.pull_order() RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT ARRAY['team', 'app_user', 'term', 'pool', 'pool_member', 'stage', 'criteria_set', 'criterion', 'company', 'site', 'contact', 'position',
    'claim', 'conflict', 'parked_edit', 'lead', 'opportunity', 'opportunity_contact', 'follow_up', 'qualification', 'qualification_answer',
    'conversion', 'unit', 'extra_address', 'collaborator', 'pair_verdict', 'activity']
$$;

-- The schema this centre speaks, and the oldest whose laptops may pull; `protocol.VERSION`, `OLDEST_VERSION`.
CREATE OR REPLACE FUNCTION sync.pull_versions(OUT version int, OUT oldest int)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$ SELECT 3, 3 $$;

-- Columns of a table as a laptop of one version gets them.
CREATE OR REPLACE FUNCTION sync.pull_columns(p_tbl text, p_version int) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
  WHERE a.attrelid = to_regclass(format('crm.%I', p_tbl)) AND a.attnum > 0 AND NOT a.attisdropped
    AND a.attname NOT IN ('stream_id', 'by_at', 'code_wanted')
    AND (a.attname <> 'by_user' OR p_tbl = 'parked_edit')  -- there it is a field: whose edit waits
    AND NOT (p_tbl IN ('conflict', 'parked_edit') AND a.attname IN ('merged_into', 'extra'))
    AND NOT EXISTS (SELECT FROM sync.field_policy f WHERE f.tbl = p_tbl AND f.fld = a.attname AND f.since_schema > p_version)
$$;

-- What the functions ask to choose an index and to pass over tables; of all teams, hence not for people.

-- Tables of which a row or its reach changed in a span of commits, in the order of a pull.
CREATE OR REPLACE FUNCTION sync.changed_tables(p_after bigint, p_upto bigint) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one text;
  is_changed boolean;
  tables text[] := '{}';
BEGIN
  IF p_after >= p_upto THEN
    RETURN tables;
  END IF;
  FOREACH one IN ARRAY sync.pull_order() LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM crm.%I WHERE stream_id = 0 AND rv > %s AND rv <= %s)', one, p_after, p_upto) INTO is_changed;
    IF is_changed THEN
      tables := tables || one;
    END IF;
  END LOOP;
  RETURN tables || ARRAY(SELECT DISTINCT r.tbl FROM crm.reach r WHERE r.stream_id = 0 AND r.rv > p_after AND r.rv <= p_upto AND r.tbl <> ALL (tables));
END
$$;

-- Whether a part is better read in the order of commits, with the teams as a filter, than team by team and sorted: when the teams are many
-- and the changes few, or when theirs are too many to be sorted again for every page.
CREATE OR REPLACE FUNCTION sync.reads_by_stream(p_tbl text, p_teams text[], p_after bigint, p_upto bigint, p_max int) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  is_so boolean;
BEGIN
  IF cardinality(p_teams) > 30 THEN
    IF cardinality(p_teams) * 3 > (SELECT count(*) FROM crm.team) THEN
      RETURN true;
    END IF;
    EXECUTE format('SELECT count(*) < 1000 FROM (SELECT FROM crm.%I WHERE stream_id = 0 AND rv >= $1 AND rv <= $2 LIMIT 1000) x', p_tbl)
      INTO is_so USING p_after, p_upto;
    IF is_so THEN
      RETURN true;
    END IF;
  END IF;
  EXECUTE format('SELECT count(*) > $5 FROM (SELECT FROM crm.%I x WHERE team_id = ANY ($1) AND rv >= $2 AND rv <= $3 LIMIT $4) y', p_tbl)
    INTO is_so USING p_teams, p_after, p_upto, 4 * p_max + 1, 4 * p_max;
  RETURN is_so;
END
$$;

-- The version of a laptop that may read these teams; null when it may not.
CREATE OR REPLACE FUNCTION sync.pull_version(p_device text, p_teams text[]) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT d.schema_ver FROM sync.device d
  WHERE d.id = p_device AND d.schema_ver >= (SELECT v.oldest FROM sync.pull_versions() v)
    AND (SELECT sec.uid()) IS NOT NULL
    AND NOT EXISTS (SELECT t FROM unnest(p_teams) t EXCEPT SELECT m FROM unnest(sec.my_teams()) m)
$$;

-- One table's part of a page: rows after (p_key, p_id) up to commit `p_upto`, at most `p_max`, as the text of a JSON list of its columns.
-- `taken` counts them; the part is the whole rest when `last_key` is null. `versions` are the rows' own, for `commits`.
CREATE OR REPLACE FUNCTION sync.pull_part(
  p_tbl text, p_version int, p_teams text[], p_key bigint, p_id text, p_upto bigint, p_max int, p_gone boolean, p_versions boolean,
  OUT part_json text, OUT reach_json text, OUT taken int, OUT last_key bigint, OUT last_id text, OUT versions bigint[])
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  columns text;  -- as they are read
  whole text;  -- as they are written
  own text;
  in_reach text;
  keys_found int;
BEGIN
  taken := 0;
  SELECT string_agg(format('x.%I AS c%s', c, i), ', ' ORDER BY i),
      format('CASE WHEN count(*) > 0 THEN ''['' || array_to_string(ARRAY[%s], '','', ''null'') || '']'' END',
        string_agg(format('CASE WHEN count(c%1$s) > 0 THEN json_agg(c%1$s)::text END', i), ', ' ORDER BY i)) INTO columns, whole
    FROM unnest(sync.pull_columns(p_tbl, p_version)) WITH ORDINALITY u(c, i);
  own := format('FROM crm.%I x WHERE %s AND (x.rv, x.id) > ($2, $3) AND x.rv <= $4', p_tbl,
    CASE WHEN sync.reads_by_stream(p_tbl, p_teams, p_key, p_upto, p_max) THEN 'x.stream_id = 0 AND (x.team_id || '''') = ANY ($1)' ELSE 'x.team_id = ANY ($1)' END);
  in_reach := 'FROM crm.reach r WHERE r.team_id = ANY ($1) AND r.rv >= $2 AND (r.rv, r.record_id) > ($2, $3) AND r.rv <= $4 AND r.tbl = '
    || quote_literal(p_tbl) || CASE WHEN p_gone THEN '' ELSE ' AND NOT r.gone' END;
  EXECUTE 'SELECT count(*) FROM (SELECT ' || in_reach || ' LIMIT 1) y' INTO keys_found USING p_teams, p_key, p_id, p_upto;

  IF keys_found = 0 THEN
    EXECUTE format(
      'SELECT %s, count(*), (array_agg(k))[count(*)], (array_agg(id))[count(*)], CASE WHEN $6 THEN array_agg(DISTINCT k) END
       FROM (SELECT x.rv AS k, x.id, %s %s ORDER BY x.rv, x.id LIMIT $5) y', whole, columns, own)
      INTO part_json, taken, last_key, last_id, versions USING p_teams, p_key, p_id, p_upto, p_max, p_versions;
    IF taken < p_max THEN
      last_key := NULL;
    END IF;
    RETURN;
  END IF;

  -- both: first where this part ends, then what lies before
  EXECUTE format(
    'SELECT count(*), (array_agg(k))[count(*)], (array_agg(id))[count(*)] FROM (
       SELECT k, id FROM ((SELECT x.rv AS k, x.id %s ORDER BY x.rv, x.id LIMIT $5) UNION (SELECT DISTINCT r.rv, r.record_id %s ORDER BY r.rv, r.record_id LIMIT $5)) z
       ORDER BY k, id LIMIT $5) y', own, in_reach)
    INTO taken, last_key, last_id USING p_teams, p_key, p_id, p_upto, p_max;
  EXECUTE format(
    'SELECT %4$s, CASE WHEN $7 THEN array_agg(DISTINCT rv) END FROM (
       SELECT x.rv AS k, x.id, x.rv, %1$s %2$s AND (x.rv, x.id) <= ($5, $6)
       UNION ALL
       SELECT r.rv, x.id, x.rv, %1$s FROM crm.reach r JOIN crm.%3$I x ON x.id = r.record_id
       WHERE r.team_id = ANY ($1) AND r.tbl = %3$L AND r.rv >= $2 AND (r.rv, r.record_id) > ($2, $3) AND (r.rv, r.record_id) <= ($5, $6)
         AND NOT r.gone AND x.rv <= $4 AND x.team_id <> ALL ($1)
         AND NOT EXISTS (SELECT FROM crm.reach o WHERE o.tbl = %3$L AND o.record_id = r.record_id AND o.team_id = ANY ($1) AND NOT o.gone
           AND o.rv <= $4 AND (o.rv, o.team_id) > (r.rv, r.team_id))
       ORDER BY 1, 2) y', columns, own, p_tbl, whole)
    INTO part_json, versions USING p_teams, p_key, p_id, p_upto, last_key, last_id, p_versions;
  EXECUTE 'SELECT string_agg(json_build_array(r.team_id, r.tbl, r.record_id, r.can_write, r.gone)::text, '','') ' || in_reach
    || ' AND (r.rv, r.record_id) <= ($5, $6)'
    INTO reach_json USING p_teams, p_key, p_id, p_upto, last_key, last_id;
  IF taken < p_max THEN
    last_key := NULL;
  END IF;
END
$$;

-- A page of `pull` and `enter`: rights are checked already.
CREATE OR REPLACE FUNCTION sync.pull_page(p_version int, p_teams text[], p_cursor bigint, p_upto bigint, p_after jsonb, p_max int, p_whole boolean)
RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  places constant text[] := sync.pull_order();
  changed constant text[] := sync.changed_tables(p_cursor, p_upto);
  place int := coalesce(array_position(places, p_after ->> 'table'), 1);
  page_rows constant int := greatest(1, least(coalesce(p_max, 5000), 20000));
  room int := page_rows;
  key bigint := coalesce((p_after ->> 'rv')::bigint, p_cursor);
  id text := coalesce(p_after ->> 'id', '~');
  part record;
  columns text[] := '{}';
  bodies text := '';  -- megabytes: copied as seldom as can be, hence `concat`
  reach text[] := '{}';
  versions bigint[] := '{}';
  next json;
  told_commits constant boolean := p_cursor > 0 AND NOT p_whole;
BEGIN
  WHILE place <= cardinality(places) LOOP
    IF places[place] = ANY (changed) THEN
      SELECT * INTO part FROM sync.pull_part(places[place], p_version, p_teams, key, id, p_upto, room, NOT p_whole, told_commits);
      IF part.part_json IS NOT NULL THEN
        columns := columns || format('"%s":%s', places[place], to_json(sync.pull_columns(places[place], p_version)));
        bodies := concat(bodies, CASE WHEN bodies = '' THEN '' ELSE ',' END, '"', places[place], '":', part.part_json);
        versions := versions || part.versions;
      END IF;
      IF part.reach_json IS NOT NULL THEN
        reach := reach || part.reach_json;
      END IF;
      room := room - part.taken;
      IF part.last_key IS NOT NULL THEN
        next := json_build_object('table', places[place], 'rv', part.last_key, 'id', part.last_id);
        EXIT;
      END IF;
    END IF;
    place := place + 1;
    key := p_cursor;
    id := '~';
  END LOOP;
  IF cardinality(reach) > 0 THEN
    columns := columns || '"reach":["team_id","tbl","record_id","can_write","gone"]'::text;
  END IF;
  RETURN concat('{"head":', p_upto, ',"head_batch":', to_json(sync.pull_batch(p_upto)),
    ',"columns":{', array_to_string(columns, ','), '},"parts":{', bodies, '},"rows":{',
    CASE WHEN cardinality(reach) > 0 THEN '"reach":[' END, array_to_string(reach, ','), CASE WHEN cardinality(reach) > 0 THEN ']' END, '}',
    ',"leave":', CASE WHEN next IS NULL AND NOT p_whole THEN sync.pull_leave(p_teams, p_cursor, p_upto) ELSE '[]' END,
    ',"commits":', sync.pull_commits(versions), ',"next":', coalesce(next::text, 'null'), '}');
END
$$;

-- A commit's fingerprint. Not the batch's id: a batch sent again to a restored centre may get its old number in another story.
CREATE OR REPLACE FUNCTION sync.pull_batch(p_n bigint) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((SELECT c.mark FROM sync.commit c WHERE c.stream_id = 0 AND c.n = p_n), '')
$$;

CREATE OR REPLACE FUNCTION sync.pull_head() RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((SELECT s.n FROM sync.stream s WHERE s.id = 0), 0)
$$;

-- A moment as everything at the centre writes it: UTC, milliseconds.
CREATE OR REPLACE FUNCTION sync.pull_moment(p_at timestamptz) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- Who made these commits, and when.
CREATE OR REPLACE FUNCTION sync.pull_commits(p_versions bigint[]) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(json_object_agg(c.n, json_build_array(c.user_id, sync.pull_moment(c.at::timestamptz)))::text, '{}')
  FROM sync.commit c WHERE c.stream_id = 0 AND c.n = ANY (p_versions)
$$;

-- Records that left one of these teams and that none of them has now: decided by what the laptop holds, not by rights (`sync.md` §2.9, hole 2).
CREATE OR REPLACE FUNCTION sync.pull_leave(p_teams text[], p_cursor bigint, p_upto bigint) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one record;
  gone text;
  lists text[] := '{}';
BEGIN
  FOR one IN
    SELECT l.tbl, array_agg(DISTINCT l.id) AS ids FROM sync.leave l
    WHERE l.stream_id = 0 AND l.n > p_cursor AND l.n <= p_upto AND l.team_id = ANY (p_teams) GROUP BY l.tbl ORDER BY l.tbl
  LOOP
    EXECUTE format(
      'SELECT string_agg(json_build_array(%1$L, i)::text, '','' ORDER BY i) FROM unnest($1) i
       WHERE NOT EXISTS (SELECT FROM crm.%1$I x WHERE x.id = i AND x.team_id = ANY ($2))
         AND NOT EXISTS (SELECT FROM crm.reach r WHERE r.tbl = %1$L AND r.record_id = i AND NOT r.gone AND r.team_id = ANY ($2))', one.tbl)
      INTO gone USING one.ids, p_teams;
    lists := lists || gone;
  END LOOP;
  RETURN '[' || array_to_string(array_remove(lists, NULL), ',') || ']';
END
$$;

DROP FUNCTION IF EXISTS sync_v1.pull(text, text[], bigint, bigint, jsonb, int);
CREATE FUNCTION sync_v1.pull(device text, teams text[], cursor bigint, upto bigint, after jsonb, max int) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
  version constant int := sync.pull_version(device, teams);
BEGIN
  IF version IS NULL THEN
    RETURN '{"stale":true}';
  END IF;
  RETURN sync.pull_page(version, teams, coalesce(cursor, 0), coalesce(upto, sync.pull_head()), after, max, false);
END
$$;

DROP FUNCTION IF EXISTS sync_v1.enter(text, text, bigint, jsonb, int);
CREATE FUNCTION sync_v1.enter(device text, team text, upto bigint, after jsonb, max int) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
  version constant int := sync.pull_version(device, ARRAY[team]);
BEGIN
  IF version IS NULL OR team IS NULL THEN
    RETURN '{"stale":true}';
  END IF;
  RETURN sync.pull_page(version, ARRAY[team], 0, coalesce(upto, sync.pull_head()), after, max, true);
END
$$;

CREATE OR REPLACE FUNCTION sync_v1.reload(device text, teams text[], records jsonb) RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  version constant int := sync.pull_version(device, teams);
  head constant bigint := sync.pull_head();
  one record;
  names text;
  body text;
  more bigint[];
  reached text;
  summed text[];
  columns text[] := '{}';
  bodies text[] := '{}';
  versions bigint[] := '{}';
BEGIN
  IF version IS NULL THEN
    RETURN '{"stale":true}';
  END IF;
  FOR one IN
    SELECT e ->> 0 AS tbl, array_agg(DISTINCT e ->> 1) AS ids FROM jsonb_array_elements(records) e
    WHERE e ->> 0 = ANY (sync.pull_order()) GROUP BY 1 ORDER BY array_position(sync.pull_order(), e ->> 0)
  LOOP
    SELECT 'json_build_array(' || string_agg(format('x.%I', c), ', ' ORDER BY i) || ')' INTO names
      FROM unnest(sync.pull_columns(one.tbl, version)) WITH ORDINALITY u(c, i);
    EXECUTE format(
      'SELECT json_agg(%s ORDER BY x.rv, x.id)::text, array_agg(DISTINCT x.rv) FROM crm.%I x WHERE x.id = ANY ($1) AND (x.team_id = ANY ($2)
         OR EXISTS (SELECT FROM crm.reach r WHERE r.tbl = %2$L AND r.record_id = x.id AND NOT r.gone AND r.team_id = ANY ($2)))', names, one.tbl)
      INTO body, more USING one.ids, teams;
    IF body IS NOT NULL THEN
      columns := columns || (to_json(one.tbl)::text || ':' || to_json(sync.pull_columns(one.tbl, version))::text);
      bodies := bodies || (to_json(one.tbl)::text || ':' || body);
      versions := versions || more;
    END IF;
  END LOOP;
  SELECT json_agg(json_build_array(r.team_id, r.tbl, r.record_id, r.can_write, false))::text INTO reached
    FROM jsonb_array_elements(records) e JOIN crm.reach r ON r.tbl = e ->> 0 AND r.record_id = e ->> 1
    WHERE NOT r.gone AND r.team_id = ANY (teams);
  IF reached IS NOT NULL THEN
    columns := columns || '"reach":["team_id","tbl","record_id","can_write","gone"]'::text;
    bodies := bodies || ('"reach":' || reached);
  END IF;
  SELECT array_agg(DISTINCT e ->> 1) INTO summed FROM jsonb_array_elements(records) e WHERE e ->> 0 = 'sums' AND e ->> 1 = ANY (teams);
  IF summed IS NOT NULL THEN
    columns := columns || '"sums":["team_id","tbl","many","hash"]'::text;
    bodies := bodies || ('"sums":' || sync.pull_sums(summed));
  END IF;
  RETURN ('{"head":' || head || ',"head_batch":' || to_json(sync.pull_batch(head)) || ',"columns":{' || array_to_string(columns, ',')
    || '},"rows":{' || array_to_string(bodies, ',') || '},"leave":[],"commits":' || sync.pull_commits(versions) || ',"next":null}')::json;
END
$$;

-- Cheap enough to be asked every minute.
CREATE OR REPLACE FUNCTION sync_v1.head() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  head constant bigint := CASE WHEN sec.uid() IS NULL THEN 0 ELSE sync.pull_head() END;
BEGIN
  IF (sec.me()).user_id IS NULL THEN
    RAISE EXCEPTION 'this login belongs to nobody here' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  RETURN jsonb_build_object('head', head, 'head_batch', CASE WHEN head = 0 THEN '' ELSE sync.pull_batch(head) END);
END
$$;
