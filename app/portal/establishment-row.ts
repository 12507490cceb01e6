import { isUrn, type Establishment, type EstablishmentStatus } from '~/applications/establishments'

/** The columns of the register's file (GIAS, "edubasealldata") that are read, and what each becomes. */
const COLUMNS = {
  urn: 'URN',
  name: 'EstablishmentName',
  type: 'TypeOfEstablishment (name)',
  phase: 'PhaseOfEducation (name)',
  status: 'EstablishmentStatus (name)',
  lowAge: 'StatutoryLowAge',
  highAge: 'StatutoryHighAge',
  street: 'Street',
  locality: 'Locality',
  address3: 'Address3',
  town: 'Town',
  county: 'County (name)',
  postcode: 'Postcode',
  authorityCode: 'LA (code)',
  authority: 'LA (name)',
  ukprn: 'UKPRN',
  website: 'SchoolWebsite',
  phone: 'TelephoneNum',
} as const satisfies Record<keyof Establishment, string>

/** What the register says of a school, and what it means for a family. */
const STATUSES: Readonly<Record<string, EstablishmentStatus>> = {
  'Open': 'open',
  'Open, but proposed to close': 'open',
  'Proposed to open': 'proposed',
  'Closed': 'closed',
}
export const statusNames: readonly string[] = Object.keys(STATUSES)

/** Why a row cannot be taken, and in which column the reason lies. */
export interface RowFault {
  readonly column: string
  readonly value: string
  readonly code: 'not-a-urn' | 'no-name' | 'not-a-status' | 'not-an-age'
}

type Cells = Readonly<Record<keyof Establishment, string>>
const keys = Object.keys(COLUMNS) as (keyof Establishment)[]

/** The columns that a heading lacks. */
export const missingIn = (heading: readonly string[]): readonly string[] => Object.values(COLUMNS).filter((column) => !heading.includes(column))

/** Reads the rows that stand under a heading: each is an establishment, or what is wrong with it. */
export function rowReader(heading: readonly string[]): (cells: readonly string[]) => Establishment | readonly RowFault[] {
  const places = keys.map((key) => [key, heading.indexOf(COLUMNS[key])] as const)
  return (cells) => establishmentOf(Object.fromEntries(places.map(([key, place]) => [key, cells[place]?.trim() ?? ''])) as Cells)
}

function establishmentOf(told: Cells): Establishment | readonly RowFault[] {
  const faults: RowFault[] = []
  const doubt = (key: keyof Establishment, code: RowFault['code'], isWrong: boolean) => {
    if (isWrong) faults.push({ column: COLUMNS[key], value: told[key], code })
  }
  const status = Object.hasOwn(STATUSES, told.status) ? STATUSES[told.status] : undefined
  doubt('urn', 'not-a-urn', !isUrn(told.urn))
  doubt('name', 'no-name', told.name === '')
  doubt('status', 'not-a-status', status === undefined)
  doubt('lowAge', 'not-an-age', !isAge(told.lowAge))
  doubt('highAge', 'not-an-age', !isAge(told.highAge))
  return status === undefined || faults.length > 0 ? faults : { ...told, status, lowAge: ageOf(told.lowAge), highAge: ageOf(told.highAge) }
}

const isAge = (text: string) => /^\d{0,3}$/.test(text)
const ageOf = (text: string) => (text === '' ? null : Number(text))
