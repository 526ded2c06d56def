-- The texts by recency: a slot is the hour of the text and a number within it, so that FTS5 gives the newest first by
-- walking backwards. The index holds stems and no text; what is shown is read from `record`.
CREATE TABLE text_slot (
  slot INTEGER PRIMARY KEY,
  rid  INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE text_words USING fts5 (
  tokens, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE person_words USING fts5 (
  tokens, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);
