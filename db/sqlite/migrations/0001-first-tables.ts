/** What is in the clear: ids, references, names of facts, dates and times. Everything that a person wrote is in a sealed column. */
export const firstTables = `
CREATE TABLE settings (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE keys (
  name TEXT PRIMARY KEY NOT NULL,
  kid TEXT NOT NULL,
  wrapped BLOB NOT NULL
) STRICT;

CREATE TABLE people (
  id TEXT PRIMARY KEY NOT NULL,
  email_index TEXT NOT NULL UNIQUE,
  email BLOB NOT NULL,
  created_at TEXT NOT NULL,
  kid TEXT NOT NULL,
  wrapped BLOB NOT NULL
) STRICT;

CREATE TABLE applications (
  id TEXT PRIMARY KEY NOT NULL,
  reference TEXT NOT NULL UNIQUE,
  form TEXT NOT NULL,
  language TEXT NOT NULL,
  browser TEXT,
  person TEXT REFERENCES people (id),
  started_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  sent_at TEXT,
  changed_at TEXT,
  kid TEXT NOT NULL,
  wrapped BLOB NOT NULL
) STRICT;
CREATE INDEX applications_browser ON applications (browser);
CREATE INDEX applications_person ON applications (person);
CREATE INDEX applications_changed ON applications (changed_at, id);

CREATE TABLE parts (
  place INTEGER PRIMARY KEY NOT NULL,
  application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  answers BLOB NOT NULL,
  revision INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX parts_name ON parts (application, name);

CREATE TABLE unfinished (
  application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  typed BLOB NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (application, part)
) STRICT;

CREATE TABLE facts (
  id TEXT PRIMARY KEY NOT NULL,
  application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  fact TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  details BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX facts_position ON facts (application, position);
CREATE UNIQUE INDEX facts_submitted_once ON facts (application) WHERE fact = 'submitted';

CREATE TABLE sent (
  fact TEXT PRIMARY KEY NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
  frozen BLOB NOT NULL
) STRICT;

CREATE TABLE retries (
  key_index TEXT PRIMARY KEY NOT NULL,
  request TEXT NOT NULL,
  fact TEXT NOT NULL REFERENCES facts (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY NOT NULL,
  browser TEXT NOT NULL,
  person TEXT REFERENCES people (id) ON DELETE CASCADE,
  opened_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_seen ON sessions (seen_at);

CREATE TABLE code_requests (
  browser TEXT PRIMARY KEY NOT NULL,
  email BLOB NOT NULL,
  code_hash TEXT NOT NULL,
  link_hash TEXT NOT NULL UNIQUE,
  asked_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  wrong_tries INTEGER NOT NULL
) STRICT;

CREATE TABLE messages (
  place INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  content BLOB NOT NULL,
  created_at TEXT NOT NULL,
  sent_at TEXT,
  retry_at TEXT,
  failures INTEGER NOT NULL
) STRICT;
CREATE INDEX messages_waiting ON messages (place) WHERE sent_at IS NULL;
`
