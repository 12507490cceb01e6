/** What else of a file is kept as objects: the pieces that it arrives in, and the pictures of its pages. Their bytes are sealed, as those of files are. */
export const uploadObjects = `
CREATE TABLE upload_objects (
  object TEXT PRIMARY KEY NOT NULL,
  upload TEXT NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  place INTEGER NOT NULL,
  size INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX upload_objects_place ON upload_objects (upload, kind, place);
`
