import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// The tables as the migrations leave them (schema.test.ts proves that the two agree). Blobs are sealed values or wrapped keys.

const sealed = (name: string) => blob(name, { mode: 'buffer' }).notNull()
const ownKey = () => ({ kid: text('kid').notNull(), wrapped: blob('wrapped', { mode: 'buffer' }).notNull() })

export const settings = sqliteTable('settings', { name: text('name').primaryKey(), value: text('value').notNull() })

/** Keys of the store itself. */
export const keys = sqliteTable('keys', { name: text('name').primaryKey(), ...ownKey() })

export const people = sqliteTable('people', {
  id: text('id').primaryKey(),
  emailIndex: text('email_index').notNull().unique(),
  email: sealed('email'),
  createdAt: text('created_at').notNull(),
  ...ownKey(),
})

export const applications = sqliteTable(
  'applications',
  {
    id: text('id').primaryKey(),
    reference: text('reference').notNull().unique(),
    form: text('form').notNull(),
    language: text('language').notNull(),
    /** Who holds it: a browser until somebody signs in there, then a person. Neither when the council began it. */
    browser: text('browser'),
    person: text('person').references(() => people.id),
    startedAt: text('started_at').notNull(),
    savedAt: text('saved_at').notNull(),
    sentAt: text('sent_at'),
    /** When the latest fact was recorded: what other systems ask for changes by. */
    changedAt: text('changed_at'),
    ...ownKey(),
    /** Bytes of its answers and its unfinished typing; triggers count them. */
    size: integer('size').notNull().default(0),
    /** The school whose members share it, as a blind index of its number. */
    school: text('school'),
    /** What its sender can find it again by: blind indexes, with a blank between them. */
    senders: text('senders').notNull().default(''),
    /** How often somebody tried in vain to find it. */
    senderTries: integer('sender_tries').notNull().default(0),
  },
  (table) => [
    index('applications_school').on(table.school),
    index('applications_browser').on(table.browser),
    index('applications_person').on(table.person),
    index('applications_changed').on(table.changedAt, table.id),
  ],
)

const application = () =>
  text('application')
    .notNull()
    .references(() => applications.id, { onDelete: 'cascade' })

export const parts = sqliteTable(
  'parts',
  {
    /** Order of first saving: items of a repeat stay in the order in which they were added. */
    place: integer('place').primaryKey(),
    application: application(),
    name: text('name').notNull(),
    answers: sealed('answers'),
    revision: integer('revision').notNull(),
  },
  (table) => [uniqueIndex('parts_name').on(table.application, table.name)],
)

export const unfinished = sqliteTable(
  'unfinished',
  { application: application(), part: text('part').notNull(), typed: sealed('typed'), savedAt: text('saved_at').notNull() },
  (table) => [primaryKey({ columns: [table.application, table.part] })],
)

export const facts = sqliteTable(
  'facts',
  {
    id: text('id').primaryKey(),
    application: application(),
    /** 1 for the first fact of an application, then without a gap. */
    position: integer('position').notNull(),
    fact: text('fact').notNull(),
    on: text('happened_on').notNull(),
    recordedAt: text('recorded_at').notNull(),
    by: text('actor').notNull(),
    details: sealed('details'),
  },
  (table) => [
    uniqueIndex('facts_position').on(table.application, table.position),
    uniqueIndex('facts_submitted_once').on(table.application).where(sql`fact = 'submitted'`),
  ],
)

const fact = () => text('fact').references(() => facts.id, { onDelete: 'cascade' })

export const sent = sqliteTable('sent', { fact: fact().primaryKey(), frozen: sealed('frozen') })

/** Idempotency keys that were used and what was asked with them, as blind indexes. */
export const retries = sqliteTable('retries', {
  keyIndex: text('key_index').primaryKey(),
  request: text('request').notNull(),
  fact: fact().notNull(),
})

export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    browser: text('browser').notNull(),
    person: text('person').references(() => people.id, { onDelete: 'cascade' }),
    openedAt: text('opened_at').notNull(),
    seenAt: text('seen_at').notNull(),
    mark: text('mark').notNull().default(''),
  },
  (table) => [index('sessions_seen').on(table.seenAt)],
)

