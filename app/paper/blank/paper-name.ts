/** One of several people or things, in the order of the form. */
export interface PlaceAmongSeveral {
  /** The question that repeats. */
  readonly repeated: string
  readonly copy: number
}

/**
 * The name of a field of a form that is typed in, from the name that the same box has on the web: `childBirthDate.day` is
 * `childBirthDate-day`, since a field's own name holds no full stop (ISO 32000-1, 12.7.3.2). Of each of several, the repeat and the
 * place come first.
 */
export const paperName = (webName: string, item?: PlaceAmongSeveral): string =>
  `${item ? `${item.repeated}-${item.copy}-` : ''}${webName.replaceAll('.', '-')}`

/** The name of the field that says from which form a file came: its id, its language and its edition. No question is called so. */
export const CODE_FIELD = 'form-code'
