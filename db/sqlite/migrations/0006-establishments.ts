/**
 * Schools of the national register, and an index of the words that they are found by. The words are folded before they come here
 * (search-words.ts), so the index takes them as they are.
 */
export const establishments = `
CREATE TABLE establishments (
  urn INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  phase TEXT NOT NULL,
  status TEXT NOT NULL,
  low_age INTEGER,
  high_age INTEGER,
  street TEXT NOT NULL,
  locality TEXT NOT NULL,
  address3 TEXT NOT NULL,
  town TEXT NOT NULL,
  county TEXT NOT NULL,
  postcode TEXT NOT NULL,
  authority_code TEXT NOT NULL,
  authority TEXT NOT NULL,
  ukprn TEXT NOT NULL,
  website TEXT NOT NULL,
  phone TEXT NOT NULL,
  name_words TEXT NOT NULL,
  place_words TEXT NOT NULL,
  unlisted_at TEXT
) STRICT;
CREATE VIRTUAL TABLE establishment_words USING fts5 (
  name_words, place_words, content = 'establishments', content_rowid = 'urn', tokenize = 'ascii', prefix = '2 3'
);
CREATE TRIGGER establishments_added AFTER INSERT ON establishments BEGIN
  INSERT INTO establishment_words (rowid, name_words, place_words) VALUES (new.urn, new.name_words, new.place_words);
END;
CREATE TRIGGER establishments_changed AFTER UPDATE OF name_words, place_words ON establishments BEGIN
  INSERT INTO establishment_words (establishment_words, rowid, name_words, place_words) VALUES ('delete', old.urn, old.name_words, old.place_words);
  INSERT INTO establishment_words (rowid, name_words, place_words) VALUES (new.urn, new.name_words, new.place_words);
END;
`
