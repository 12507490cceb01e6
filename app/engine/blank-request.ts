/** The people and numbers that a blank form names. */
export interface BlankCouncil {
  readonly name: string
  readonly team: string
  readonly phone: string
  readonly hours: string
  readonly textRelay: string
  readonly email: string
  readonly post: readonly string[]
  readonly sendiass: { readonly name: string; readonly phone: string; readonly website: string }
}

/** `ordinary` and `large` are for a pen; `fillable` is for a keyboard. */
export const blankLooks = ['ordinary', 'large', 'fillable'] as const
export type BlankLook = (typeof blankLooks)[number]

/** What a blank form is printed from: plain data, since it crosses to a worker. */
export interface BlankRequest {
  /** The id of a form. */
  readonly form: string
  readonly language: string
  readonly look: BlankLook
  readonly council: BlankCouncil
}

/** What a blank form is printed from; of what the council has set, only what is on it. */
export const blankRequest = (form: string, language: string, look: BlankLook, { name, team, phone, hours, textRelay, email, post, sendiass }: BlankCouncil): BlankRequest => ({
  form,
  language,
  look,
  council: { name, team, phone, hours, textRelay, email, post, sendiass },
})
