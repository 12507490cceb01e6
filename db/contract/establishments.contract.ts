import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Establishment } from '~/applications/establishments'
import type { Store } from '~/applications/ports'
import { minute, type OpenNew } from './cast'

const school = (urn: number, name: string, more: Partial<Establishment> = {}): Establishment => ({
  urn: String(urn),
  name,
  type: 'Community school',
  phase: 'Primary',
  status: 'open',
  lowAge: 4,
  highAge: 11,
  street: '1 High Street',
  locality: '',
  address3: '',
  town: 'Leeds',
  county: '',
  postcode: 'LS1 1UR',
  authorityCode: '383',
  authority: 'Leeds',
  ukprn: '10000001',
  website: 'https://school.example',
  phone: '01134960000',
  ...more,
})

const list = [
  school(990101, 'Oak Tree Primary School'),
  school(990102, 'St Mary’s Catholic Primary School', { town: 'Stoke-on-Trent', postcode: 'ST4 2AB' }),
  school(990103, 'Ysgol Tŷ Gwyn', { town: 'Łódź', postcode: 'CF5 1AA', lowAge: null, highAge: null }),
  school(990104, 'Oak House Nursery School', { status: 'proposed', phase: 'Nursery' }),
  school(990105, 'Oak', { status: 'closed', town: 'York' }),
  school(990106, 'Art & Design College', { locality: 'Oakwood', town: 'Bradford', phase: '16 plus' }),
]

