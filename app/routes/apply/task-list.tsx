import { ButtonLink } from '~/ui/button'
import { classNames } from '~/ui/class-names'
import { InsetText } from '~/ui/inset-text'
import { LinkList } from '~/ui/link-list'
import { Tag } from '~/ui/tag'
import { TaskList } from '~/ui/task-list'

export interface TasksView {
  readonly isCalm: boolean
  readonly caption: string
  readonly heading: string
  readonly intro: string
  readonly saved: string
  readonly reference: string
  readonly sections: readonly { readonly title: string; readonly href: string; readonly state: 'done' | 'started' | 'todo'; readonly status: string; readonly hint: string }[]
  readonly missing: readonly { readonly text: string; readonly href: string }[]
  /** Whether it can be sent, or what was not sent yet. */
  readonly canSend: string
  readonly check: { readonly text: string; readonly href: string }
  /** Where what was not sent yet is left for another day. */
  readonly save: { readonly text: string; readonly href: string } | null
  readonly help: string
  /** For a school that was asked: by whom, by when, and what is still wanted. */
  readonly asked: {
    /** Instead of the name of the form. */
    readonly heading: string
    readonly by: string
    readonly due: string
    readonly wantedHeading: string
    readonly wanted: readonly { readonly href: string; readonly text: string }[]
    readonly nothing: string
    readonly links: readonly { readonly href: string; readonly text: string }[]
  } | null
  /** Where a family asks its school. */
  readonly school: { readonly text: string; readonly help: string; readonly link: string; readonly href: string } | null
  /** Where files are sent. */
  readonly papers: { readonly text: string; readonly help: string; readonly link: string; readonly href: string }
}

/** The parts of the form, in any order, and whether it can be sent. */
export const Tasks = ({ view }: { view: TasksView }) => (
  <div className={classNames('govuk-grid-row', view.isCalm && 'wm-calm')}>
    <div className="govuk-grid-column-two-thirds">
      <span className="govuk-caption-l">{view.reference}</span>
      <h1 className="govuk-heading-l">{view.heading}</h1>
      <p className="govuk-body">
        {view.intro} {view.saved}
      </p>
      {view.asked ? <Asked asked={view.asked} /> : null}
      <TaskList
        tasks={view.sections.map(({ title, href, state, status, hint }) => ({
          title,
          href,
          hint: hint || undefined,
          status: state === 'done' ? status : <Tag colour={state === 'started' ? 'teal' : 'blue'}>{status}</Tag>,
        }))}
      />
      <p className="govuk-body">{view.canSend}</p>
      {view.missing.length > 0 ? <LinkList isBulleted links={view.missing} /> : null}
      <ButtonLink href={view.check.href} variant={view.missing.length > 0 ? 'secondary' : undefined}>
        {view.check.text}
      </ButtonLink>
      {view.save ? <LinkList links={[view.save]} /> : null}
      {view.school ? (
        <>
          <h2 className="govuk-heading-m">{view.school.text}</h2>
          <p className="govuk-body">{view.school.help}</p>
          <LinkList links={[{ href: view.school.href, text: view.school.link }]} />
        </>
      ) : null}
      <h2 className="govuk-heading-m">{view.papers.text}</h2>
      <p className="govuk-body">{view.papers.help}</p>
      <LinkList links={[{ href: view.papers.href, text: view.papers.link }]} />
      <p className="govuk-body">{view.help}</p>
    </div>
  </div>
)

const Asked = ({ asked: { by, due, wantedHeading, wanted, nothing, links } }: { asked: NonNullable<TasksView['asked']> }) => (
  <>
    {by ? (
      <InsetText>
        <p className="govuk-body">
          {by} {due}
        </p>
        {wanted.length > 0 ? (
          <>
            <p className="govuk-body">{wantedHeading}</p>
            <LinkList isBulleted links={wanted} />
          </>
        ) : (
          <p className="govuk-body">{nothing}</p>
        )}
      </InsetText>
    ) : null}
    <LinkList links={links} />
  </>
)
