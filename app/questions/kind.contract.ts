import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { question } from '~/engine/form'
import type { Given, Kind, Typed } from '~/engine/kind'
import { firstBox } from '~/engine/read-page'
import words from '../../locales/en/questions.json'

export const today = '2026-05-04'
/** A council whose area is LS and WF3. */
const given: Given = { today, postcodeAreas: ['LS', 'WF3'], dangerPhrases: ['want to die'] }

/** What a kind's test knows about it; the contract proves the rest. */
export interface KindExamples<Settings, Value> {
  readonly settings: Settings
  /** Boxes as a person may fill them, and the answer they mean (null is blank). */
  readonly reads: readonly (readonly [typed: Typed, answer: Value | null])[]
  /** For every error code, boxes that bring it about, and the box to mend. */
  readonly faultExamples: Readonly<Record<string, readonly [typed: Typed, box: string]>>
  /** For every warning code, answers that are kept with that warning. */
  readonly warningExamples: Readonly<Record<string, readonly Value[]>>
  /** Answers that must be kept with no warning. */
  readonly unremarkable: readonly Value[]
}

const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('\u0000', '\uD800', '{{name}}', '__proto__', '-1', '1e9', '９９'))

/** Proves that a kind keeps the promises that every page, paper and file relies on. */
export function provesKind<Settings extends object, Value>(kind: Kind<string, Settings, Value>, examples: KindExamples<Settings, Value>) {
  const { settings, reads, faultExamples, warningExamples, unremarkable } = examples
  const schema = kind.schema(settings)
  const sentences = (words as unknown as Record<string, Record<string, Record<string, string>>>)[kind.name] ?? {}

  describe(`the kind ${kind.name}`, () => {
    it('gives its example back from its own boxes', () => {
      const example = kind.example(settings)
      expect(schema.parse(kind.typed(example, settings))).toEqual(example)
      expect(kind.value(settings).parse(example)).toEqual(example)
      expect(kind.value(settings).parse(JSON.parse(JSON.stringify(example)))).toEqual(example)
      const naming = { words: { language: 'en', text: (key: string) => key, has: () => true, date: (on: string) => on }, key: (rest: string) => rest }
      expect(kind.lines(example, settings, naming).filter((line) => line !== '')).not.toEqual([])
      expect(kind.warn?.(example, settings, given)).toBeUndefined()
    })

    it('takes empty boxes for a blank', () => {
      const names = kind.boxes(settings).map((box) => [box.name, box.many ? [] : ''])
      expect(schema.parse(Object.fromEntries(names))).toBeNull()
      expect(schema.parse({})).toBeNull()
    })

    it.each(reads.map(([typed, answer]) => ({ typed, answer })))('reads $typed', ({ typed, answer }) => {
      expect(schema.parse(typed)).toEqual(answer)
      if (answer === null) return
      expect(kind.value(settings).parse(answer)).toEqual(answer)
      expect(schema.parse(kind.typed(answer, settings))).toEqual(answer)
    })

    it('can bring about each of its errors, and each has a sentence', () => {
      expect(Object.keys(faultExamples).sort()).toEqual([...kind.errors].sort())
      for (const [code, [typed, box]] of Object.entries(faultExamples)) {
        const { error } = schema.safeParse(typed)
        expect(error?.issues[0], code).toMatchObject({ message: code, path: [box] })
        expect(kind.boxes(settings).map(({ name }) => name)).toContain(box)
        expect(sentences['errors']?.[code], code).toMatch(/\.$/)
      }
      expect(Object.keys(sentences['errors'] ?? {}).sort()).toEqual([...kind.errors, 'required'].sort())
    })

    it('can bring about each of its warnings, and each has a sentence', () => {
      expect(Object.keys(warningExamples).sort()).toEqual([...kind.warnings].sort())
      expect(Object.keys(sentences['warnings'] ?? {}).sort()).toEqual([...kind.warnings].sort())
      for (const [code, values] of Object.entries(warningExamples)) {
        for (const value of values) {
          expect(kind.warn?.(value, settings, given), JSON.stringify(value)).toBe(code)
          expect(schema.parse(kind.typed(value, settings))).toEqual(value)
        }
      }
      for (const value of unremarkable) expect(kind.warn?.(value, settings, given), JSON.stringify(value)).toBeUndefined()
    })

    it('has a label for each named box and a sentence for each word drawn beside them', () => {
      const names = kind.boxes(settings).flatMap(({ name }) => (name ? [name] : []))
      expect(Object.keys(sentences['boxes'] ?? {}).sort()).toEqual(names.sort())
      expect(Object.keys(sentences['words'] ?? {}).sort()).toEqual(Object.keys(kind.words?.(settings) ?? {}).sort())
      expect(Object.keys(sentences['options'] ?? {}).sort()).toEqual(kind.ownOptions ? [...(kind.options?.(settings) ?? [])].sort() : [])
    })

    it('never throws, whatever is typed, and reads what it kept as it kept it', () => {
      const names = [...kind.boxes(settings).map(({ name }) => name), 'stranger']
      const typedAnyhow = fc.record(Object.fromEntries(names.map((name) => [name, fc.oneof(hostile, fc.array(hostile, { maxLength: 3 }))])), {
        requiredKeys: [],
      })
      fc.assert(
        fc.property(typedAnyhow, (typed) => {
          const first = schema.safeParse(typed)
          if (!first.success) expect(kind.errors).toContain(first.error.issues[0]?.message)
          if (!first.success || first.data === null) return
          expect(kind.value(settings).parse(first.data)).toEqual(first.data)
          kind.warn?.(first.data, settings, given)
          expect(schema.parse(kind.typed(first.data, settings))).toEqual(first.data)
        }),
        { numRuns: 300 },
      )
    })

    it('refuses a million characters, in seconds', () => {
      const box = firstBox(question(kind, 'any', settings))
      for (const unit of ['a', ' a', '1', 'a\n', '\u0301\u0315', ' '.repeat(99) + 'b']) {
        const million = unit.repeat(1_000_000 / unit.length)
        const from = performance.now()
        const { success } = schema.safeParse({ [box]: million })
        expect(performance.now() - from, `milliseconds for ${JSON.stringify(unit.slice(0, 3))}`).toBeLessThan(5000)
        if (!unit.startsWith('\u0301')) expect(success).toBe(false)
      }
    })
  })
}
