/** Whether whoever accepted an invitation was a member of that school then: the council is told when a school is spoken for by somebody it does not know. */
export const membersAccept = `
ALTER TABLE invitations ADD COLUMN accepted_by_member INTEGER;
`
