-- Tables of records, as `schema.crm_statements` wrote them for this revision.
CREATE TABLE crm.team (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  name text COLLATE "C",
  parent_id text COLLATE "C"
);
CREATE INDEX team_team ON crm.team (team_id, rv, id);
CREATE INDEX team_stream ON crm.team (stream_id, rv, id);
CREATE INDEX team_parent_id ON crm.team (parent_id);
CREATE TABLE crm.app_user (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  name text COLLATE "C",
  login text COLLATE "C",
  email text COLLATE "C"
);
CREATE INDEX app_user_team ON crm.app_user (team_id, rv, id);
CREATE INDEX app_user_stream ON crm.app_user (stream_id, rv, id);
CREATE TABLE crm.term (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  taxonomy text COLLATE "C",
  code text COLLATE "C",
  parent_id text COLLATE "C",
  name text COLLATE "C",
  name_zh_tw text COLLATE "C",
  name_en text COLLATE "C",
  position bigint,
  retired_at text COLLATE "C"
);
CREATE INDEX term_team ON crm.term (team_id, rv, id);
CREATE INDEX term_stream ON crm.term (stream_id, rv, id);
CREATE INDEX term_parent_id ON crm.term (parent_id);
CREATE TABLE crm.company (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  parent_id text COLLATE "C",
  kind text COLLATE "C",
  legal_name text COLLATE "C",
  short_name text COLLATE "C",
  code text COLLATE "C",
  credit_code text COLLATE "C",
  country text COLLATE "C",
  industry_id text COLLATE "C",
  source_id text COLLATE "C",
  customer_kind text COLLATE "C",
  grade text COLLATE "C",
  graded_at text COLLATE "C",
  graded_by text COLLATE "C",
  owner_id text COLLATE "C",
  phone text COLLATE "C",
  website text COLLATE "C",
  headcount bigint,
  registered_on text COLLATE "C",
  invoice_title text COLLATE "C",
  invoice_address text COLLATE "C",
  invoice_phone text COLLATE "C",
  bank_name text COLLATE "C",
  bank_account text COLLATE "C",
  note text COLLATE "C",
  code_wanted text COLLATE "C"
);
CREATE INDEX company_team ON crm.company (team_id, rv, id);
CREATE INDEX company_stream ON crm.company (stream_id, rv, id);
CREATE INDEX company_parent_id ON crm.company (parent_id);
CREATE TABLE crm.site (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  company_id text COLLATE "C",
  name text COLLATE "C",
  code text COLLATE "C",
  credit_code text COLLATE "C",
  place_kind text COLLATE "C",
  functions text COLLATE "C",
  country text COLLATE "C",
  province text COLLATE "C",
  city text COLLATE "C",
  district text COLLATE "C",
  street text COLLATE "C",
  postcode text COLLATE "C",
  latitude double precision,
  longitude double precision,
  address_text text COLLATE "C",
  industry_id text COLLATE "C",
  source_id text COLLATE "C",
  customer_kind text COLLATE "C",
  status text COLLATE "C",
  grade text COLLATE "C",
  graded_at text COLLATE "C",
  graded_by text COLLATE "C",
  tier text COLLATE "C",
  owner_id text COLLATE "C",
  phone text COLLATE "C",
  email text COLLATE "C",
  website text COLLATE "C",
  note text COLLATE "C",
  code_wanted text COLLATE "C"
);
CREATE INDEX site_team ON crm.site (team_id, rv, id);
CREATE INDEX site_stream ON crm.site (stream_id, rv, id);
CREATE INDEX site_company_id ON crm.site (company_id);
CREATE TABLE crm.contact (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  name text COLLATE "C",
  mobile text COLLATE "C",
  phone text COLLATE "C",
  email text COLLATE "C",
  address_text text COLLATE "C",
  note text COLLATE "C"
);
CREATE INDEX contact_team ON crm.contact (team_id, rv, id);
CREATE INDEX contact_stream ON crm.contact (stream_id, rv, id);
CREATE TABLE crm.position (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  contact_id text COLLATE "C",
  site_id text COLLATE "C",
  title text COLLATE "C",
  department text COLLATE "C",
  is_main bigint,
  started_on text COLLATE "C",
  ended_on text COLLATE "C"
);
CREATE INDEX position_team ON crm.position (team_id, rv, id);
CREATE INDEX position_stream ON crm.position (stream_id, rv, id);
CREATE INDEX position_site_id ON crm.position (site_id);
CREATE INDEX position_contact_id ON crm.position (contact_id);
CREATE TABLE crm.claim (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  tbl text COLLATE "C",
  record_id text COLLATE "C",
  user_id text COLLATE "C",
  state text COLLATE "C",
  term bigint,
  asked_at text COLLATE "C",
  granted_at text COLLATE "C",
  expires_at text COLLATE "C",
  released_at text COLLATE "C",
  held_by text COLLATE "C",
  held_since text COLLATE "C",
  days bigint
);
CREATE INDEX claim_team ON crm.claim (team_id, rv, id);
CREATE INDEX claim_stream ON crm.claim (stream_id, rv, id);
CREATE TABLE crm.conflict (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  kind text COLLATE "C",
  fld text COLLATE "C",
  op_id text COLLATE "C",
  base text COLLATE "C",
  theirs text COLLATE "C",
  mine text COLLATE "C",
  theirs_by text COLLATE "C",
  theirs_at text COLLATE "C",
  mine_by text COLLATE "C",
  mine_at text COLLATE "C",
  state text COLLATE "C",
  choice text COLLATE "C",
  settled_by text COLLATE "C",
  settled_at text COLLATE "C",
  note text COLLATE "C",
  tbl text COLLATE "C",
  record_id text COLLATE "C"
);
CREATE INDEX conflict_team ON crm.conflict (team_id, rv, id);
CREATE INDEX conflict_stream ON crm.conflict (stream_id, rv, id);
CREATE TABLE crm.parked_edit (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  op_id text COLLATE "C",
  why text COLLATE "C",
  kind text COLLATE "C",
  fld text COLLATE "C",
  old text COLLATE "C",
  new text COLLATE "C",
  by_user text COLLATE "C",
  made_at text COLLATE "C",
  for_user text COLLATE "C",
  state text COLLATE "C",
  settled_by text COLLATE "C",
  settled_at text COLLATE "C",
  note text COLLATE "C",
  tbl text COLLATE "C",
  record_id text COLLATE "C"
);
CREATE INDEX parked_edit_team ON crm.parked_edit (team_id, rv, id);
CREATE INDEX parked_edit_stream ON crm.parked_edit (stream_id, rv, id);
CREATE TABLE crm.unit (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  site_id text COLLATE "C",
  name text COLLATE "C",
  floor text COLLATE "C",
  room text COLLATE "C",
  note text COLLATE "C"
);
CREATE INDEX unit_team ON crm.unit (team_id, rv, id);
CREATE INDEX unit_stream ON crm.unit (stream_id, rv, id);
CREATE INDEX unit_site_id ON crm.unit (site_id);
CREATE TABLE crm.extra_address (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  site_id text COLLATE "C",
  use text COLLATE "C",
  country text COLLATE "C",
  province text COLLATE "C",
  city text COLLATE "C",
  district text COLLATE "C",
  street text COLLATE "C",
  postcode text COLLATE "C",
  address_text text COLLATE "C",
  note text COLLATE "C"
);
CREATE INDEX extra_address_team ON crm.extra_address (team_id, rv, id);
CREATE INDEX extra_address_stream ON crm.extra_address (stream_id, rv, id);
CREATE INDEX extra_address_site_id ON crm.extra_address (site_id);
CREATE TABLE crm.collaborator (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  site_id text COLLATE "C",
  company_id text COLLATE "C",
  user_id text COLLATE "C",
  access text COLLATE "C",
  reason text COLLATE "C"
);
CREATE INDEX collaborator_team ON crm.collaborator (team_id, rv, id);
CREATE INDEX collaborator_stream ON crm.collaborator (stream_id, rv, id);
CREATE INDEX collaborator_site_id ON crm.collaborator (site_id);
CREATE INDEX collaborator_company_id ON crm.collaborator (company_id);
CREATE TABLE crm.pair_verdict (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  record_kind text COLLATE "C",
  left_id text COLLATE "C",
  right_id text COLLATE "C",
  verdict text COLLATE "C",
  decided_by text COLLATE "C",
  decided_at text COLLATE "C",
  note text COLLATE "C"
);
CREATE INDEX pair_verdict_team ON crm.pair_verdict (team_id, rv, id);
CREATE INDEX pair_verdict_stream ON crm.pair_verdict (stream_id, rv, id);
CREATE TABLE crm.activity (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  site_id text COLLATE "C",
  contact_id text COLLATE "C",
  kind text COLLATE "C",
  happened_at text COLLATE "C",
  text text COLLATE "C",
  author_id text COLLATE "C"
);
CREATE INDEX activity_team ON crm.activity (team_id, rv, id);
CREATE INDEX activity_stream ON crm.activity (stream_id, rv, id);
CREATE INDEX activity_site_id ON crm.activity (site_id);
CREATE INDEX activity_contact_id ON crm.activity (contact_id);
CREATE INDEX claim_record ON crm.claim (record_id);
CREATE INDEX company_credit_code ON crm.company (credit_code);
CREATE INDEX collaborator_user ON crm.collaborator (user_id);
CREATE INDEX conflict_record ON crm.conflict (record_id);
CREATE INDEX parked_edit_record ON crm.parked_edit (record_id);
