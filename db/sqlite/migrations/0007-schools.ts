/**
 * Schools that are asked about a request, the people who belong to a school, and which of them a part of a form was given to. Which school it is stands
 * nowhere in the clear ("school" is a blind index of its number): where a child learns can be what must not be found.
 */
export const schools = `
ALTER TABLE applications ADD COLUMN school TEXT;
CREATE INDEX applications_school ON applications (school);
CREATE TABLE members (
  school TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  about BLOB NOT NULL,
  is_lead INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  left_at TEXT,
  PRIMARY KEY (school, person)
) STRICT;
CREATE INDEX members_person ON members (person);
CREATE TABLE invitations (
  place INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  school TEXT NOT NULL,
  email_index TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  about BLOB NOT NULL,
  asked_at TEXT NOT NULL,
  due_on TEXT NOT NULL,
  answer TEXT REFERENCES applications (id) ON DELETE SET NULL,
  accepted_at TEXT,
  declined_at TEXT,
  reason BLOB,
  taken_back_at TEXT,
  ended_at TEXT
) STRICT;
CREATE INDEX invitations_application ON invitations (application);
CREATE INDEX invitations_school ON invitations (school);
CREATE INDEX invitations_answer ON invitations (answer);
CREATE TABLE sections_given (
  application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  section TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  PRIMARY KEY (application, section)
) STRICT;
`
