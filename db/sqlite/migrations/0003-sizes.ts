/** How many bytes the answers and the unfinished typing of an application hold, counted by the database itself so that no save has to add them up. */
export const sizes = `
ALTER TABLE applications ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
UPDATE applications SET size =
  (SELECT coalesce(sum(length(answers)), 0) FROM parts WHERE application = applications.id) +
  (SELECT coalesce(sum(length(typed)), 0) FROM unfinished WHERE application = applications.id);

CREATE TRIGGER parts_added AFTER INSERT ON parts BEGIN
  UPDATE applications SET size = size + length(new.answers) WHERE id = new.application;
END;
CREATE TRIGGER parts_changed AFTER UPDATE OF answers ON parts BEGIN
  UPDATE applications SET size = size + length(new.answers) - length(old.answers) WHERE id = new.application;
END;
CREATE TRIGGER parts_removed AFTER DELETE ON parts BEGIN
  UPDATE applications SET size = size - length(old.answers) WHERE id = old.application;
END;
CREATE TRIGGER unfinished_added AFTER INSERT ON unfinished BEGIN
  UPDATE applications SET size = size + length(new.typed) WHERE id = new.application;
END;
CREATE TRIGGER unfinished_changed AFTER UPDATE OF typed ON unfinished BEGIN
  UPDATE applications SET size = size + length(new.typed) - length(old.typed) WHERE id = new.application;
END;
CREATE TRIGGER unfinished_removed AFTER DELETE ON unfinished BEGIN
  UPDATE applications SET size = size - length(old.typed) WHERE id = old.application;
END;
`
