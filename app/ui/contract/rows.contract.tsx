import type { ReactElement } from 'react'
import { BackLink } from '../back-link'
import { Button, ButtonLink } from '../button'
import { Details } from '../details'
import { ErrorMessage } from '../error-message'
import { ErrorSummary } from '../error-summary'
import { ExitThisPage } from '../exit-this-page'
import { Fieldset } from '../fieldset'
import { Hint } from '../hint'
import { InsetText } from '../inset-text'
import { Label } from '../label'
import { LanguageNavigation } from '../language-navigation'
import { NotificationBanner } from '../notification-banner'
import { Panel } from '../panel'
import { SkipLink } from '../skip-link'
import { SummaryCard, SummaryList } from '../summary-list'
import { Table } from '../table'
import { Tag } from '../tag'
import { TaskList } from '../task-list'
import { WarningText } from '../warning-text'
import { formRows } from './form-rows.contract'
import { boxOf, fieldsetOf, itemsOf, titleOf, type Action, type Item, type Options, type Row } from './options.contract'
import { contentOf, propsOf } from './tree.contract'

const actionOf = (action: Action) => ({
  ...boxOf(action),
  href: action.href ?? '',
  children: contentOf(action),
  about: action.visuallyHiddenText,
})

const rowOf = (row: Row) => ({
  label: contentOf(row.key),
  labelClassName: row.key.classes,
  value: typeof row.value === 'string' ? row.value : contentOf(row.value),
  valueClassName: typeof row.value === 'string' ? undefined : row.value.classes,
  actions: row.actions?.items?.map(actionOf),
  actionsClassName: row.actions?.classes,
  className: row.classes,
})

const cellOf = (cell: Item) => ({
  ...boxOf(cell),
  colSpan: cell.colspan,
  rowSpan: cell.rowspan,
  numeric: cell.format === 'numeric',
  children: contentOf(cell),
})

const summaryList = (options: Options) => {
  const rows = itemsOf(options.rows as (Row | null)[]).map(rowOf)
  const { card } = options
  if (!card) return <SummaryList {...boxOf(options)} rows={rows} />
  return (
    <SummaryCard
      {...boxOf(card)}
      title={contentOf(card.title)}
      titleLevel={card.title?.headingLevel}
      actions={card.actions?.items?.map(actionOf)}
      rows={rows}
    />
  )
}

const button = (options: Options) => {
  const props = { ...boxOf(options), start: options.isStartButton, children: contentOf(options) }
  if (options.href) return <ButtonLink {...props} href={options.href} />
  return (
    <Button
      {...props}
      name={options.name}
      value={options.value as string | undefined}
      type={options.type as 'button' | undefined}
      disabled={options.disabled}
      preventDoubleClick={options.preventDoubleClick}
    />
  )
}

/** How the options of each govuk-frontend macro are written as props of our component. English is the macros' own. */
export const rows: Record<string, (options: Options) => ReactElement> = {
  ...formRows,
  'back-link': (options) => (
    <BackLink {...boxOf(options)} href={options.href || '#'}>
      {contentOf(options) ?? 'Back'}
    </BackLink>
  ),
  button,
  details: (options) => (
    <Details {...boxOf(options)} open={options.open} summary={titleOf(options.summaryText, options.summaryHtml)}>
      {contentOf(options)}
    </Details>
  ),
  'error-message': (options) => (
    <ErrorMessage {...boxOf(options)} prefix={options.visuallyHiddenText ?? 'Error'}>
      {contentOf(options)}
    </ErrorMessage>
  ),
  'error-summary': (options) => (
    <ErrorSummary
      {...boxOf(options)}
      title={titleOf(options.titleText, options.titleHtml)}
      description={titleOf(options.descriptionText, options.descriptionHtml)}
      errors={options.errorList?.map((item) => ({ message: contentOf(item), href: item.href, linkProps: propsOf(item.attributes) }))}
    />
  ),
  'exit-this-page': (options) => (
    <ExitThisPage
      {...boxOf(options)}
      href={options.redirectUrl ?? 'https://www.bbc.co.uk/weather'}
      leavingText="Loading"
      pressTwoMoreTimesText="Shift, press 2 more times to exit"
      pressOneMoreTimeText="Shift, press 1 more time to exit"
      timedOutText="Exit this page expired"
    >
      {contentOf(options) ?? (
        <>
          <span className="govuk-visually-hidden">Emergency</span> Exit this page
        </>
      )}
    </ExitThisPage>
  ),
  fieldset: (options) => (
    <Fieldset {...fieldsetOf(options)} role={options.role}>
      {contentOf(options)}
    </Fieldset>
  ),
  hint: (options) => <Hint {...boxOf(options)}>{contentOf(options)}</Hint>,
  'inset-text': (options) => <InsetText {...boxOf(options)}>{contentOf(options)}</InsetText>,
  label: (options) => (
    <Label {...boxOf(options)} htmlFor={options.for} isPageHeading={options.isPageHeading}>
      {contentOf(options)}
    </Label>
  ),
  'language-navigation': (options) => (
    <LanguageNavigation
      {...boxOf(options)}
      aria-label={options.ariaLabel ?? 'Language'}
      languages={itemsOf(options.items).map((item) => ({
        text: contentOf(item),
        lang: item.lang ?? '',
        dir: item.dir,
        href: item.href,
        current: item.current,
        description: item.languageDescriptionText,
      }))}
    />
  ),
  'notification-banner': (options) => (
    <NotificationBanner
      {...boxOf(options)}
      title={titleOf(options.titleText, options.titleHtml) ?? (options.type === 'success' ? 'Success' : 'Important')}
      titleId={options.titleId}
      titleLevel={options.titleHeadingLevel}
      success={options.type === 'success'}
      role={options.role}
    >
      {contentOf(options)}
    </NotificationBanner>
  ),
  panel: (options) => (
    <Panel {...boxOf(options)} title={titleOf(options.titleText, options.titleHtml)} titleLevel={options.headingLevel}>
      {contentOf(options)}
    </Panel>
  ),
  'skip-link': (options) => (
    <SkipLink {...boxOf(options)} href={options.href}>
      {contentOf(options)}
    </SkipLink>
  ),
  'summary-list': summaryList,
  table: (options) => (
    <Table
      {...boxOf(options)}
      caption={options.caption}
      captionClassName={options.captionClasses}
      head={options.head?.map(cellOf)}
      rows={itemsOf(options.rows as (Item[] | null)[]).map((row) => row.map(cellOf))}
      firstCellIsHeader={options.firstCellIsHeader}
    />
  ),
  tag: (options) => <Tag {...boxOf(options)}>{contentOf(options)}</Tag>,
  'task-list': (options) => (
    <TaskList
      {...boxOf(options)}
      idPrefix={options.idPrefix}
      tasks={itemsOf(options.items).map(({ title, href, hint, status, classes }) => ({
        title: contentOf(title),
        titleClassName: title?.classes,
        href,
        hint: contentOf(hint),
        status: status?.tag ? <Tag {...boxOf(status.tag)}>{contentOf(status.tag)}</Tag> : contentOf(status),
        statusClassName: status?.classes,
        className: classes,
      }))}
    />
  ),
  'warning-text': (options) => (
    <WarningText {...boxOf(options)} iconText={options.iconFallbackText || 'Warning'}>
      {contentOf(options)}
    </WarningText>
  ),
}
