-- Whatever came from the server, as it came.
CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE scope (
  ordinal    INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE,
  epoch      TEXT    NOT NULL DEFAULT '',  -- empty: nothing held yet
  grant_no   INTEGER NOT NULL DEFAULT 0,
  low        INTEGER NOT NULL DEFAULT 0,   -- 1: down to the bottom
  high       INTEGER NOT NULL DEFAULT 0,
  rebuilding INTEGER NOT NULL DEFAULT 0    -- records are being staged
) STRICT;

CREATE TABLE kind (
  ordinal INTEGER PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE             -- unknown kinds too
) STRICT;

CREATE TABLE record (
  rid     INTEGER PRIMARY KEY,
  scope   INTEGER NOT NULL,
  kind    INTEGER NOT NULL,
  id      ANY     NOT NULL,                -- 16 or 32 bytes for UUIDs, otherwise text
  seq     INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,      -- a tombstone; body is empty then
  slot    INTEGER NOT NULL DEFAULT 0,      -- row in the text index; 0: not indexed
  body    TEXT    NOT NULL DEFAULT ''      -- JSON, byte for byte
) STRICT;
CREATE UNIQUE INDEX record_key ON record (scope, kind, id);
CREATE INDEX record_deleted ON record (scope) WHERE deleted = 1;

-- What a rebuild has collected so far; replaces the scope's records in one transaction.
CREATE TABLE staged (
  scope   INTEGER NOT NULL,
  kind    INTEGER NOT NULL,
  id      ANY     NOT NULL,
  seq     INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  body    TEXT    NOT NULL DEFAULT '',
  PRIMARY KEY (scope, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reach (
  categories TEXT    PRIMARY KEY,          -- ids in order, joined by a comma
  answer     TEXT    NOT NULL DEFAULT '',  -- JSON
  at         INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
