import type { Told } from '~/applications/facts/a-story'

const caseworkers = {
  sam: { name: 'Sam Okafor', phone: '0113 496 0021', email: 'sam.okafor@anyborough.example', hours: 'Monday to Friday, 9am to 5pm' },
  priya: { name: 'Priya Nair', phone: '0113 496 0022', email: 'priya.nair@anyborough.example', hours: 'Monday to Thursday, 8am to 4pm' },
  tom: {
    name: 'Tom Whitfield',
    phone: '0113 496 0023',
    email: 'tom.whitfield@anyborough.example',
    hours: 'Tuesday to Friday, 9am to 5pm',
    cover: { name: 'Sam Okafor', phone: '0113 496 0021' },
  },
}

/** The family is told who works with them; and, when that person is away, from and until which day. */
export const named = (caseworker: keyof typeof caseworkers, on: string, away?: { readonly awayFromOn: string; readonly awayUntilOn: string }): Told => [
  'caseworker-named', on, { ...caseworkers[caseworker], ...away },
]
