-- Documents that are never evicted from this computer.
CREATE TABLE pin (
  document BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What is kept here of a channel's documents; none: everything.
CREATE TABLE offline_rule (
  channel   BLOB    PRIMARY KEY,
  keep      INTEGER NOT NULL DEFAULT 0,       -- OfflineKeep
  bytes_max INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Files on their way to the server; each is copied aside first.
CREATE TABLE upload (
  id           BLOB    PRIMARY KEY,
  channel      BLOB    NOT NULL,
  folder       BLOB    NOT NULL,
  topic        BLOB    NOT NULL,              -- nil: not attached
  document     BLOB    NOT NULL,              -- that it will be, or gets a version
  version      BLOB    NOT NULL,
  base_version BLOB    NOT NULL,              -- nil: a new document
  command      BLOB    NOT NULL,              -- that will tell the server of it
  name         TEXT    NOT NULL DEFAULT '',
  media_type   TEXT    NOT NULL DEFAULT '',
  remark       TEXT    NOT NULL DEFAULT '',
  source       TEXT    NOT NULL DEFAULT '',   -- the user's own file
  sha256       TEXT    NOT NULL DEFAULT '',   -- of the copy; empty while preparing
  size         INTEGER NOT NULL DEFAULT 0,
  sent         INTEGER NOT NULL DEFAULT 0,
  state        INTEGER NOT NULL DEFAULT 0,    -- UploadState
  error_code   TEXT    NOT NULL DEFAULT '',
  added_at     INTEGER NOT NULL DEFAULT 0
) STRICT;
