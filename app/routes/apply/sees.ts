import { holds } from '~/engine/condition'
import type { Section } from '~/engine/form'
import type { Applying } from './apply.server'

/** The sentence that says who reads the answers of a section: of evidence, the family that it is for as well, but for what is apart from them. */
export function seesOf({ form, journey, said }: Pick<Applying, 'form' | 'journey' | 'said'>, section: Section | undefined): string {
  const { evidence } = form
  const sees = section?.privacy.sees ?? 'council'
  const isRead = evidence !== undefined && section !== undefined && holds(evidence.when, journey.valueOf) && !evidence.apart.includes(section.id)
  return said.words.text(`apply:page.sees.${isRead ? `family.${sees}` : sees}`)
}
