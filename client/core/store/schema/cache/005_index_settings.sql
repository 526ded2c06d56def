-- A group of pages is one segment, not one for each megabyte of it, and segments are merged in fewer, larger steps.
INSERT INTO text_words (text_words, rank) VALUES ('hashsize', 16777216);
INSERT INTO text_words (text_words, rank) VALUES ('automerge', 8);
