import { parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Question } from '~/engine/form'
import type { Typed } from '~/engine/kind'
import { fieldName, firstBox, NOT_SAID, readPage, typedFrom } from '~/engine/read-page'
import { fieldId, QuestionField } from './question-field.web'
import { samplerQuestions, samplerWords } from './sampler.contract'
import { questionViewOf } from './view'

type Element = DefaultTreeAdapterMap['element']

const elementsIn = (html: string): Element[] => {
  const walk = (node: DefaultTreeAdapterMap['node']): Element[] => [...('tagName' in node ? [node] : []), ...('childNodes' in node ? node.childNodes.flatMap(walk) : [])]
  return walk(parseFragment(html))
}
const attr = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value
const textOf = (element: Element): string => element.childNodes.map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node) : '')).join('')
const controlsIn = (elements: readonly Element[]) => elements.filter(({ tagName }) => ['input', 'textarea', 'select'].includes(tagName))

/** What a browser without JavaScript sends for these elements. */
const postOf = (elements: readonly Element[]) => {
  const sent = controlsIn(elements).flatMap((element): [string, string][] => {
    const name = attr(element, 'name') ?? ''
    const type = attr(element, 'type')
    if (element.tagName === 'textarea') return [[name, textOf(element)]]
    if (element.tagName === 'select') {
      const options = element.childNodes as Element[]
      return [[name, attr(options.find((option) => attr(option, 'selected') !== undefined) ?? (options[0] as Element), 'value') ?? '']]
    }
    if (type === 'radio' || type === 'checkbox') return attr(element, 'checked') === undefined ? [] : [[name, attr(element, 'value') ?? 'on']]
    return [[name, attr(element, 'value') ?? '']]
  })
  return (name: string) => sent.filter(([each]) => each === name).map(([, value]) => value)
}

const drawn = samplerQuestions.filter((question) => question.kind.name !== 'repeat')
const draw = (question: Question, typed: Typed = {}, box?: string) =>
  elementsIn(
    renderToStaticMarkup(
      <QuestionField
        view={questionViewOf(question, samplerWords('en'))}
        typed={typed}
        problem={box === undefined ? undefined : { box, text: 'Mend this.' }}
        heading
        register={() => ({})}
      />,
    ),
  )
const byId = (elements: readonly Element[], id: string) => elements.find((element) => attr(element, 'id') === id)

describe.each(drawn.map((question) => [question.id, question] as const))('the field %s', (_id, question) => {
  const answer = question.kind.example(question.settings)

  it('sends the answer it was filled with, with JavaScript off', () => {
    const { answers, problems } = readPage([question], postOf(draw(question, typedFrom(question, answer))))
    expect(problems).toEqual([])
    expect(answers).toEqual({ [question.id]: answer })
  })

  it.each(question.notSaid)('sends "%s" when that was said', (code) => {
    const { answers, problems } = readPage([question], postOf(draw(question, { [NOT_SAID]: code })))
    expect(problems).toEqual([])
    expect(answers).toEqual({ [question.id]: { notSaid: code } })
  })

  it('gives every control a name, a label of its own, and an id that nothing else has', () => {
    const elements = draw(question)
    const ids = elements.flatMap((element) => attr(element, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const labels = new Map(elements.filter(({ tagName }) => tagName === 'label').map((label) => [attr(label, 'for'), textOf(label)]))
    for (const control of controlsIn(elements)) {
      expect(attr(control, 'name')).toMatch(new RegExp(`^${question.id}(\\.|$)`))
      expect(labels.get(attr(control, 'id'))).toBeTruthy()
    }
    expect(elements.filter(({ tagName }) => tagName === 'h1').map(textOf)).toEqual([questionViewOf(question, samplerWords('en')).label])
  })

  it('marks the box to mend, says why beside it, and can be reached from a summary of errors', () => {
    const boxes = question.kind.boxes(question.settings).map(({ name }) => name)
    for (const box of new Set([firstBox(question), ...boxes])) {
      const elements = draw(question, {}, box)
      const control = byId(elements, fieldId(question.id, box))
      expect(control && attr(control, 'name'), box).toBe(fieldName(question.id, box))
      const described = elements.flatMap((element) => attr(element, 'aria-describedby')?.split(' ') ?? [])
      for (const id of described) expect(byId(elements, id), id).toBeDefined()
      expect(described.map((id) => textOf(byId(elements, id) as Element)).join(' '), box).toContain('Mend this.')
    }
  })
})

describe('what browsers may help with', () => {
  const control = (id: string, box = '') => byId(draw(drawn.find((question) => question.id === id) as Question), fieldId(id, box)) as Element

  it.each([
    ['text', '', 'name'],
    ['phone', '', 'tel'],
    ['address', 'lines', 'street-address'],
    ['address', 'town', 'address-level2'],
    ['address', 'postcode', 'postal-code'],
    ['address2', 'postcode', undefined],
    ['phone2', '', undefined],
  ])('%s %s is filled in with %s', (id, box, token) => {
    expect(attr(control(id, box), 'autocomplete')).toBe(token)
  })

  it('shows the right keyboard and writes in the direction of the script', () => {
    expect(attr(control('date', 'day'), 'inputmode')).toBe('numeric')
    expect(attr(control('nhsNumber'), 'inputmode')).toBe('numeric')
    expect(attr(control('email'), 'type')).toBe('email')
    expect(attr(control('text'), 'dir')).toBe('auto')
    expect(attr(control('longText'), 'dir')).toBe('auto')
  })

  it('keeps a wrong date as it was typed, and marks only the box to mend', () => {
    const question = drawn.find((each) => each.id === 'date') as Question
    const elements = draw(question, { day: '31', month: 'Feb', year: '16' }, 'year')
    expect(controlsIn(elements).map((each) => [attr(each, 'value'), attr(each, 'aria-invalid')])).toEqual([['31', undefined], ['Feb', undefined], ['16', 'true']])
  })
})
