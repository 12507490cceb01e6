import { describe, expect, it } from 'vitest'
import { pageOf } from '~/engine/form'
import { answersFrom } from '~/engine/parts'
import { parentRequest } from '~/forms/parent-request'
import { fieldsFor, house, smallest, stranger, visitor, withBroken } from './fixtures/house'
import { forgetDrafts } from './forget-drafts'
import { openApplication } from './open-application'
import { NotFound } from './permissions'
import { StoreUnavailable } from './failures'
import { removeItem, saveAnswers } from './save-answers'
import { dropUnfinished, leavePage, saveUnfinished, unfinishedOn, unfinishedScreens } from './unfinished'
import { startApplication } from './start-application'
import { submit } from './submit'

const home = house()
const named = (childFirstNames: string) => fieldsFor({ childFirstNames })
const save = (reference: string, name: string, base: number) => saveAnswers(home.services, visitor, parentRequest, { reference, page: 'child-name', base }, named(name))
const nameOf = async (id: string) => answersFrom(parentRequest, await home.store.parts(visitor, id)).childFirstNames

describe('a parent who saves a page', () => {
  it('has it on the disk, and is told where to go next', async () => {
    const { id, reference } = await home.draft({})
    const outcome = await save(reference, 'Sam', 0)
    expect(outcome).toMatchObject({ saved: { name: 'child-name', revision: 1 } })
    expect(await nameOf(id)).toBe('Sam')
  })

  it('in two tabs with different answers loses neither', async () => {
    const { id, reference } = await home.draft({})
    await save(reference, 'Sam', 0)
    expect(await save(reference, 'Alex', 0)).toMatchObject({ clash: { answers: { childFirstNames: 'Sam' } }, reading: { typed: { childFirstNames: { '': 'Alex' } } } })
    expect(await nameOf(id)).toBe('Sam')
  })

  it('twice with the same answers saves once', async () => {
    const { id, reference } = await home.draft({})
    await save(reference, 'Sam', 0)
    expect(await save(reference, 'Sam', 0)).toMatchObject({ saved: { revision: 1 } })
    expect((await home.store.parts(visitor, id))[0]?.revision).toBe(1)
  })

  it('while the disk is full is told so, and keeps what was saved before', async () => {
    const { id, reference } = await home.draft({})
    await save(reference, 'Sam', 0)
    await expect(saveAnswers(withBroken(home.services, 'savePart'), visitor, parentRequest, { reference, page: 'child-name', base: 1 }, named('Alex'))).rejects.toThrow(StoreUnavailable)
    expect(await nameOf(id)).toBe('Sam')
  })

  it('finds nothing of others, no page and no item that is not there', async () => {
    const { reference } = await home.draft({})
    const page = (more: object) => ({ reference, page: 'child-name', base: 0, ...more })
    await expect(saveAnswers(home.services, stranger, parentRequest, page({}), named('x'))).rejects.toThrow(NotFound)
    for (const odd of [{ page: 'nothing' }, { page: '__proto__' }, { item: 'a1' }, { page: 'other-parents', item: 'a1' }, { page: 'other-parent-name' }, { page: 'other-parent-name', item: '../x' }, { page: 'other-parent-name', item: '' }]) {
      await expect(saveAnswers(home.services, visitor, parentRequest, page(odd), named('x'))).rejects.toThrow(NotFound)
      await expect(saveUnfinished(home.services, visitor, parentRequest, page(odd), named('x'))).rejects.toThrow(NotFound)
      await expect(dropUnfinished(home.services, visitor, parentRequest, page(odd))).rejects.toThrow(NotFound)
    }
  })

  it('adds and removes a person, and no more than five', async () => {
    const { id, reference } = await home.draft({})
    const put = (item: string) => saveAnswers(home.services, visitor, parentRequest, { reference, page: 'other-parent-name', item, base: 0 }, fieldsFor({ otherParentFirstNames: 'Pat' }))
    for (const item of ['a', 'b', 'c', 'd', 'e']) expect(await put(item)).toHaveProperty('saved')
    expect(await put('f')).toMatchObject({ full: { id: 'other-parents' } })
    const remove = () => removeItem(home.services, visitor, parentRequest, { reference, page: 'other-parents', item: 'c' })
    await remove()
    const after = await home.store.parts(visitor, id)
    await remove()
    expect(await home.store.parts(visitor, id)).toEqual(after)
    expect(answersFrom(parentRequest, after).otherParents).toHaveLength(4)
    expect(await put('c')).toHaveProperty('clash')
  })

  it('takes a person away from every page, with what was typed there, unless it was changed elsewhere', async () => {
    const { id, reference } = await home.draft({})
    const on = (page: string) => ({ reference, page, item: 'a1', base: 0 })
    await saveAnswers(home.services, visitor, parentRequest, on('helper-name'), fieldsFor({ helperName: 'Dr Khan' }))
    await saveAnswers(home.services, visitor, parentRequest, on('helper-ask'), fieldsFor({ helperAsk: 'please-ask' }))
    await saveUnfinished(home.services, visitor, parentRequest, on('helper-reach'), fieldsFor({ helperPlace: 'The cl' }))
    await removeItem(home.services, visitor, parentRequest, { reference, page: 'helpers', item: 'a1' })
    expect(answersFrom(parentRequest, await home.store.parts(visitor, id)).helpers).toBeUndefined()
    expect(await home.store.unfinishedParts(visitor, id)).toEqual([])
    await removeItem(home.services, visitor, parentRequest, { reference, page: 'helpers', item: 'nobody' })
    expect((await home.store.parts(visitor, id)).some(({ name }) => name.includes('nobody'))).toBe(false)
  })

  it('can leave a page unfinished; it is there until that typing is saved', async () => {
    const { id, reference } = await home.draft({})
    const screen = { reference, page: 'child-name', base: 0 }
    const typedAt = await saveUnfinished(home.services, visitor, parentRequest, screen, named('Sa'))
    expect((await home.store.unfinished(visitor, id, 'child-name'))?.typed).toMatchObject({ childFirstNames: { '': 'Sa' } })
    await saveAnswers(home.services, visitor, parentRequest, { ...screen, typedAt }, named('Sam'))
    expect(await home.store.unfinished(visitor, id, 'child-name')).toBeUndefined()
  })

  it('does not lose what another device typed on the same page and has not saved', async () => {
    const { id, reference } = await home.draft({})
    await saveUnfinished(home.services, visitor, parentRequest, { reference, page: 'child-name', base: 0 }, named('Alexandra'))
    await save(reference, 'Sam', 0)
    expect(await home.store.unfinished(visitor, id, 'child-name')).toMatchObject({ typed: { childFirstNames: { '': 'Alexandra' } }, base: 0 })
  })

  it('and leaves to come back later has answered what can be an answer, and nothing on a page that was left as it stood', async () => {
    const { id, reference } = await home.draft({})
    const leave = (page: string, base: number, answers: Parameters<typeof fieldsFor>[0]) => leavePage(home.services, visitor, parentRequest, { reference, page, base }, fieldsFor(answers))
    const partsNow = async () => (await home.store.parts(visitor, id)).map(({ name, answers, revision }) => ({ name, answers, revision }))
    expect(await leave('languages', 0, {}), 'blank').toBeUndefined()
    expect(await leave('your-email-and-phone', 0, { requesterEmail: 'no address' })).toHaveProperty('reading')
    expect(await partsNow()).toEqual([])
    expect(await leave('languages', 0, { homeLanguages: 'Polish' })).toHaveProperty('saved')
    expect(await leave('languages', 1, { homeLanguages: 'Polish' }), 'as it stood').toBeUndefined()
    expect(await leave('languages', 0, { homeLanguages: 'Urdu' })).toMatchObject({ clash: { answers: { homeLanguages: 'Polish' } } })
    expect(await partsNow()).toMatchObject([{ answers: { homeLanguages: 'Polish' } }])
    expect(await leave('languages', 1, {}), 'taken back').toHaveProperty('saved')
    expect(await partsNow()).toMatchObject([{ name: 'languages', answers: { homeLanguages: null }, revision: 2 }])
    const open = await openApplication(home.services, visitor, parentRequest, reference, 'read')
    expect((await unfinishedScreens(home.services, visitor, parentRequest, open)).map(({ screen }) => screen.page.id)).toEqual(['your-email-and-phone'])
  })

  it('who left it blank, was told so and then answers, has nothing unfinished left', async () => {
    const { reference } = await home.draft({})
    const screen = { reference, page: 'child-name', base: 0 }
    const open = () => openApplication(home.services, visitor, parentRequest, reference, 'read')
    await saveUnfinished(home.services, visitor, parentRequest, screen, named(''))
    const shown = await unfinishedOn(home.services, visitor, await open(), 'child-name', pageOf(parentRequest, 'child-name')?.questions ?? [])
    expect(shown.typing).toBeUndefined()
    await saveAnswers(home.services, visitor, parentRequest, { ...screen, typedAt: shown.typedAt }, named('Sam'))
    expect(await unfinishedScreens(home.services, visitor, parentRequest, await open())).toEqual([])
  })

  it('is told before sending what was typed and not saved', async () => {
    const { reference } = await home.draft({})
    const screens = async () => {
      const open = await openApplication(home.services, visitor, parentRequest, reference, 'read')
      return (await unfinishedScreens(home.services, visitor, parentRequest, open)).map(({ screen, item }) => [screen.page.id, item])
    }
    await save(reference, 'Sam', 0)
    await saveUnfinished(home.services, visitor, parentRequest, { reference, page: 'child-name', base: 1 }, named('Sam'))
    expect(await screens(), 'the same as saved').toEqual([])
    await saveUnfinished(home.services, visitor, parentRequest, { reference, page: 'child-name', base: 1 }, named('Samuel'))
    await saveUnfinished(home.services, visitor, parentRequest, { reference, page: 'helper-name', item: 'a1', base: 0 }, fieldsFor({ helperName: 'Dr Khan' }))
    expect(await screens()).toEqual([['child-name', undefined], ['helper-name', 'a1']])
    await dropUnfinished(home.services, visitor, parentRequest, { reference, page: 'child-name', base: 1 })
    expect(await screens()).toEqual([['helper-name', 'a1']])
  })
})

