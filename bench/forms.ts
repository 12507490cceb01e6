import type { Form } from '~/engine/form'
import { parentRequest } from '~/forms/parent-request'
import { schoolAdvice } from '~/forms/school-advice'
import { youngPersonRequest } from '~/forms/young-person-request'
import { benchForm } from './bench-form'

/** The list of forms in the benchmark's own build; it stands in for `app/forms/index.ts`. */
export const forms: readonly Form[] = [parentRequest, youngPersonRequest, schoolAdvice, benchForm]

export const formNamed = (id: string): Form | undefined => forms.find((form) => form.id === id)
