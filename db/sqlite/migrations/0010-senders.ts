/** What whoever sent a request without signing in can find it again by, as blind indexes with a blank between them. */
export const senders = `
ALTER TABLE applications ADD COLUMN senders TEXT NOT NULL DEFAULT '';
`
