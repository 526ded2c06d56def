-- One row: what this database is.
CREATE TABLE meta (
  only INTEGER NOT NULL PRIMARY KEY DEFAULT 1 CHECK (only = 1),
  server_id TEXT NOT NULL DEFAULT '',                 -- of this installation, for ever
  epoch TEXT NOT NULL DEFAULT '',                     -- new after every restore or repair
  commit_no INTEGER NOT NULL DEFAULT 0,               -- number of the newest commit
  backed_up_commit INTEGER NOT NULL DEFAULT 0         -- a verified backup holds every commit up to here, of this epoch
) STRICT;

CREATE TABLE scope (
  no INTEGER NOT NULL PRIMARY KEY,                    -- short name within this file; never leaves it
  name TEXT NOT NULL UNIQUE DEFAULT '',
  head INTEGER NOT NULL DEFAULT 0,                    -- the newest seq; raised inside the writing transaction
  floor INTEGER NOT NULL DEFAULT 0,                   -- the oldest cursor a delta can start from
  grant_no INTEGER NOT NULL DEFAULT 0                 -- generation of the right to read
) STRICT;

-- The newest version of every thing, tombstones included.
CREATE TABLE record (
  scope INTEGER NOT NULL DEFAULT 0,                   -- scope.no
  kind TEXT NOT NULL DEFAULT '',
  id TEXT NOT NULL DEFAULT '',
  seq INTEGER NOT NULL DEFAULT 0,                     -- of this version
  deleted INTEGER NOT NULL DEFAULT 0,                 -- 1: a tombstone, body and about are empty
  about TEXT NOT NULL DEFAULT '',                     -- the question it belongs to; empty: none
  written_at INTEGER NOT NULL DEFAULT 0,              -- milliseconds since 1970; for pruning only, orders nothing
  body TEXT NOT NULL DEFAULT ''                       -- a JSON object, byte for byte
) STRICT;
-- Begins with the id: posts are looked up across scopes too, so that no id is used twice.
CREATE UNIQUE INDEX record_identity ON record (id, kind, scope);
CREATE UNIQUE INDEX record_log ON record (scope, seq);
CREATE INDEX record_about ON record (scope, about) WHERE about <> '';
CREATE INDEX record_tombstone ON record (written_at) WHERE deleted = 1;

CREATE TABLE account (
  user BLOB NOT NULL PRIMARY KEY DEFAULT x'',         -- 16 bytes
  email TEXT NOT NULL UNIQUE COLLATE NOCASE DEFAULT '',
  password_hash TEXT NOT NULL DEFAULT '',             -- argon2id, libsodium's text form
  disabled INTEGER NOT NULL DEFAULT 0                 -- 1: may not sign in
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
  hash TEXT NOT NULL PRIMARY KEY DEFAULT '',          -- SHA-256 of the token, hexadecimal
  user BLOB NOT NULL DEFAULT x'',
  device TEXT NOT NULL DEFAULT '',                    -- name its user sees
  created_at INTEGER NOT NULL DEFAULT 0,
  last_used_at INTEGER NOT NULL DEFAULT 0             -- to the day
) STRICT, WITHOUT ROWID;
CREATE INDEX token_user ON token (user);

-- Who ticked what, of those who can sign in: all that routing reads.
CREATE TABLE expertise (
  category BLOB NOT NULL DEFAULT x'',
  user BLOB NOT NULL DEFAULT x'',
  role INTEGER NOT NULL DEFAULT 0,                    -- of the user, as in the Role enumeration; repeated for counting by role
  PRIMARY KEY (category, user)
) STRICT, WITHOUT ROWID;
CREATE INDEX expertise_user ON expertise (user);

-- How many ticked it, so that asking does not cost more with more experts.
CREATE TABLE expert_count (
  category BLOB NOT NULL PRIMARY KEY DEFAULT x'',
  users INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE applied_command (
  id BLOB NOT NULL PRIMARY KEY DEFAULT x'',
  user BLOB NOT NULL DEFAULT x'',
  payload_hash BLOB NOT NULL DEFAULT x'',             -- of kind and body
  answer TEXT NOT NULL DEFAULT '',                    -- JSON, given again to the same command
  commit_no INTEGER NOT NULL DEFAULT 0,               -- holds effect and answer
  applied_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
