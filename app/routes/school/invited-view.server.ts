import { endsOn } from '~/applications/schools/end-invitations'
import { isOpen, standingOf } from '~/applications/schools/invitation'
import type { Context } from '~/context.server'
import { dayOf } from '../account/schools-asked.server'
import { applyPath } from '../apply/apply.server'
import { titleOf } from '../responses.server'
import type { OpenedLink } from './signed-in.server'

/** The name of a pupil as far as it is known. */
export const pupilName = ({ firstNames, lastName }: OpenedLink['shown']['pupil']): string => [firstNames, lastName].filter(Boolean).join(' ')

/** Everything on the page of an invitation, for the school: nothing of the request once it is over. */
export async function invitedViewOf(context: Context, { actor, invitation, answer, shown, path }: OpenedLink) {
  const { services, config, visit } = context
  const { words } = visit
  const say = (key: string, values?: Record<string, string>) => words.text(`schools:invited.${key}`, values)
  const { asked, dueOn, answeredAt } = invitation
  const { state, at } = standingOf(invitation)
  const open = isOpen(invitation)
  const heading = say(open ? 'heading' : 'over')
  const { council } = config
  const row = (key: string, value: string | undefined) => (value ? [{ label: say(key), value }] : [])
  const isMember = (await services.store.schoolsOf(actor)).includes(asked.school.urn)
  return {
    title: titleOf(context, heading),
    heading,
    state: state === 'asked' ? '' : say(`states.${state}`, { date: words.date(dayOf(at)), ends: answeredAt === undefined ? '' : words.date(endsOn(services, answeredAt)) }),
    over: open ? '' : say('overHelp', { council: council.name, phone: council.phone }),
    rows: open
      ? {
          by: say(`by.${asked.by}`, { council: council.name }),
          intro: say('intro'),
          list: [
            ...row('pupil', pupilName(shown.pupil) || say('unnamed')),
            ...row('born', shown.pupil.birthDate && words.date(shown.pupil.birthDate)),
            ...row('upn', shown.pupil.upn),
            ...row('school', asked.school.name),
            ...row('due', words.date(dueOn)),
          ],
        }
      : null,
    asks: { label: say('asks'), list: asked.asks.map((each) => words.text(`schools:asks.${each}`)) },
    shown: { heading: say('shown'), sections: shown.sections, blank: words.text('common:noAnswer') },
    accept: state === 'asked' ? { csrf: visit.csrf(), text: say('accept'), help: say('acceptHelp') } : null,
    links: {
      go:
        open && answer
          ? answeredAt === undefined
            ? { href: applyPath(answer.form, answer.reference), text: say('go') }
            : { href: `/applications/${answer.reference}`, text: say('read') }
          : null,
      more: [
        ...(state === 'asked' || state === 'accepted' ? [{ href: `${path}/no`, text: say('decline') }] : []),
        ...(isMember ? [{ href: `/schools/${asked.school.urn}`, text: say('team') }] : []),
      ],
    },
  }
}
