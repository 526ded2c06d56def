-- Narrow copies of the records, for lists. Each can be made again from `record`.
CREATE TABLE question (
  id          BLOB    PRIMARY KEY,
  rid         INTEGER NOT NULL DEFAULT 0,   -- record; 0: only references to it are here
  author      BLOB    NOT NULL,
  categories  BLOB    NOT NULL,             -- 16 bytes each, home first
  asked_at    INTEGER NOT NULL DEFAULT 0,
  activity_at INTEGER NOT NULL DEFAULT 0,   -- last answer or comment, else asked_at
  answers     INTEGER NOT NULL DEFAULT 0,
  helped      INTEGER NOT NULL DEFAULT 0,
  closed      INTEGER NOT NULL DEFAULT 0,
  asked_seq   INTEGER NOT NULL DEFAULT 0,
  news_seq    INTEGER NOT NULL DEFAULT 0,   -- newest seq in the home scope of what somebody else wrote
  title       TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX question_asked ON question (asked_at);
CREATE INDEX question_activity ON question (activity_at);
CREATE INDEX question_author ON question (author);

CREATE TABLE question_ref (
  question  BLOB    NOT NULL,
  category  BLOB    NOT NULL,               -- whose scope holds the reference
  asked_seq INTEGER NOT NULL DEFAULT 0,
  rid       INTEGER NOT NULL,
  PRIMARY KEY (question, category)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
  question  BLOB    NOT NULL,
  id        BLOB    NOT NULL,
  author    BLOB    NOT NULL,
  posted_at INTEGER NOT NULL DEFAULT 0,
  seq       INTEGER NOT NULL DEFAULT 0,
  rid       INTEGER NOT NULL,
  PRIMARY KEY (question, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE comment (
  question  BLOB    NOT NULL,
  id        BLOB    NOT NULL,
  author    BLOB    NOT NULL,
  posted_at INTEGER NOT NULL DEFAULT 0,
  seq       INTEGER NOT NULL DEFAULT 0,
  rid       INTEGER NOT NULL,
  PRIMARY KEY (question, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE thanks (
  question BLOB NOT NULL,
  answer   BLOB NOT NULL,
  user     BLOB NOT NULL,
  PRIMARY KEY (question, answer, user)
) STRICT, WITHOUT ROWID;

CREATE TABLE helpful (
  question BLOB NOT NULL,
  answer   BLOB NOT NULL,
  PRIMARY KEY (question, answer)
) STRICT, WITHOUT ROWID;

CREATE TABLE mark (
  target   ANY     NOT NULL,                -- as record.id
  kind     TEXT    NOT NULL,                -- saved, follow, later, not_for_me, read
  question BLOB    NOT NULL,                -- that the target belongs to
  at       INTEGER NOT NULL DEFAULT 0,
  until    INTEGER NOT NULL DEFAULT 0,      -- later: when it comes back; 0: when asked for
  seq      INTEGER NOT NULL DEFAULT 0,      -- read: seen up to here
  PRIMARY KEY (target, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX mark_kind ON mark (kind, at);

-- Per category, for the list of categories.
CREATE TABLE category_total (
  category   BLOB    PRIMARY KEY,
  questions  INTEGER NOT NULL DEFAULT 0,
  unanswered INTEGER NOT NULL DEFAULT 0     -- open and without an answer
) STRICT, WITHOUT ROWID;
