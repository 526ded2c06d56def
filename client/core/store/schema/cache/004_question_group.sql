-- Open questions of others, by exactly which categories they are in: what is for this user is a sum over a few hundred
-- rows, however many questions there are.
CREATE TABLE question_group (
  categories  BLOB    PRIMARY KEY,            -- as question.categories
  open_others INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- A list is a walk along its order; which questions belong to it is known without looking at their rows.
DROP INDEX question_asked;
DROP INDEX question_activity;
CREATE INDEX question_asked ON question (asked_at, id, categories);
CREATE INDEX question_activity ON question (activity_at, id, categories);