describe('a draft', () => {
  it('is opened by whoever holds it, and by nobody else', async () => {
    const { reference } = await home.draft()
    expect((await openApplication(home.services, visitor, parentRequest, reference, 'read')).journey.missing).toEqual([])
    await expect(openApplication(home.services, stranger, parentRequest, reference, 'read')).rejects.toThrow(NotFound)
    await expect(openApplication(home.services, visitor, parentRequest, 'nothing', 'read')).rejects.toThrow(NotFound)
  })

  it('for a brother or sister reuses how to reach the family, and nothing about the first child', async () => {
    const { reference } = await home.draft()
    const sibling = await startApplication(home.services, visitor, parentRequest, { language: 'en', like: reference })
    const answers = answersFrom(parentRequest, await home.store.parts(visitor, sibling.id))
    expect(answers).toMatchObject({ requesterEmail: smallest.requesterEmail })
    expect(answers).not.toHaveProperty('childBirthDate')
    await expect(startApplication(home.services, stranger, parentRequest, { language: 'en', like: reference })).rejects.toThrow(NotFound)
  })

  it('of a guest is forgotten after 7 days; what was sent is not', async () => {
    const { reference } = await home.draft()
    const sent = await home.draft()
    await submit(home.services, visitor, parentRequest, sent.reference)
    home.later(6 * 24 * 60)
    expect(await forgetDrafts(home.services)).toBe(0)
    home.later(2 * 24 * 60)
    expect(await forgetDrafts(home.services)).toBe(1)
    expect(await home.store.application(visitor, reference)).toBeUndefined()
    expect(await home.store.application(visitor, sent.reference)).toBeDefined()
  })
})