/** Schools of the national register: kept, found, and never lost. */
export function schoolsAreFound(openNew: OpenNew): void {
  const names = async (store: Store, text: string) => (await store.findEstablishments(text)).map(({ name }) => name)
  const listed = async () => {
    const store = await openNew()
    await store.listEstablishments(list, minute(0))
    return store
  }

  describe('the list of schools', () => {
    it('keeps all that the register says', async () => {
      const store = await openNew()
      expect(await store.listEstablishments(list, minute(0))).toEqual({ added: 6, changed: 0, unchanged: 0, unlisted: 0 })
      for (const each of list) expect(await store.establishment(each.urn)).toEqual(each)
      for (const urn of ['999999', '', '0', '1e9', '990101 ', '\u0000']) expect(await store.establishment(urn)).toBeUndefined()
    })

    it('changes nothing when the same list comes again', async () => {
      const store = await listed()
      expect(await store.listEstablishments(list, minute(1))).toEqual({ added: 0, changed: 0, unchanged: 6, unlisted: 0 })
    })

    it('finds a school under its new name and no longer under its old one', async () => {
      const store = await listed()
      const renamed = list.map((each) => (each.urn === '990101' ? { ...each, name: 'Elm Grove Academy', town: 'Otley' } : each))
      expect(await store.listEstablishments(renamed, minute(1))).toEqual({ added: 0, changed: 1, unchanged: 5, unlisted: 0 })
      expect(await names(store, 'elm otley')).toEqual(['Elm Grove Academy'])
      expect(await names(store, 'oak tree')).toEqual([])
    })

    it('keeps what the register no longer lists, without finding it, until it is listed again', async () => {
      const store = await listed()
      const [oak, ...others] = list
      expect(await store.listEstablishments(others, minute(1))).toEqual({ added: 0, changed: 0, unchanged: 5, unlisted: 1 })
      expect(await store.listEstablishments(others, minute(2))).toMatchObject({ unchanged: 5, unlisted: 0 })
      expect(await store.establishment('990101')).toEqual({ ...oak, unlistedAt: minute(1) })
      expect(await names(store, 'oak tree')).toEqual([])
      expect(await store.listEstablishments(list, minute(3))).toEqual({ added: 0, changed: 1, unchanged: 5, unlisted: 0 })
      expect(await store.establishment('990101')).toEqual(oak)
      expect(await names(store, 'oak tree')).toEqual(['Oak Tree Primary School'])
    })

    it('loses no more schools than it may, or changes nothing', async () => {
      const store = await listed()
      const renamed = list.slice(1).map((each) => ({ ...each, name: `New ${each.name}` }))
      expect(await store.listEstablishments(renamed, minute(1), 0)).toEqual({ loses: 1 })
      expect(await names(store, 'oak tree')).toEqual(['Oak Tree Primary School'])
      expect(await names(store, 'new')).toEqual([])
      expect(await store.listEstablishments(renamed, minute(1), 1)).toMatchObject({ changed: 5, unlisted: 1 })
    })

    it('is kept as a whole or not at all', async () => {
      const store = await listed()
      const wrong = [school(990200, 'Never Kept School'), { ...school(990201, 'Wrong'), name: null as unknown as string }]
      await expect(store.listEstablishments(wrong, minute(1))).rejects.toThrow()
      expect(await store.establishment('990200')).toBeUndefined()
      expect(await names(store, 'oak tree')).toEqual(['Oak Tree Primary School'])
    })
  })

  describe('finding a school', () => {
    it.each([
      ['its name', 'oak tree primary school', ['Oak Tree Primary School']],
      ['words in any order', 'primary TREE oak', ['Oak Tree Primary School']],
      ['the beginnings of words', 'oa tr pri', ['Oak Tree Primary School']],
      ['its town', 'bradford', ['Art & Design College']],
      ['its town with a name', 'stoke on trent st mary', ['St Mary’s Catholic Primary School']],
      ['a part of the town', 'oakwood', ['Art & Design College']],
      ['its postcode', 'st4 2ab', ['St Mary’s Catholic Primary School']],
      ['its postcode without a space', 'ST42AB', ['St Mary’s Catholic Primary School']],
      ['the first half of its postcode', 'cf5', ['Ysgol Tŷ Gwyn']],
      ['its number', '990103', ['Ysgol Tŷ Gwyn']],
      ['St.', 'St. Marys', ['St Mary’s Catholic Primary School']],
      ['Saint', "saint mary's", ['St Mary’s Catholic Primary School']],
      ['half of Saint', 'sai mar', ['St Mary’s Catholic Primary School']],
      ['letters without their accents', 'YSGOL TY lodz', ['Ysgol Tŷ Gwyn']],
      ['letters with accents', 'łódź gwýn', ['Ysgol Tŷ Gwyn']],
      ['a sign for a word', 'art and design', ['Art & Design College']],
      ['a word for a sign', 'art & des', ['Art & Design College']],
      ['punctuation of its own', '(oak-tree), primary!', ['Oak Tree Primary School']],
      ['words of two schools', 'oak mary', []],
      ['nothing', '', []],
      ['one letter', 'o', []],
      ['signs alone', '"* - :', []],
    ])('by %s', async (_what, text, found) => {
      expect(await names(await listed(), text)).toEqual(found)
    })

    it('gives open ones first, then those to come, then the closed', async () => {
      const found = await (await listed()).findEstablishments('oak')
      expect(found.map(({ name, status }) => [name, status])).toEqual([
        ['Oak Tree Primary School', 'open'],
        ['Art & Design College', 'open'],
        ['Oak House Nursery School', 'proposed'],
        ['Oak', 'closed'],
      ])
    })

    it('gives twenty at most', async () => {
      const store = await openNew()
      await store.listEstablishments(Array.from({ length: 30 }, (_, index) => school(990300 + index, `Elm ${index}`)), minute(0))
      expect(await store.findEstablishments('elm')).toHaveLength(20)
    })

    it('never fails, whatever is typed', async () => {
      const store = await listed()
      const odd = fc.constantFrom('"', "'", '*', '(', ')', ':', '-', '^', ' AND ', ' OR ', ' NOT ', 'NEAR(', '{name_words}:', 'oak', '%', '_', ';--', '\u0000', '\ud800', '\u0301', '👩‍👩‍👧', '𞤀', 'ﷺ', '学校', 'مدرسة', '٣')
      const text = fc.oneof(fc.array(odd, { maxLength: 12 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 300 }))
      await fc.assert(
        fc.asyncProperty(text, async (typed) => {
          expect((await store.findEstablishments(typed)).length).toBeLessThanOrEqual(list.length)
        }),
        { numRuns: 500 },
      )
      for (const unit of ['a', 'oak ', '"', '\u0301', ' ', '\u0000']) expect(await store.findEstablishments(unit.repeat(1_000_000 / unit.length))).toBeDefined()
    })
  })
}
