CREATE TABLE outbox (
  position     INTEGER PRIMARY KEY AUTOINCREMENT,  -- order of sending; never used twice
  id           BLOB    NOT NULL UNIQUE,
  kind         TEXT    NOT NULL,
  body         TEXT    NOT NULL,                   -- JSON
  title        TEXT    NOT NULL DEFAULT '',        -- what it is about
  created_at   INTEGER NOT NULL DEFAULT 0,
  state        INTEGER NOT NULL DEFAULT 0,         -- OutboxState
  attempts     INTEGER NOT NULL DEFAULT 0,         -- times sent
  epoch        TEXT    NOT NULL DEFAULT '',        -- confirmed: of the server then
  commit_no    INTEGER NOT NULL DEFAULT 0,         -- confirmed: of the server's commit
  effects      TEXT    NOT NULL DEFAULT '[]',      -- confirmed: [[scope, seq], ...]
  error_code   TEXT    NOT NULL DEFAULT '',        -- refused, conflict
  error_detail TEXT    NOT NULL DEFAULT '',
  newest       TEXT    NOT NULL DEFAULT ''         -- conflict: the record as it is on the server, JSON
) STRICT;
CREATE INDEX outbox_state ON outbox (state);
