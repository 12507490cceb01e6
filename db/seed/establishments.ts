import type { Establishment } from '~/applications/establishments'

type Told = Pick<Establishment, 'urn' | 'name' | 'type' | 'phase' | 'lowAge' | 'highAge' | 'street' | 'postcode' | 'phone'> & Partial<Establishment>

/** A school that works, in the demo council's town. */
const inAnyborough = (told: Told): Establishment => ({
  status: 'open',
  locality: '',
  address3: '',
  town: 'Anyborough',
  county: '',
  authorityCode: '999',
  authority: 'Anyborough',
  ukprn: '',
  website: '',
  ...told,
})

const primary = { type: 'Community school', phase: 'Primary', lowAge: 4, highAge: 11 } as const
const secondary = { type: 'Academy converter', phase: 'Secondary', lowAge: 11, highAge: 16 } as const

const told: readonly Told[] = [
  { ...primary, urn: '990001', name: 'Hillside Primary School', street: '40 Hill Street', postcode: 'AB1 2HS', phone: '01134960201', website: 'https://hillside.example' },
  { ...primary, urn: '990002', name: 'Kingfisher Primary School', street: 'River Walk', postcode: 'AB2 1KF', phone: '01134960202', website: 'https://kingfisher.example' },
  { ...primary, urn: '990003', name: 'Canal Street Primary School', street: 'Canal Street', postcode: 'AB1 4CS', phone: '01134960203' },
  { ...primary, urn: '990004', name: 'Ysgol y Bont Primary School', street: 'Bridge Road', postcode: 'AB3 5YB', phone: '01134960204' },
  { ...primary, urn: '990005', name: 'St Aidan’s Infant School', type: 'Voluntary aided school', highAge: 7, street: 'Church Lane', postcode: 'AB1 6SA', phone: '01134960205' },
  { ...primary, urn: '990006', name: 'St Aidan’s Junior School', type: 'Voluntary aided school', lowAge: 7, street: 'Church Lane', postcode: 'AB1 6SB', phone: '01134960206' },
  { ...primary, urn: '990007', name: 'Millfield Junior School', lowAge: 7, street: 'Mill Lane', postcode: 'AB4 2MJ', phone: '01134960207' },
  { ...secondary, urn: '990008', name: 'Westbrook High School', highAge: 18, street: 'Brook Road', postcode: 'AB2 8WH', phone: '01134960208', website: 'https://westbrook.example' },
  { urn: '990009', name: 'Anyborough College', type: 'Further education', phase: '16 plus', lowAge: 16, highAge: 99, street: '1 College Square', postcode: 'AB1 1AC', phone: '01134960209', website: 'https://college.example' },
  { urn: '990010', name: 'Little Larks Nursery', type: 'Local authority nursery school', phase: 'Nursery', lowAge: 2, highAge: 5, street: 'Park View', postcode: 'AB3 3LL', phone: '01134960210' },
  { ...primary, urn: '990011', name: 'Old Mill Primary School', status: 'closed', street: 'Mill Lane', postcode: 'AB4 2ML', phone: '' },
  { ...secondary, urn: '990012', name: 'Riverside Free School', type: 'Free school', status: 'proposed', street: 'Dock Road', postcode: 'AB2 9RF', phone: '' },
]

/** The invented schools of the demo, most of which its families go to. The register has no numbers from 990000 on. */
export const schools: readonly Establishment[] = told.map(inAnyborough)
