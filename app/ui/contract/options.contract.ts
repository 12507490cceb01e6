import type { ReactNode } from 'react'
import { contentOf, propsOf } from './tree.contract'

/** Words in a macro's options, with what hangs on their element. */
export type Words = {
  text?: unknown
  html?: string
  classes?: string
  attributes?: Record<string, unknown>
  for?: string
  isPageHeading?: boolean
  visuallyHiddenText?: string
}

export type Action = Words & { href?: string }

/** One of the things a macro repeats: a choice, an option, a part of a date, a row, a cell, a task, a language. */
export type Item = Words & {
  id?: string
  name?: string
  value?: unknown
  checked?: boolean
  selected?: boolean
  disabled?: boolean
  divider?: string
  behaviour?: string
  hint?: Words
  label?: Words | string
  conditional?: { html: string }
  error?: boolean
  pattern?: string
  inputmode?: 'text' | 'numeric'
  autocomplete?: string
  href?: string
  lang?: string
  hrefLang?: string
  dir?: 'ltr' | 'rtl'
  current?: boolean
  languageDescriptionText?: string
  format?: string
  colspan?: number
  rowspan?: number
  title?: Words
  status?: Words & { tag?: Words }
}

export type Row = { key: Words; value: Words | string; actions?: { items?: Action[]; classes?: string }; classes?: string }

/** The options of govuk-frontend's macros, as far as its fixtures use them. */
export type Options = Words & {
  id?: string
  idPrefix?: string
  name?: string
  namePrefix?: string
  value?: unknown
  values?: Record<string, unknown> | string[]
  type?: string
  multiple?: boolean
  href?: string
  role?: string
  describedBy?: string
  disabled?: boolean
  spellcheck?: boolean
  autocomplete?: string
  autocapitalize?: string
  pattern?: string
  inputmode?: 'text' | 'decimal'
  rows?: number | (Row | Item[] | null | false)[]
  label?: Words
  hint?: Words
  errorMessage?: Words
  fieldset?: Words & { legend?: Words; describedBy?: string }
  formGroup?: Words
  items?: (Item | null | false | '')[]
  prefix?: Words
  suffix?: Words
  isStartButton?: boolean
  preventDoubleClick?: boolean
  maxlength?: number
  maxwords?: number
  threshold?: number
  textareaDescriptionText?: string
  countType?: string
  countMessage?: Words
  day?: Item
  month?: Item
  year?: Item
  open?: boolean
  summaryText?: string
  summaryHtml?: string
  titleText?: string
  titleHtml?: string
  titleId?: string
  titleHeadingLevel?: 2 | 3
  descriptionText?: string
  descriptionHtml?: string
  headingLevel?: 1 | 2
  errorList?: Action[]
  redirectUrl?: string
  legend?: Words
  ariaLabel?: string
  caption?: string
  captionClasses?: string
  head?: Item[]
  firstCellIsHeader?: boolean
  iconFallbackText?: string
  card?: Words & { title?: Words & { headingLevel?: 2 | 3 | 4 }; actions?: { items?: Action[]; classes?: string } }
}

/** The items a macro would print: it passes over false ones. */
export const itemsOf = <T>(items: readonly (T | null | false | '' | undefined)[] | undefined): T[] =>
  (items ?? []).filter((item): item is T => Boolean(item))

/** Class, attributes and id of an element. */
export const boxOf = (box: (Words & { id?: string | null }) | undefined) => ({
  ...propsOf(box?.attributes),
  ...(box?.id ? { id: box.id } : {}),
  className: box?.classes,
})

export const titleOf = (text: string | undefined, html: string | undefined): ReactNode =>
  contentOf({ text, ...(html === undefined ? {} : { html }) })

export const fieldsetOf = (fieldset: Options['fieldset']) =>
  fieldset && {
    ...boxOf(fieldset),
    'aria-describedby': fieldset.describedBy,
    legend: contentOf(fieldset.legend),
    legendClassName: fieldset.legend?.classes,
    legendIsPageHeading: fieldset.legend?.isPageHeading,
  }

/** The words and the box that every question shares. The macros' word before an error is English. */
export const questionOf = ({ hint, errorMessage, formGroup }: Options) => ({
  hint: contentOf(hint),
  hintProps: boxOf(hint),
  error: contentOf(errorMessage),
  errorPrefix: 'Error',
  formGroup: boxOf(formGroup),
})

/** What one labelled control is given. */
export const fieldOf = (options: Options) => ({
  ...boxOf(options),
  ...questionOf(options),
  label: contentOf(options.label),
  labelProps: { ...boxOf(options.label), isPageHeading: options.label?.isPageHeading },
  name: options.name ?? '',
  'aria-describedby': options.describedBy,
})
