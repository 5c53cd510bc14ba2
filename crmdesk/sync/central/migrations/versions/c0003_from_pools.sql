-- The pool that leads and accounts were claimed from, and since when an account is with its owner.
ALTER TABLE crm.lead
  ADD COLUMN from_pool_id text COLLATE "C";
ALTER TABLE crm.site
  ADD COLUMN owned_since text COLLATE "C",
  ADD COLUMN from_pool_id text COLLATE "C";
