import { firstTables } from './0001-first-tables'
import { files } from './0002-files'

/** Every change of the tables, oldest first. A released one never changes; the database counts how many it has had. */
export const migrations: readonly string[] = [firstTables, files]
