-- Customer codes are unique among living companies and sites; a credit code held twice is a question, not a mistake (`sync.md` §2.8, 14–15).

-- Lets go of a record's code: others may take it. The record keeps showing it.
CREATE FUNCTION sync.free_code(p_tbl text, p_row jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_row ->> 'code' <> '' THEN
    DELETE FROM crm.code c WHERE c.series = 'customer' AND c.code = p_row ->> 'code' AND c.tbl = p_tbl AND c.id = p_row ->> 'id';
  END IF;
END $$;

-- Gives a record a code. Taken: it has none, what was wanted is kept beside, and its maker is asked – the question's id then.
CREATE FUNCTION sync.take_code(t sync.turn, p_tbl text, p_row jsonb, p_code text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  holder record;
  other jsonb;
  theirs jsonb;
BEGIN
  PERFORM 1 FROM sync.lock l WHERE l.name = 'code:customer' FOR UPDATE;
  PERFORM sync.free_code(p_tbl, p_row);
  IF coalesce(p_code, '') <> '' THEN
    SELECT c.tbl, c.id INTO holder FROM crm.code c WHERE c.series = 'customer' AND c.code = p_code;
    IF FOUND THEN
      PERFORM sync.write(t, p_tbl, p_row ->> 'id', jsonb_build_object('code', NULL, 'code_wanted', p_code));
      other := sync.get_row(holder.tbl, holder.id);
      IF sync.may_read(t, holder.tbl, other) THEN
        theirs := jsonb_build_object('id', holder.id, 'name', coalesce(other -> 'legal_name', other -> 'name'));
      END IF;
      RETURN sync.ask(t, 'code', p_tbl, p_row || jsonb_build_object('by_user', t.user_id, 'by_at', t.at), 'code', theirs, to_jsonb(p_code), NULL);
    END IF;
    INSERT INTO crm.code (series, code, tbl, id) VALUES ('customer', p_code, p_tbl, p_row ->> 'id');
  END IF;
  PERFORM sync.write(t, p_tbl, p_row ->> 'id', jsonb_build_object('code', p_code, 'code_wanted', NULL));
  RETURN NULL;
END $$;

-- Asks about another living company with the same credit code.
CREATE FUNCTION sync.notice_same_credit_code(t sync.turn, p_row jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  other text;
BEGIN
  IF coalesce(p_row ->> 'credit_code', '') = '' OR p_row ->> 'deleted_at' IS NOT NULL THEN
    RETURN;
  END IF;
  SELECT min(c.id) INTO other FROM crm.company c
    WHERE c.credit_code = p_row ->> 'credit_code' AND c.deleted_at IS NULL AND c.id <> p_row ->> 'id';
  IF other IS NOT NULL THEN
    PERFORM sync.ask(t, 'duplicate', 'company', p_row, NULL,
      CASE WHEN sync.may_read(t, 'company', sync.get_row('company', other)) THEN to_jsonb(other) END, p_row -> 'credit_code', NULL);
  END IF;
END $$;
