import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { evidenceFor } from '~/applications/schools/evidence'
import { cameAt, nameToSave, type Upload } from '~/applications/uploads'
import { refusal } from '~/context.server'
import { writtenIn } from '~/i18n/languages'
import { Details } from '~/ui/details'
import { SummaryList } from '~/ui/summary-list'
import { TextList } from '~/ui/text-list'
import type invite from '../../../locales/en/invite.json'
import { pageTitle } from '../page-title'
import { titleOf, shown } from '../responses.server'
import { CopySections } from './copy-sections'
import { evidencePath } from './evidence-path.server'
import { following } from './follow.server'
import { schoolsPath } from './invite-view.server'
import { openedLines } from './papers-view.server'
import { dayOf } from './schools-asked.server'

export const meta = pageTitle

/** What one school sent for a request, for the family to read and to print. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  const open = await following(args, 'read')
  const { words } = context.visit
  const found = (await evidenceFor(context.services, open.actor, open.form, open)).find(({ invitation }) => invitation.id === params['invitation'])
  if (!found) throw refusal(context, 404, 'not-found')
  const { invitation, application, changedAt, writer, summary, files, openings } = found
  const own = words.tree<(typeof invite)['evidence']>('invite:evidence', { school: invitation.asked.school.name })
  const pathOf = ({ id }: Upload) => evidencePath(open.reference, { invitation: invitation.id, file: id })
  const row = (label: string, value: string) => ({ label, value })
  return shown({
    title: titleOf(context, own.heading),
    words: own,
    back: { text: own.back, href: schoolsPath(open.reference) },
    language: writtenIn(summary.language),
    facts: [
      row(own.from, words.list([...(writer === undefined ? [] : [writer]), invitation.asked.school.name])),
      row(own.on, words.date(dayOf(application.sentAt ?? ''))),
      ...(changedAt === undefined ? [] : [row(own.changed, words.date(dayOf(changedAt)))]),
      row(own.reference, application.reference),
    ],
    sections: summary.sections,
    files: files.map((file) => ({
      href: pathOf(file),
      text: nameToSave(file),
      look: file.pictures ? { href: `${pathOf(file)}/look`, text: words.text('invite:evidence.look', { name: nameToSave(file) }) } : null,
      came: words.text('invite:evidence.came', { date: words.date(dayOf(cameAt(file))) }),
      opened: openedLines(context, open.actor, file.id, openings, 'asker'),
    })),
    opened: words.text('papers:list.opened'),
  })
}

export default function EvidencePage() {
  const { words, facts, sections, files, opened, language } = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <SummaryList rows={facts.map(({ label, value }) => ({ label, value }))} />
      <p className="govuk-body">
        {words.note} {files.length > 0 ? null : words.papers}
      </p>
      {files.length > 0 ? (
        <section className="wm-section">
          <h2 className="govuk-heading-m">{words.files}</h2>
          <ul className="govuk-list wm-papers">
            {files.map(({ href, text, look, came, opened: lines }) => (
              <li key={href}>
                <p className="govuk-body">
                  <a className="govuk-link" href={href}>
                    {text}
                  </a>{' '}
                  {came}
                </p>
                {look ? (
                  <p className="govuk-body">
                    <a className="govuk-link" href={look.href}>
                      {look.text}
                    </a>
                  </p>
                ) : null}
                {lines.length > 0 ? (
                  <Details summary={`${opened}: ${text}`}>
                    <TextList texts={lines} />
                  </Details>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="govuk-body wm-screen-only">{words.print}</p>
      <div {...language} className="wm-copy">
        <CopySections sections={sections} blank={words.blank} />
      </div>
    </>
  )
}
