import { firstTables } from './0001-first-tables'
import { files } from './0002-files'
import { sizes } from './0003-sizes'
import { undelivered } from './0004-undelivered'
import { marks } from './0005-marks'
import { establishments } from './0006-establishments'
import { schools } from './0007-schools'
import { uploadObjects } from './0008-upload-objects'
import { membersAccept } from './0009-members-accept'
import { senders } from './0010-senders'

/** Every change of the tables, oldest first. A released one never changes; the database counts how many it has had. */
export const migrations: readonly string[] = [firstTables, files, sizes, undelivered, marks, establishments, schools, uploadObjects, membersAccept, senders]
