-- Narrow copies of folders, documents and versions, for lists. Each can be made again from `record`; a record that
-- stands in two scopes has one row, of the one that came last.
CREATE TABLE folder (
  id      BLOB    PRIMARY KEY,
  rid     INTEGER NOT NULL,
  channel BLOB    NOT NULL,
  parent  BLOB    NOT NULL,                    -- 16 zero bytes: at the top
  name    TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX folder_channel ON folder (channel);

CREATE TABLE document (
  id         BLOB    PRIMARY KEY,
  rid        INTEGER NOT NULL,
  scope      TEXT    NOT NULL,                 -- that it is read in
  channel    BLOB    NOT NULL,                 -- 16 zero bytes: that of its topic
  folder     BLOB    NOT NULL,
  topic      BLOB    NOT NULL,                 -- attached to it; 16 zero bytes: of the channel
  current    BLOB    NOT NULL,                 -- version
  name       TEXT    NOT NULL DEFAULT '',
  changed_at INTEGER NOT NULL DEFAULT 0,
  trashed_at INTEGER NOT NULL DEFAULT 0        -- 0: not in the bin
) STRICT, WITHOUT ROWID;
CREATE INDEX document_channel ON document (channel);
CREATE INDEX document_topic ON document (topic);

CREATE TABLE version (
  id         BLOB    PRIMARY KEY,
  rid        INTEGER NOT NULL,
  document   BLOB    NOT NULL,
  number     INTEGER NOT NULL DEFAULT 0,
  sha256     TEXT    NOT NULL DEFAULT '',
  size       INTEGER NOT NULL DEFAULT 0,
  author     BLOB    NOT NULL,
  added_at   INTEGER NOT NULL DEFAULT 0,
  concurrent INTEGER NOT NULL DEFAULT 0,
  media_type TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX version_document ON version (document, number);
CREATE INDEX version_sha256 ON version (sha256);

-- The text of contents that are on this computer, in pieces that search shows a part of. A text goes with the last
-- version that has its content.
CREATE TABLE content_text (
  number     INTEGER PRIMARY KEY,
  sha256     TEXT    NOT NULL UNIQUE,
  pages      INTEGER NOT NULL DEFAULT 0,
  error_code TEXT    NOT NULL DEFAULT ''       -- why there is no text; empty: there is
) STRICT;

CREATE TABLE document_piece (
  slot INTEGER PRIMARY KEY,                    -- row of document_words: content_text.number * 2^20 + place in it
  page INTEGER NOT NULL DEFAULT 1,             -- from 1
  text TEXT    NOT NULL DEFAULT ''             -- those of a page joined are its text
) STRICT;

CREATE VIRTUAL TABLE document_words USING fts5 (
  tokens, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);
INSERT INTO document_words (document_words, rank) VALUES ('hashsize', 16777216);
INSERT INTO document_words (document_words, rank) VALUES ('automerge', 8);
