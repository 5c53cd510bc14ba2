-- People, teams and what is shown to whom (`sync.md` §3.1).
CREATE TABLE sec.login (
  user_id text COLLATE "C" PRIMARY KEY,
  pg_role name UNIQUE,
  team_id text COLLATE "C",
  level text NOT NULL CHECK (level IN ('rep', 'manager', 'support', 'auditor', 'admin')),
  access_ver bigint NOT NULL DEFAULT 1,
  disabled_at timestamptz
);
CREATE TABLE sec.vis (
  user_id text COLLATE "C" NOT NULL,
  team_id text COLLATE "C" NOT NULL,
  can_write boolean NOT NULL,
  read_until timestamptz,
  write_until timestamptz,
  PRIMARY KEY (user_id, team_id)
);
CREATE TABLE sec.share (
  id text COLLATE "C" PRIMARY KEY,
  team_id text COLLATE "C" NOT NULL,
  to_user text COLLATE "C",
  to_team text COLLATE "C",
  can_write boolean NOT NULL DEFAULT false,
  why text,
  until timestamptz,
  granted_by text COLLATE "C",
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX share_user ON sec.share (to_user);
CREATE INDEX share_team ON sec.share (to_team);

-- What must be unique over teams, and who sees a record of another team.
CREATE TABLE crm.code (
  series text NOT NULL,
  code text COLLATE "C" NOT NULL,
  tbl text NOT NULL,
  id text COLLATE "C" NOT NULL,
  PRIMARY KEY (series, code)
);
CREATE INDEX code_record ON crm.code (id);
CREATE TABLE crm.reach (
  team_id text COLLATE "C" NOT NULL,
  tbl text NOT NULL,
  record_id text COLLATE "C" NOT NULL,
  can_write boolean NOT NULL,
  gone boolean NOT NULL DEFAULT false,
  rv bigint NOT NULL,
  stream_id int NOT NULL DEFAULT 0,
  PRIMARY KEY (team_id, tbl, record_id)
);
CREATE INDEX reach_team_rv ON crm.reach (team_id, rv, tbl, record_id);
CREATE INDEX reach_stream_rv ON crm.reach (stream_id, rv, tbl, record_id);
CREATE INDEX reach_record ON crm.reach (tbl, record_id);

-- The order of commits, the laptops' stories, and every edit ever received (`sync.md` §2.3).
CREATE TABLE sync.stream (id int PRIMARY KEY, n bigint NOT NULL);
INSERT INTO sync.stream VALUES (0, 0);
-- `mark` is a commit's fingerprint and never used twice: a batch sent again to a restored centre may get its old number, in another story.
CREATE TABLE sync.commit (
  stream_id int NOT NULL,
  n bigint NOT NULL,
  batch_id text COLLATE "C" NOT NULL,
  mark text COLLATE "C" NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
  device_id text COLLATE "C",
  user_id text COLLATE "C",
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (stream_id, n)
);
CREATE TABLE sync.device (
  id text COLLATE "C" PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL,
  label text,
  schema_ver int,
  last_no bigint NOT NULL DEFAULT 0,
  last_batch text COLLATE "C",
  last_pull jsonb,
  seen_at timestamptz
);
CREATE TABLE sync.batch (
  device_id text COLLATE "C" NOT NULL,
  no bigint NOT NULL,
  id text COLLATE "C" NOT NULL,
  sha256 text NOT NULL,
  n bigint NOT NULL,
  result jsonb NOT NULL,
  PRIMARY KEY (device_id, no)
);
-- `tbl`, `pk` as sent; `about_tbl`, `about_id` the record it was decided on: of a merged one the survivor, of a resolve the one in question.
CREATE TABLE sync.op (
  id text COLLATE "C" PRIMARY KEY,
  stream_id int NOT NULL,
  n bigint NOT NULL,
  device_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  tx text COLLATE "C",
  tbl text NOT NULL,
  pk text COLLATE "C" NOT NULL,
  about_tbl text NOT NULL,
  about_id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  fld text,
  old jsonb,
  new jsonb,
  prev jsonb,
  seen_rv bigint,
  outcome text NOT NULL,
  info jsonb,
  made_at text,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX op_record ON sync.op (about_id, n);
CREATE TABLE sync.leave (
  stream_id int NOT NULL,
  n bigint NOT NULL,
  team_id text COLLATE "C" NOT NULL,
  tbl text NOT NULL,
  id text COLLATE "C" NOT NULL,
  PRIMARY KEY (stream_id, n, tbl, id, team_id)
);
CREATE INDEX leave_team ON sync.leave (team_id, n);
-- Rows to lock instead of advisory locks, which distributed engines lack.
CREATE TABLE sync.lock (name text PRIMARY KEY);
INSERT INTO sync.lock VALUES ('tree:company'), ('code:customer');
-- Where records hung before the commit being made, for `sync.derive_access`; empty between commits.
CREATE TABLE sync.placed (
  n bigint NOT NULL,
  tbl text NOT NULL,
  id text COLLATE "C" NOT NULL,
  parent text COLLATE "C" NOT NULL,
  PRIMARY KEY (n, tbl, id, parent)
);
-- What the centre understands; written anew at every upgrade from the models. `plain`: to set it has no consequences elsewhere.
CREATE TABLE sync.field_policy (
  tbl text NOT NULL,
  fld text NOT NULL,
  type text NOT NULL,
  required boolean NOT NULL,
  guarded boolean NOT NULL,
  since_schema int NOT NULL,
  plain boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tbl, fld)
);
-- The same by table, for new records: names, names of required fields, name → type.
CREATE TABLE sync.known_table (tbl text PRIMARY KEY, fields text[] NOT NULL, required text[] NOT NULL, types jsonb NOT NULL);
CREATE TABLE sync.hanging (
  tbl text NOT NULL,
  fld text NOT NULL,
  parent text NOT NULL,
  is_parent boolean NOT NULL,
  gives_team boolean NOT NULL,
  PRIMARY KEY (tbl, fld)
);
