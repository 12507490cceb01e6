import { describe, expect, it } from 'vitest'
import { parentRequest } from '~/forms/parent-request'
import type { Establishment } from './establishments'
import { house, visitor } from './fixtures/house'
import { openApplication } from './open-application'
import { saveAnswers } from './save-answers'

const home = house()
const school = (urn: string, more: Partial<Establishment>): Establishment => ({
  urn, name: '', type: '', phase: '', status: 'open', lowAge: null, highAge: null, street: '', locality: '', address3: '', town: '', county: '', postcode: '',
  authorityCode: '', authority: '', ukprn: '', website: '', phone: '', ...more,
})

describe('a school that is chosen', () => {
  const saved = async (typed: string) => {
    await home.store.listEstablishments(
      [school('100001', { name: 'Oak Tree Primary School', town: 'Leeds' }), school('100002', { name: 'St Bride’s School, Anyborough', status: 'closed' })],
      '2026-05-01T09:00:00.000Z',
    )
    const { reference } = await home.draft({ whoYouAre: 'parent', schoolSituation: 'mainstream' })
    const save = { reference, page: 'school-name', base: 0 }
    const outcome = await saveAnswers(home.services, visitor, parentRequest, save, (name) => (name === 'schoolName' ? [typed] : []))
    expect(outcome).toHaveProperty('saved')
    return (await openApplication(home.services, visitor, parentRequest, reference, 'read')).answerOf('schoolName')
  }

  it('is kept as the register has it, wherever its name has commas, and said to be closed if it is', async () => {
    expect(await saved('Oak Tree Primary School, Leeds (URN 100001)')).toEqual({ urn: '100001', name: 'Oak Tree Primary School', town: 'Leeds' })
    expect(await saved('Oak Tree Primary School, Leeds (URN 100001, closed)')).toEqual({ urn: '100001', name: 'Oak Tree Primary School', town: 'Leeds' })
    const brides = await saved('St Bride’s School, Anyborough (URN 100002)')
    expect(brides).toEqual({ urn: '100002', name: 'St Bride’s School, Anyborough', closed: true })
    expect(await saved('St Bride’s School, Anyborough (URN 100002, closed)')).toEqual(brides)
  })

  it.each(['Elm Tree Primary School, Leeds (URN 100001)', 'Oak Tree Primary School, Leeds (URN 100009)', 'Oak Tree Primary School (URN 100001)'])('is what somebody said where the number is not its own: %s', async (typed) => {
    expect(await saved(typed)).toBe(typed)
  })
})
