/** Whether a school works, as the national register says: one that is about to close is open. */
export const establishmentStatuses = ['open', 'proposed', 'closed'] as const
export type EstablishmentStatus = (typeof establishmentStatuses)[number]

/** A school, college or nursery as the national register (GIAS) describes it. A text is empty where the register says nothing. */
export interface Establishment {
  /** Its number in the register, for ever: five to seven digits. */
  readonly urn: string
  readonly name: string
  readonly type: string
  readonly phase: string
  readonly status: EstablishmentStatus
  /** The ages it may teach, in years. */
  readonly lowAge: number | null
  readonly highAge: number | null
  readonly street: string
  readonly locality: string
  readonly address3: string
  readonly town: string
  readonly county: string
  readonly postcode: string
  readonly authorityCode: string
  readonly authority: string
  readonly ukprn: string
  readonly website: string
  readonly phone: string
}

/** Whether a text can be the number of an establishment. */
export const isUrn = (text: string): boolean => /^[1-9]\d{4,6}$/.test(text)

/** The most that a search gives. */
export const MOST_FOUND = 20

/** What a new list of the register came to. */
export interface Listing {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Known before and not in the list: kept, and no longer found. */
  readonly unlisted: number
}

/** The list of the national register, as the store keeps it. It is public: nobody has to ask for somebody. */
export interface Establishments {
  /**
   * Makes this the list of the national register, all of it or nothing. What was listed before and is not now is kept, since answers name it, but is
   * no longer found. The same list again changes nothing.
   * @param mayLose how many schools may go from the list at most: when more would (`loses`), nothing is changed
   */
  listEstablishments(list: readonly Establishment[], at: string, mayLose?: number): Promise<Listing | { readonly loses: number }>
  /**
   * The listed establishments that have a word beginning with each of these words in their name, town, postcode or number (URN): open ones
   * first, then those that fit best. At most MOST_FOUND; none for a text without two letters or digits.
   */
  findEstablishments(text: string): Promise<readonly Establishment[]>
  /** By its number; `unlistedAt` when the register no longer lists it. */
  establishment(urn: string): Promise<(Establishment & { readonly unlistedAt?: string }) | undefined>
}
