CREATE TABLE channel (
  id BLOB NOT NULL PRIMARY KEY DEFAULT x''             -- 16 bytes; all else stands in its scopes
) STRICT, WITHOUT ROWID;

-- Codes that were given to people by e-mail address; used once.
CREATE TABLE invitation_code (
  hash TEXT NOT NULL PRIMARY KEY DEFAULT '',          -- SHA-256 of the code, hexadecimal
  channel BLOB NOT NULL DEFAULT x'',
  invitation BLOB NOT NULL DEFAULT x'',
  expires_at INTEGER NOT NULL DEFAULT 0               -- milliseconds since 1970
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_code_invitation ON invitation_code (invitation);

-- When the case discussions must be erased.
CREATE TABLE case_due (
  topic BLOB NOT NULL PRIMARY KEY DEFAULT x'',
  channel BLOB NOT NULL DEFAULT x'',
  erase_at INTEGER NOT NULL DEFAULT 0                 -- milliseconds since 1970
) STRICT, WITHOUT ROWID;
CREATE INDEX case_due_at ON case_due (erase_at);
