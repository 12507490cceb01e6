/** What whoever sent a request without signing in can find it again by, as blind indexes with a blank between them, and how often it was tried in vain. */
export const senders = `
ALTER TABLE applications ADD COLUMN senders TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN sender_tries INTEGER NOT NULL DEFAULT 0;
`
