import type { Form } from '~/engine/form'
import { parentRequest } from './parent-request'

/** Every form of the portal, in the order in which they are listed. */
export const forms: readonly Form[] = [parentRequest]

export const formNamed = (id: string): Form | undefined => forms.find((form) => form.id === id)
