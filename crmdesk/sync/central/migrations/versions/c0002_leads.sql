-- Leads, pools, qualification, conversion and opportunities, as `schema.crm_statements` wrote them for this revision.
CREATE TABLE crm.pool (
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
  note text COLLATE "C",
  for_team_id text COLLATE "C",
  takes_accounts bigint,
  daily_claims bigint,
  held_limit bigint,
  wait_days bigint,
  unfollowed_days bigint,
  no_opportunity_days bigint,
  after_contract_days bigint,
  days_by_grade text COLLATE "C",
  protect_days bigint,
  warn_days bigint,
  masks_contacts bigint,
  daily_views bigint,
  asks_reason bigint,
  position bigint
);
CREATE INDEX pool_team ON crm.pool (team_id, rv, id);
CREATE INDEX pool_stream ON crm.pool (stream_id, rv, id);
CREATE TABLE crm.pool_member (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  pool_id text COLLATE "C",
  user_id text COLLATE "C",
  role text COLLATE "C"
);
CREATE INDEX pool_member_team ON crm.pool_member (team_id, rv, id);
CREATE INDEX pool_member_stream ON crm.pool_member (stream_id, rv, id);
CREATE INDEX pool_member_pool_id ON crm.pool_member (pool_id);
CREATE TABLE crm.stage (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  code text COLLATE "C",
  name text COLLATE "C",
  name_zh_tw text COLLATE "C",
  name_en text COLLATE "C",
  probability bigint,
  is_won bigint,
  is_lost bigint,
  position bigint,
  retired_at text COLLATE "C"
);
CREATE INDEX stage_team ON crm.stage (team_id, rv, id);
CREATE INDEX stage_stream ON crm.stage (stream_id, rv, id);
CREATE TABLE crm.criteria_set (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  code text COLLATE "C",
  name text COLLATE "C",
  name_zh_tw text COLLATE "C",
  name_en text COLLATE "C",
  pass_percent bigint,
  pass_count bigint,
  source_id text COLLATE "C",
  industry_id text COLLATE "C",
  position bigint,
  retired_at text COLLATE "C"
);
CREATE INDEX criteria_set_team ON crm.criteria_set (team_id, rv, id);
CREATE INDEX criteria_set_stream ON crm.criteria_set (stream_id, rv, id);
CREATE TABLE crm.criterion (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  set_id text COLLATE "C",
  code text COLLATE "C",
  name text COLLATE "C",
  name_zh_tw text COLLATE "C",
  name_en text COLLATE "C",
  question text COLLATE "C",
  question_zh_tw text COLLATE "C",
  question_en text COLLATE "C",
  hint text COLLATE "C",
  hint_zh_tw text COLLATE "C",
  hint_en text COLLATE "C",
  weight bigint,
  is_knock_out bigint,
  position bigint,
  retired_at text COLLATE "C"
);
CREATE INDEX criterion_team ON crm.criterion (team_id, rv, id);
CREATE INDEX criterion_stream ON crm.criterion (stream_id, rv, id);
CREATE INDEX criterion_set_id ON crm.criterion (set_id);
CREATE TABLE crm.lead (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  company_name text COLLATE "C",
  person text COLLATE "C",
  job_title text COLLATE "C",
  mobile text COLLATE "C",
  phone text COLLATE "C",
  email text COLLATE "C",
  website text COLLATE "C",
  country text COLLATE "C",
  province text COLLATE "C",
  city text COLLATE "C",
  district text COLLATE "C",
  street text COLLATE "C",
  postcode text COLLATE "C",
  address_text text COLLATE "C",
  credit_code text COLLATE "C",
  headcount bigint,
  industry_id text COLLATE "C",
  source_id text COLLATE "C",
  origin text COLLATE "C",
  campaign text COLLATE "C",
  note text COLLATE "C",
  status text COLLATE "C",
  owner_id text COLLATE "C",
  owned_since text COLLATE "C",
  pool_id text COLLATE "C",
  pooled_at text COLLATE "C",
  former_owner_id text COLLATE "C",
  protected_until text COLLATE "C",
  is_locked bigint,
  contract_ends_on text COLLATE "C",
  next_step text COLLATE "C",
  next_step_on text COLLATE "C",
  last_follow_up_at text COLLATE "C",
  look_again_on text COLLATE "C",
  reason_id text COLLATE "C",
  released_by_rule text COLLATE "C",
  company_id text COLLATE "C",
  site_id text COLLATE "C",
  contact_id text COLLATE "C",
  converted_at text COLLATE "C",
  converted_by text COLLATE "C",
  external_id text COLLATE "C",
  web_visits bigint,
  web_seconds bigint,
  web_pages double precision
);
CREATE INDEX lead_team ON crm.lead (team_id, rv, id);
CREATE INDEX lead_stream ON crm.lead (stream_id, rv, id);
CREATE INDEX lead_company_id ON crm.lead (company_id);
CREATE INDEX lead_site_id ON crm.lead (site_id);
CREATE INDEX lead_contact_id ON crm.lead (contact_id);
CREATE TABLE crm.opportunity (
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
  stage_id text COLLATE "C",
  amount_minor bigint,
  currency text COLLATE "C",
  closes_on text COLLATE "C",
  closed_at text COLLATE "C",
  owner_id text COLLATE "C",
  source_id text COLLATE "C",
  campaign text COLLATE "C",
  next_step text COLLATE "C",
  next_step_on text COLLATE "C",
  note text COLLATE "C",
  lead_id text COLLATE "C"
);
CREATE INDEX opportunity_team ON crm.opportunity (team_id, rv, id);
CREATE INDEX opportunity_stream ON crm.opportunity (stream_id, rv, id);
CREATE INDEX opportunity_site_id ON crm.opportunity (site_id);
CREATE TABLE crm.opportunity_contact (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  opportunity_id text COLLATE "C",
  contact_id text COLLATE "C",
  role text COLLATE "C"
);
CREATE INDEX opportunity_contact_team ON crm.opportunity_contact (team_id, rv, id);
CREATE INDEX opportunity_contact_stream ON crm.opportunity_contact (stream_id, rv, id);
CREATE INDEX opportunity_contact_opportunity_id ON crm.opportunity_contact (opportunity_id);
CREATE INDEX opportunity_contact_contact_id ON crm.opportunity_contact (contact_id);
CREATE TABLE crm.follow_up (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  lead_id text COLLATE "C",
  kind text COLLATE "C",
  happened_at text COLLATE "C",
  text text COLLATE "C",
  author_id text COLLATE "C"
);
CREATE INDEX follow_up_team ON crm.follow_up (team_id, rv, id);
CREATE INDEX follow_up_stream ON crm.follow_up (stream_id, rv, id);
CREATE INDEX follow_up_lead_id ON crm.follow_up (lead_id);
CREATE TABLE crm.qualification (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  lead_id text COLLATE "C",
  set_id text COLLATE "C",
  started_at text COLLATE "C",
  started_by text COLLATE "C",
  ended_at text COLLATE "C",
  ended_by text COLLATE "C",
  outcome text COLLATE "C",
  score bigint,
  look_again_on text COLLATE "C",
  reason_id text COLLATE "C",
  note text COLLATE "C"
);
CREATE INDEX qualification_team ON crm.qualification (team_id, rv, id);
CREATE INDEX qualification_stream ON crm.qualification (stream_id, rv, id);
CREATE INDEX qualification_lead_id ON crm.qualification (lead_id);
CREATE TABLE crm.qualification_answer (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  qualification_id text COLLATE "C",
  criterion_id text COLLATE "C",
  value text COLLATE "C",
  evidence text COLLATE "C",
  answered_on text COLLATE "C"
);
CREATE INDEX qualification_answer_team ON crm.qualification_answer (team_id, rv, id);
CREATE INDEX qualification_answer_stream ON crm.qualification_answer (stream_id, rv, id);
CREATE INDEX qualification_answer_qualification_id ON crm.qualification_answer (qualification_id);
CREATE TABLE crm.conversion (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  deleted_at text COLLATE "C",
  merged_into text COLLATE "C",
  extra text NOT NULL DEFAULT '{}',
  by_user text COLLATE "C",
  by_at text COLLATE "C",
  lead_id text COLLATE "C",
  company_id text COLLATE "C",
  site_id text COLLATE "C",
  contact_id text COLLATE "C",
  opportunity_id text COLLATE "C",
  new_company bigint,
  new_site bigint,
  new_contact bigint,
  developed_by text COLLATE "C",
  converted_at text COLLATE "C",
  converted_by text COLLATE "C"
);
CREATE INDEX conversion_team ON crm.conversion (team_id, rv, id);
CREATE INDEX conversion_stream ON crm.conversion (stream_id, rv, id);
CREATE INDEX conversion_lead_id ON crm.conversion (lead_id);
CREATE INDEX conversion_company_id ON crm.conversion (company_id);
CREATE INDEX conversion_site_id ON crm.conversion (site_id);
CREATE INDEX conversion_contact_id ON crm.conversion (contact_id);
ALTER TABLE crm.site
  ADD COLUMN pool_id text COLLATE "C",
  ADD COLUMN pooled_at text COLLATE "C",
  ADD COLUMN former_owner_id text COLLATE "C",
  ADD COLUMN released_by_rule text COLLATE "C",
  ADD COLUMN protected_until text COLLATE "C",
  ADD COLUMN is_locked bigint,
  ADD COLUMN contract_ends_on text COLLATE "C";
