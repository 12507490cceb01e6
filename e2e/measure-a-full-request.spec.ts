import { exampleAnswers } from '~/engine/describe-form'
import { journeyOf } from '~/engine/journey'
import { summaryOf } from '~/engine/summary'
import { parentRequest } from '~/forms/parent-request'
import { wordsFor } from '~/i18n/words'
import { walk } from '../bench/journey'
import { say } from './support/fill'
import { expect, test } from './support/portal'
import { today } from './support/walk'

// What the benchmark says of a full request and its copies is true only if it fills one in.

test('the family of the benchmark leaves nothing blank, and adds one wherever there may be several', async ({ portal }) => {
  const { draft } = await walk(portal.url, parentRequest, false)
  const { text } = await draft.browser.get(`/applications/${draft.reference}/print`)
  draft.browser.close()
  const { sections } = summaryOf(parentRequest, journeyOf(parentRequest, exampleAnswers(parentRequest, today), today), wordsFor('en'))
  const items = sections.flatMap(({ rows }) => rows.flatMap((row) => row.items ?? []))
  expect(items.length).toBeGreaterThan(3)
  for (const { title } of items) expect(text).toContain(title)
  expect(text).not.toContain(`>${say('paper:copy.noAnswer')}<`)
})
