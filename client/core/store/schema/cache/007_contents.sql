-- Contents of documents on this computer, one row per content, however many documents have it. The files themselves
-- are beside this database; a row says "here" only after its file is safe.
CREATE TABLE content (
  sha256     TEXT    PRIMARY KEY,             -- hexadecimal
  size       INTEGER NOT NULL DEFAULT 0,
  bytes_here INTEGER NOT NULL DEFAULT 0,      -- while fetching
  state      INTEGER NOT NULL DEFAULT 0,      -- ContentState
  last_used  INTEGER NOT NULL DEFAULT 0,      -- 0: never opened
  asked      INTEGER NOT NULL DEFAULT 0,      -- to be fetched whatever the rule says
  error_code TEXT    NOT NULL DEFAULT ''      -- failed: why
) STRICT, WITHOUT ROWID;
