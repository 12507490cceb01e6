import { pageAsking, questionsOf, sectionWith, type Form } from '~/engine/form'
import { journeyBy } from '~/engine/journey'
import { answersIn } from '~/engine/parts'
import { protectionBy } from '~/engine/protection'
import { isBlankRow, summaryOf, type Row, type Summary } from '~/engine/summary'
import type { Words } from '~/engine/words'
import type { Invited } from './invitation'

/** Who the pupil is, as far as it may be told. */
export interface Pupil {
  readonly firstNames?: string
  readonly lastName?: string
  readonly birthDate?: string
  readonly upn?: string
}

/** What a school sees of a request that asks it. */
export interface Shown {
  readonly pupil: Pupil
  readonly sections: Summary['sections']
}

/**
 * What a school may see of a request now: who the pupil is, and the sections that the family chose, of which it sees the questions that are for schools to see
 * and are not kept private. Where the family must not be found, it sees who the pupil is and nothing else, whatever was chosen before.
 */
export function shownTo(form: Form, { invitation: { asked }, parts }: Pick<Invited, 'invitation' | 'parts'>, today: string, words: Words): Shown {
  const { pupil } = form
  if (!pupil) return { pupil: {}, sections: [] }
  const journey = journeyBy(form, answersIn(form, parts), today)
  const protects = protectionBy(form, journey)
  const isHidden = protects(pupil.school)
  const said = (key: 'firstNames' | 'lastName' | 'birthDate' | 'upn') => {
    const id = pupil[key]
    const answer = id === undefined || protects(id) ? undefined : journey.answers[id]
    return typeof answer === 'string' ? { [key]: answer } : {}
  }
  const shows = isHidden ? [] : asked.shows
  return {
    pupil: { ...said('firstNames'), ...said('lastName'), ...said('birthDate'), ...(shows.includes('upn') && said('upn')) },
    sections: summaryOf(form, journey, words)
      .sections.filter(({ id }) => shows.includes(id) && form.shareable.includes(id))
      .map((section) => ({ ...section, rows: section.rows.filter(isForSchools(form)).map(withoutHiddenItems(form)).filter((row) => !isBlankRow(row)) }))
      .filter(({ rows }) => rows.length > 0),
  }
}

/** Whether a school may read the answer to a question, which says so or leaves it to its section, and it is not kept private. */
function isForSchools(form: Form): (row: Row) => boolean {
  const byId = new Map(questionsOf(form).map((each) => [each.id, each]))
  return ({ question, page, isProtected }) => {
    const asking = pageAsking(form, question) ?? form.sections.flatMap((each) => each.pages).find(({ id }) => id === page)
    const sees = byId.get(question)?.privacy?.sees ?? (asking && sectionWith(form, asking)?.privacy.sees)
    return !isProtected && sees === 'advisers-and-school'
  }
}

const withoutHiddenItems =
  (form: Form) =>
  (row: Row): Row =>
    row.items ? { ...row, items: row.items.map((item) => ({ ...item, rows: item.rows.filter(isForSchools(form)) })) } : row
