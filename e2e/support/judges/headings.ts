import type { Fault, Judge } from './fault'

/** One h1, no empty heading, and no level left out on the way down. */
export const headings: Judge = async (page) => {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility({ visibilityProperty: true }))
      .map((heading) => ({ level: Number(heading.tagName[1]), words: heading.textContent.trim() })),
  )
  const fault = (rule: string, where: string, help: string): Fault => ({ judge: 'headings', rule, where, help })
  const mains = found.filter(({ level }) => level === 1)
  return [
    ...(mains.length === 1 ? [] : [fault('one-h1', mains.map(({ words }) => words).join(' | '), `The page has ${mains.length} h1, not one.`)]),
    ...found.filter(({ words }) => words === '').map(({ level }) => fault('empty-heading', `h${level}`, 'A heading has no words.')),
    ...found.flatMap(({ level, words }, at) => {
      const before = found[at - 1]
      return before && level > before.level + 1 ? [fault('level-left-out', words, `An h${level} follows an h${before.level}.`)] : []
    }),
  ]
}