/** The latest request of each browser for a sign-in code. */
export const codeRequests = sqliteTable('code_requests', {
  browser: text('browser').primaryKey(),
  email: sealed('email'),
  codeHash: text('code_hash').notNull(),
  linkHash: text('link_hash').notNull().unique(),
  askedAt: text('asked_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  wrongTries: integer('wrong_tries').notNull(),
})

export const messages = sqliteTable(
  'messages',
  {
    place: integer('place').primaryKey(),
    id: text('id').notNull().unique(),
    content: sealed('content'),
    createdAt: text('created_at').notNull(),
    sentAt: text('sent_at'),
    retryAt: text('retry_at'),
    tries: integer('tries').notNull(),
    /** The request that it tells its family about. */
    application: text('application').references(() => applications.id, { onDelete: 'cascade' }),
    gaveUpAt: text('gave_up_at'),
  },
  (table) => [
    index('messages_waiting').on(table.place).where(sql`sent_at is null and gave_up_at is null`),
    index('messages_application').on(table.application),
  ],
)

/** Files that are sent with an application. Their bytes are objects, elsewhere. */
export const uploads = sqliteTable(
  'uploads',
  {
    /** Order of sending. */
    place: integer('place').primaryKey(),
    id: text('id').notNull().unique(),
    application: application(),
    state: text('state').notNull(),
    /** Where the bytes are; null when they are gone. */
    object: text('object').unique(),
    size: integer('size').notNull(),
    about: sealed('about'),
    revision: integer('revision').notNull(),
    beganAt: text('began_at').notNull(),
    changedAt: text('changed_at').notNull(),
    /** When it is to be checked. */
    dueAt: text('due_at'),
    failures: integer('failures').notNull(),
  },
  (table) => [index('uploads_application').on(table.application), index('uploads_due').on(table.dueAt).where(sql`state = 'checking'`)],
)

/** What else of a file is kept: the pieces that it arrives in (placed by their first byte), and pictures of its pages (placed by their number). */
export const uploadObjects = sqliteTable(
  'upload_objects',
  {
    object: text('object').primaryKey(),
    upload: text('upload')
      .notNull()
      .references(() => uploads.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['piece', 'page'] }).notNull(),
    place: integer('place').notNull(),
    size: integer('size').notNull(),
  },
  (table) => [uniqueIndex('upload_objects_place').on(table.upload, table.kind, table.place)],
)

export const openings = sqliteTable(
  'openings',
  {
    place: integer('place').primaryKey(),
    upload: text('upload')
      .notNull()
      .references(() => uploads.id, { onDelete: 'cascade' }),
    by: blob('opened_by', { mode: 'buffer' }).notNull(),
    at: text('opened_at').notNull(),
  },
  (table) => [index('openings_upload').on(table.upload)],
)

const told = (name: string) => text(name).notNull()

/** Schools, colleges and nurseries of the national register. The words that they are found by stand in an index of their own (migration 0006). */
export const establishments = sqliteTable('establishments', {
  urn: integer('urn').primaryKey(),
  name: told('name'),
  type: told('type'),
  phase: told('phase'),
  status: told('status'),
  lowAge: integer('low_age'),
  highAge: integer('high_age'),
  street: told('street'),
  locality: told('locality'),
  address3: told('address3'),
  town: told('town'),
  county: told('county'),
  postcode: told('postcode'),
  authorityCode: told('authority_code'),
  authority: told('authority'),
  ukprn: told('ukprn'),
  website: told('website'),
  phone: told('phone'),
  nameWords: told('name_words'),
  placeWords: told('place_words'),
  /** When the register was found to list it no longer. */
  unlistedAt: text('unlisted_at'),
})

/** Who belongs to a school. Whoever left stays known as such: an email that they once got must open nothing of that school any more. */
export const members = sqliteTable(
  'members',
  {
    /** A blind index of the number of the school. */
    school: text('school').notNull(),
    person: text('person')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    about: sealed('about'),
    isLead: integer('is_lead', { mode: 'boolean' }).notNull(),
    addedAt: text('added_at').notNull(),
    leftAt: text('left_at'),
  },
  (table) => [primaryKey({ columns: [table.school, table.person] }), index('members_person').on(table.person)],
)

/** Schools that were asked what they know, for a request. */
export const invitations = sqliteTable(
  'invitations',
  {
    /** Order of asking. */
    place: integer('place').primaryKey(),
    id: text('id').notNull().unique(),
    application: application(),
    school: text('school').notNull(),
    emailIndex: text('email_index').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    about: sealed('about'),
    askedAt: text('asked_at').notNull(),
    dueOn: text('due_on').notNull(),
    /** What the school writes, from when it accepted. */
    answer: text('answer').references(() => applications.id, { onDelete: 'set null' }),
    acceptedAt: text('accepted_at'),
    declinedAt: text('declined_at'),
    reason: blob('reason', { mode: 'buffer' }),
    takenBackAt: text('taken_back_at'),
    endedAt: text('ended_at'),
    /** Whether whoever accepted belonged to the school. */
    acceptedByMember: integer('accepted_by_member', { mode: 'boolean' }),
  },
  (table) => [
    index('invitations_application').on(table.application),
    index('invitations_school').on(table.school),
    index('invitations_answer').on(table.answer),
  ],
)

/** Parts of a form of a school that one of its members was asked to do. */
export const sectionsGiven = sqliteTable(
  'sections_given',
  {
    application: application(),
    section: text('section').notNull(),
    person: text('person')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.application, table.section] })],
)
