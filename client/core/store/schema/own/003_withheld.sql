-- About to be discarded while the user can still take that back: not sent meanwhile.
ALTER TABLE outbox ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;
