-- What a laptop compares its rows with once a day (`sync.md` §2.6.7): of each team and table the number of rows, and a sum over id and version.

CREATE OR REPLACE FUNCTION sync.pull_sums(p_teams text[]) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one text;
  part text;
  lists text[] := '{}';
BEGIN
  FOREACH one IN ARRAY sync.pull_order() LOOP
    EXECUTE format(
      'SELECT string_agg(json_build_array(team_id, %1$L, many, hash)::text, '','') FROM (
         SELECT x.team_id, count(*) AS many, sum((''x'' || substr(md5(x.id || '':'' || x.rv), 1, 7))::bit(28)::bigint)::bigint AS hash
         FROM crm.%1$I x WHERE x.team_id = ANY ($1) GROUP BY x.team_id) y', one)
      INTO part USING p_teams;
    lists := lists || part;
  END LOOP;
  RETURN '[' || array_to_string(array_remove(lists, NULL), ',') || ']';
END
$$;
