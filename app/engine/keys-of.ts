import { repeatOf, type Form, type Question, type RepeatSettings } from './form'
import { conditionKey, meaningOf, testsIn } from './meaning'
import { screensOf } from './screen'

/** The locale keys of a form, in its own namespace: those it must have, and those it may have. */
export function keysOf(form: Form): { required: readonly string[]; optional: readonly string[] } {
  const required = new Set(['title', 'description', 'name'])
  const optional = new Set<string>()
  for (const section of form.sections) required.add(`sections.${section.id}`)
  for (const { page, list } of screensOf(form)) {
    required.add(`pages.${page.id}.why`)
    if (page.questions.length > 1 && page.id !== list?.id) required.add(`pages.${page.id}.title`)
    optional.add(`pages.${page.id}.intro`)
    for (const test of page.when ? testsIn(meaningOf(page.when)) : []) {
      const key = conditionKey(form, test)
      if (key) required.add(key)
      if (key) optional.add(`conditions.${test.name}.help`)
    }
    const repeated = repeatOf(page)
    if (repeated) for (const part of ['item', 'add', 'none']) required.add(`questions.${repeated.id}.${part}`)
    const { pasteable } = (list && repeatOf(list)?.settings) as Partial<RepeatSettings> ?? {}
    for (const question of page.questions) {
      addQuestion(question, required, optional)
      if (pasteable) optional.add(`questions.${question.id}.column`)
    }
  }
  // What must be there to send it, as somebody reads it before they begin.
  for (const line of [0, 1, 2]) optional.add(`minimum.${line}`)
  for (const need of form.needs) required.add(`needs.${need.id}`)
  for (const code of Object.keys(form.remarks)) optional.add(`remarks.${code}`)
  return { required: [...required], optional: [...optional].filter((key) => !required.has(key)) }
}

function addQuestion(question: Question, required: Set<string>, optional: Set<string>) {
  const key = `questions.${question.id}`
  required.add(`${key}.label`)
  optional.add(`${key}.hint`)
  if (question.need === 'required') required.add(`${key}.errors.required`)
  for (const code of question.kind.errors) optional.add(`${key}.errors.${code}`)
  for (const value of question.kind.options?.(question.settings) ?? []) {
    ;(question.kind.ownOptions ? optional : required).add(`${key}.options.${value}`)
    optional.add(`${key}.optionHints.${value}`)
  }
}
