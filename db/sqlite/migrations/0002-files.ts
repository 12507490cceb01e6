/** Files that are sent with an application: their records, and who opened them. What they are called and say is sealed; their bytes are objects. */
export const files = `
CREATE TABLE uploads (
  place INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  object TEXT UNIQUE,
  size INTEGER NOT NULL,
  about BLOB NOT NULL,
  revision INTEGER NOT NULL,
  began_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  due_at TEXT,
  failures INTEGER NOT NULL
) STRICT;
CREATE INDEX uploads_application ON uploads (application);
CREATE INDEX uploads_due ON uploads (due_at) WHERE state = 'checking';

CREATE TABLE openings (
  place INTEGER PRIMARY KEY NOT NULL,
  upload TEXT NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
  opened_by BLOB NOT NULL,
  opened_at TEXT NOT NULL
) STRICT;
CREATE INDEX openings_upload ON openings (upload);
`
