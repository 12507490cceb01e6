import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { ErrorMessage } from './error-message'
import { Fieldset, type FieldsetProps } from './fieldset'
import { FormGroup, type FormGroupProps } from './form-group'
import { Hint, type HintProps } from './hint'
import { Label, type LabelProps } from './label'

/** The words and the box that every question shares. */
export type QuestionProps = {
  hint?: ReactNode
  hintProps?: HintProps | undefined
  /** What is wrong, and how to fix it. Its presence marks the whole question. */
  error?: ReactNode
  /** The word read out before an error ("Error"). */
  errorPrefix: ReactNode
  formGroup?: FormGroupProps | undefined
}

/** A question answered by one control, which has a label. */
export type FieldProps = QuestionProps & {
  label: ReactNode
  labelProps?: LabelProps | undefined
}

/** A question answered by several controls, which may have a fieldset. */
export type FieldGroupProps = QuestionProps & { fieldset?: FieldsetProps | undefined }

/** The ids, in reading order, that describe a control; undefined when nothing does. */
export const describedByOf = (id: string, { hint, error }: Pick<QuestionProps, 'hint' | 'error'>, before?: string): string | undefined =>
  classNames(before, Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`) || undefined

const HintAndError = ({ id, hint, hintProps, error, errorPrefix }: QuestionProps & { id: string }) => (
  <>
    {hint ? (
      <Hint {...hintProps} id={`${id}-hint`}>
        {hint}
      </Hint>
    ) : null}
    {error ? (
      <ErrorMessage id={`${id}-error`} prefix={errorPrefix}>
        {error}
      </ErrorMessage>
    ) : null}
  </>
)

/** Label, hint and error above one control. */
export const Field = ({ id, label, labelProps, formGroup, children, ...words }: FieldProps & { id: string; children: ReactNode }) => (
  <FormGroup {...formGroup} hasError={Boolean(words.error)}>
    <Label {...labelProps} htmlFor={id}>
      {label}
    </Label>
    <HintAndError id={id} {...words} />
    {children}
  </FormGroup>
)

/** Legend, hint and error above several controls; without `fieldset`, the hint and the error alone. */
export const FieldGroup = ({
  id,
  describedBy,
  fieldset,
  formGroup,
  children,
  ...words
}: FieldGroupProps & { id: string; describedBy: string | undefined; children: ReactNode }) => {
  const inside = (
    <>
      <HintAndError id={id} {...words} />
      {children}
    </>
  )
  return (
    <FormGroup {...formGroup} hasError={Boolean(words.error)}>
      {fieldset ? (
        <Fieldset {...fieldset} aria-describedby={describedBy}>
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  )
}
