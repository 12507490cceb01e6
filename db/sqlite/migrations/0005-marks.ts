/** What the forms of a browser are marked with, apart from its name: it was the name until now. */
export const marks = `
ALTER TABLE sessions ADD COLUMN mark TEXT NOT NULL DEFAULT '';
UPDATE sessions SET mark = browser;
`
