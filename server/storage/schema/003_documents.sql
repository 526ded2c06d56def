-- Files that are coming in; the bytes are in a folder beside this database.
CREATE TABLE upload (
  id BLOB NOT NULL PRIMARY KEY DEFAULT x'',
  user BLOB NOT NULL DEFAULT x'',                     -- nobody else sees it
  channel BLOB NOT NULL DEFAULT x'',
  topic BLOB NOT NULL DEFAULT x'',                    -- nil: a document of the channel
  size INTEGER NOT NULL DEFAULT 0,                    -- as announced
  received INTEGER NOT NULL DEFAULT 0,                -- on disk
  sha256 TEXT NOT NULL DEFAULT '',                    -- hexadecimal; empty until it is complete
  created_at INTEGER NOT NULL DEFAULT 0,              -- milliseconds since 1970
  changed_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX upload_user ON upload (user);
CREATE INDEX upload_channel ON upload (channel);
CREATE INDEX upload_changed_at ON upload (changed_at);
CREATE INDEX upload_sha256 ON upload (sha256);

-- Which content each version of a living document has.
CREATE TABLE version_content (
  version BLOB NOT NULL PRIMARY KEY DEFAULT x'',
  channel BLOB NOT NULL DEFAULT x'',
  document BLOB NOT NULL DEFAULT x'',
  sha256 TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX version_content_channel ON version_content (channel, size);
CREATE INDEX version_content_sha256 ON version_content (sha256);

-- Documents in a bin, and when they are gone for good.
CREATE TABLE document_bin (
  document BLOB NOT NULL PRIMARY KEY DEFAULT x'',
  channel BLOB NOT NULL DEFAULT x'',
  empty_at INTEGER NOT NULL DEFAULT 0                 -- milliseconds since 1970
) STRICT, WITHOUT ROWID;
CREATE INDEX document_bin_empty_at ON document_bin (empty_at);
CREATE INDEX document_bin_channel ON document_bin (channel);
