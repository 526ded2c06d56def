-- Narrow copies of what is in channels, for lists. Each can be made again from `record`; a record that stands in two
-- scopes (a guest became a member) has one row, of the one that came last.
CREATE TABLE topic (
  id          BLOB    PRIMARY KEY,
  rid         INTEGER NOT NULL,
  channel     BLOB    NOT NULL,
  is_case     INTEGER NOT NULL DEFAULT 0,
  author      BLOB    NOT NULL,
  started_at  INTEGER NOT NULL DEFAULT 0,
  started_seq INTEGER NOT NULL DEFAULT 0,
  activity_at INTEGER NOT NULL DEFAULT 0,   -- last post, else started_at
  posts       INTEGER NOT NULL DEFAULT 0,   -- deleted ones not counted
  pinned      INTEGER NOT NULL DEFAULT 0,
  deleted     INTEGER NOT NULL DEFAULT 0,   -- a mark where it was
  erase_at    INTEGER NOT NULL DEFAULT 0    -- of a case: then it goes; 0: never
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_channel ON topic (channel, pinned, activity_at);
CREATE INDEX topic_erase ON topic (erase_at) WHERE erase_at > 0;

CREATE TABLE post (
  topic      BLOB    NOT NULL,
  posted_seq INTEGER NOT NULL DEFAULT 0,
  id         BLOB    NOT NULL,
  rid        INTEGER NOT NULL,
  author     BLOB    NOT NULL,
  posted_at  INTEGER NOT NULL DEFAULT 0,
  deleted    INTEGER NOT NULL DEFAULT 0,    -- a mark where it was
  PRIMARY KEY (topic, posted_seq, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX post_id ON post (id);

CREATE TABLE earlier (
  of_id BLOB    NOT NULL,                   -- topic or post
  rid   INTEGER NOT NULL,
  seq   INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (of_id, rid)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic_mark (
  topic    BLOB    PRIMARY KEY,
  follow   INTEGER NOT NULL DEFAULT 0,
  mute     INTEGER NOT NULL DEFAULT 0,
  read_seq INTEGER NOT NULL DEFAULT 0,
  position BLOB    NOT NULL                 -- post; 16 zero bytes: none
) STRICT, WITHOUT ROWID;

-- Since when this user is in a channel: what is older is not new to him.
CREATE TABLE joined (
  channel BLOB    PRIMARY KEY,
  since   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
