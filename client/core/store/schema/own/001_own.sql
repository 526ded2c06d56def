-- One's own: never rebuilt, never thrown away by itself.
CREATE TABLE fact (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  key          TEXT    PRIMARY KEY,
  title        TEXT    NOT NULL DEFAULT '',
  body         TEXT    NOT NULL DEFAULT '',
  categories   BLOB    NOT NULL DEFAULT x'',  -- 16 bytes each
  target_title TEXT    NOT NULL DEFAULT '',
  base_seq     INTEGER NOT NULL DEFAULT 0,    -- edits
  saved_at     INTEGER NOT NULL DEFAULT 0,
  sources      TEXT    NOT NULL DEFAULT '',    -- answers; one a line
  question     BLOB    NOT NULL DEFAULT x''    -- that it belongs to; empty: none yet
) STRICT;
