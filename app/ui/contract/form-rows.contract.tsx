import type { ReactElement } from 'react'
import { CharacterCount } from '../character-count'
import { Checkboxes, type Checkbox } from '../checkboxes'
import type { Divider } from '../choice'
import { DateInput, type DatePart } from '../date-input'
import { FileUpload } from '../file-upload'
import { Input } from '../input'
import { Radios } from '../radios'
import { Select } from '../select'
import { Textarea } from '../textarea'
import { boxOf, fieldOf, fieldsetOf, itemsOf, questionOf, type Item, type Options } from './options.contract'
import { contentOf, nodesOf, propsOf } from './tree.contract'

const textOf = (value: unknown): string | undefined => (value === undefined || value === null ? undefined : String(value))

const choiceOf = (item: Item): Checkbox | Divider => {
  if (item.divider) return { divider: item.divider }
  return {
    ...propsOf(item.attributes),
    ...(item.id ? { id: item.id } : {}),
    ...(item.name ? { name: item.name } : {}),
    ...(item.disabled ? { disabled: true } : {}),
    value: textOf(item.value) ?? '',
    label: contentOf(item),
    labelProps: typeof item.label === 'object' ? boxOf(item.label) : undefined,
    hint: contentOf(item.hint),
    hintProps: boxOf(item.hint),
    conditional: item.conditional?.html && nodesOf(item.conditional.html),
    defaultChecked: item.checked,
    ...(item.behaviour === 'exclusive' ? { exclusive: true } : {}),
  }
}

const countTextOf = ({ maxlength, maxwords, countType, textareaDescriptionText }: Options): string | undefined => {
  const limit = maxwords ?? maxlength
  const text = textareaDescriptionText ?? `You can enter up to %{count} ${maxwords || countType === 'words' ? 'words' : 'characters'}`
  return limit === undefined ? undefined : text.replace('%{count}', String(limit))
}

/** The parts of a date, worked out from options as the macro does. */
const partsOf = (options: Options): DatePart[] => {
  const { id = '', namePrefix, items } = options
  const values = (options.values ?? {}) as Record<string, unknown>
  const prefix = namePrefix ? `${namePrefix}-` : ''
  const pick = (part: 'day' | 'month' | 'year'): Item | undefined =>
    options[part] === undefined ? { name: part, value: values[part] } : options[part] && { name: part, ...options[part] }
  const named = itemsOf(items?.length ? items : [pick('day'), pick('month'), pick('year')])
  return named.map((item) => {
    const name = item.name ?? ''
    const own = name === 'day' || name === 'month' || name === 'year' ? options[name] : undefined
    const classes = item.classes ?? ''
    const width = /govuk-input--width-(2|4)/.exec(classes)?.[1] ?? (name === 'year' || name === options.year?.name ? '4' : '2')
    const isWrong = classes.includes('govuk-input--error') || item.error
    return {
      ...propsOf(item.attributes),
      id: item.id ?? `${id}-${name}`,
      name: prefix + name,
      label: item.label ? (item.label as string) : name.charAt(0).toUpperCase() + name.slice(1),
      width: width === '4' ? 4 : 2,
      hasError: isWrong,
      className: classes.replace(/govuk-input--(width-\d|error)/g, '').trim() || undefined,
      defaultValue: textOf(item.value ?? own?.value ?? values[prefix + name]),
      autoComplete: item.autocomplete,
      pattern: item.pattern,
      ...(item.inputmode ? { inputMode: item.inputmode } : {}),
    }
  })
}

export const formRows: Record<string, (options: Options) => ReactElement> = {
  'character-count': (options) => (
    <CharacterCount
      {...fieldOf(options)}
      rows={options.rows as number | undefined}
      spellCheck={options.spellcheck}
      defaultValue={textOf(options.value)}
      limit={options.maxlength ?? options.maxwords}
      limitText={countTextOf(options)}
      limitClassName={options.countMessage?.classes}
      threshold={options.threshold}
    />
  ),
  checkboxes: (options) => (
    <Checkboxes
      {...boxOf(options)}
      {...questionOf(options)}
      id={options.idPrefix}
      name={options.name ?? ''}
      fieldset={fieldsetOf(options.fieldset)}
      items={itemsOf(options.items).map(choiceOf)}
      defaultValues={options.values as string[] | undefined}
      aria-describedby={options.describedBy}
    />
  ),
  'date-input': (options) => (
    <DateInput
      {...boxOf(options)}
      {...questionOf(options)}
      id={options.id ?? ''}
      fieldset={fieldsetOf(options.fieldset)}
      parts={partsOf(options)}
    />
  ),
  'file-upload': (options) => <FileUpload {...fieldOf(options)} multiple={options.multiple} disabled={options.disabled} />,
  input: (options) => (
    <Input
      {...fieldOf(options)}
      type={options.type}
      defaultValue={textOf(options.value)}
      prefix={contentOf(options.prefix)}
      suffix={contentOf(options.suffix)}
      disabled={options.disabled}
      spellCheck={options.spellcheck}
      autoComplete={options.autocomplete}
      autoCapitalize={options.autocapitalize}
      pattern={options.pattern}
      inputMode={options.inputmode}
    />
  ),
  radios: (options) => (
    <Radios
      {...boxOf(options)}
      {...questionOf(options)}
      id={options.idPrefix}
      name={options.name ?? ''}
      fieldset={fieldsetOf(options.fieldset)}
      items={itemsOf(options.items).map(choiceOf)}
      defaultValue={textOf(options.value)}
    />
  ),
  select: (options) => {
    const chosen = itemsOf(options.items).find((item) => item.selected)
    const byValue = itemsOf(options.items).find((item) => (item.value ?? item.text) === options.value && item.selected !== false)
    const choice = chosen ?? byValue
    return (
      <Select
        {...fieldOf(options)}
        defaultValue={choice && textOf(choice.value ?? choice.text)}
        options={itemsOf(options.items).map((item) => ({
          ...propsOf(item.attributes),
          text: textOf(item.text) ?? '',
          value: textOf(item.value),
          disabled: item.disabled,
        }))}
      />
    )
  },
  textarea: (options) => (
    <Textarea
      {...fieldOf(options)}
      rows={options.rows as number | undefined}
      defaultValue={textOf(options.value)}
      spellCheck={options.spellcheck}
      autoComplete={options.autocomplete}
    />
  ),
}
