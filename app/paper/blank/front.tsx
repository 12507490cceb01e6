import type { ReactNode } from 'react'
import { questionsOf } from '~/engine/form'
import type { Block } from '../kit/form/pages'
import { Bullets, Facts, Lead, Paragraph, PartHead, Title } from '../kit/form/parts'
import type { Blank } from './blank-of'

/** What to know before the first question: that nobody needs the form, how to fill it in and send it, and what comes after. */
export function frontBlocks(blank: Blank): readonly Block[] {
  const { say, list, council, isFillable, said } = blank
  const { sendiass } = council
  const paragraphs = (key: string) => list(`front.${key}`).map((text) => <Paragraph key={text}>{text}</Paragraph>)
  const passage = (key: string, content: ReactNode): Block => ({
    key,
    within: { type: 'Sect' },
    content: (
      <>
        <PartHead title={say(`front.${key}.heading`)} isSmall />
        {content}
      </>
    ),
  })
  const title = (
    <>
      <Title>{said.title()}</Title>
      <Lead>{say(isFillable ? 'front.leadFillable' : 'front.lead')}</Lead>
    </>
  )
  const ways = [
    { name: say('front.send.post'), lines: council.post },
    { name: say('front.send.email'), lines: [{ text: council.email, href: `mailto:${council.email}` }] },
    { name: say('front.send.hand'), lines: [say('front.send.handText')] },
    { name: say('front.send.phone'), lines: [council.phone, council.hours, say('front.send.phoneText')] },
    { name: say('front.send.relay'), lines: [council.textRelay] },
  ]
  return [
    { key: 'title', within: { type: 'Sect' }, content: title },
    passage('notNeeded', paragraphs('notNeeded.text')),
    passage(
      'how',
      <>
        <Paragraph>{say('front.how.needed', { numbers: neededBy(blank) })}</Paragraph>
        <Bullets items={[...list('front.how.list'), ...list(`front.how.${isFillable ? 'byTyping' : 'byHand'}`), say('front.how.together')]} />
      </>,
    ),
    passage(
      'send',
      <>
        <Facts rows={ways} />
        <Paragraph>{say('front.send.text')}</Paragraph>
      </>,
    ),
    passage('next', <Bullets items={list('front.next.list')} />),
    passage(
      'free',
      <>
        <Facts rows={[{ name: sendiass.name, lines: [sendiass.phone, { text: sendiass.website, href: sendiass.website }] }]} />
        <Paragraph>{say('front.free.text')}</Paragraph>
      </>,
    ),
    passage('privacy', [...paragraphs('privacy.text'), <Paragraph key="danger">{say('front.danger')}</Paragraph>]),
  ]
}

/** "question 1, question 3 or 4 and question 5" */
function neededBy({ form, numberOf, say, words }: Blank): string {
  const groups = [...questionsOf(form).flatMap(({ need, id }) => (need === 'required' ? [[id]] : [])), ...form.needs.map(({ oneOf }) => oneOf)]
  const sorted = groups.map((ids) => ids.map(numberOf)).sort(([a], [b]) => Number(a) - Number(b))
  return words.list(sorted.map((numbers) => say('neededOne', { numbers: words.either(numbers) })))
}
