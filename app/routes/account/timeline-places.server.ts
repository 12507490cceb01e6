import type { Card, Deed, Viewer } from '~/applications/timeline-view'
import type { Context } from '~/context.server'
import { applyPath } from '../apply/apply.server'
import type { HelpLine } from '../pages/help-lines'
import { nationalLines } from '../pages/help-lines.server'
import type { Following } from './follow.server'
import type { CardView } from './stage-card'

/** The card, with where each thing can be done, and the words that lead to how to complain. */
export function cardOf({ youCan, ...card }: Card, open: Following, context: Context, complain: string | null): CardView {
  return {
    ...card,
    youCan: { heading: youCan.heading, deeds: youCan.deeds.map((deed) => ({ ...deed, href: placeOf(deed, open, context.config.council) ?? null })) },
    complain,
  }
}

/** Whom to turn to when we did not do well. Mediation and the tribunal are for those who may appeal. */
export function unhappyLines(context: Context, viewer: Viewer): readonly HelpLine[] {
  const { words } = context.visit
  const { complaints, mediation } = context.config.council
  return [
    { name: words.text('help:disagree.complaint.name'), what: words.text('help:disagree.complaint.what'), website: complaints },
    ...(viewer === 'family' ? [{ ...mediation, what: words.text('timeline:unhappy.mediation') }, ...nationalLines(context, ['tribunal'])] : []),
    ...nationalLines(context, ['ombudsman']),
    { name: words.text('timeline:unhappy.data.name'), what: words.text('timeline:unhappy.data.what'), website: '/privacy' },
  ]
}

/** Where a family can do something; undefined for what is said but has no page. */
function placeOf({ kind }: Deed, { form, reference }: Following, council: Context['config']['council']): string | undefined {
  const base = `/applications/${reference}`
  const places: Partial<Record<Deed['kind'], string>> = {
    'continue': applyPath(form.id, reference),
    'add': applyPath(form.id, reference),
    'about-me': applyPath(form.id, reference),
    'print': `${base}/print`,
    // Where the PDF is, and the page to print beside it.
    'copy': '#keep',
    'dates': `${base}/dates.ics`,
    'withdraw': `${base}/withdraw`,
    'comment': `${base}/draft-plan`,
    'choose-school': `${base}/draft-plan`,
    'meet': `${base}/draft-plan`,
    'ask-again': '/start',
    'ask-adult-care': `tel:${council.phone.replace(/[^+\d]/g, '')}`,
    'phone': `tel:${council.phone.replace(/[^+\d]/g, '')}`,
    'complain': council.complaints,
    'mediation': council.mediation.website,
    'sendiass': council.sendiass.website,
    'ipsea': 'https://www.ipsea.org.uk/',
    'ombudsman': 'https://www.lgo.org.uk/',
    'appeal': 'https://www.gov.uk/appeal-ehc-plan-decision',
    'appeal-plan': 'https://www.gov.uk/appeal-ehc-plan-decision',
    'appeal-late': 'https://www.gov.uk/appeal-ehc-plan-decision',
  }
  return places[kind]
}
