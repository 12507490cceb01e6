import type { DetailsOf, Fact, FactName } from '../facts'

/** For tests and demo families: facts told in short, each with an id and an instant of its own. */
export type Told = { readonly [Name in FactName]: readonly [Name, on: string, details?: DetailsOf<Name>] }[FactName]

/** Facts in the order in which they were recorded. */
export const aStory = (...told: readonly Told[]): readonly Fact[] =>
  told.map(([fact, on, details = {}], index) => ({
    id: `fact-${index + 1}`,
    fact,
    on,
    recordedAt: `${on}T09:00:${String(index).padStart(2, '0')}.000Z`,
    by: 'test',
    details,
  }))
