/** Emails that could not be delivered: which request they were about, so that the family is told on its page, and when we gave up. */
export const undelivered = `
ALTER TABLE messages ADD COLUMN application TEXT REFERENCES applications (id) ON DELETE CASCADE;
ALTER TABLE messages ADD COLUMN gave_up_at TEXT;
ALTER TABLE messages RENAME COLUMN failures TO tries;
DROP INDEX messages_waiting;
CREATE INDEX messages_waiting ON messages (place) WHERE sent_at IS NULL AND gave_up_at IS NULL;
CREATE INDEX messages_application ON messages (application);
`
