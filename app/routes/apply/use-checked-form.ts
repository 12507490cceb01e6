import { useForm, type FieldErrors, type Resolver, type UseFormReturn } from 'react-hook-form'
import type { Registration } from '~/questions/field.web'

/** What react-hook-form knows of the page that is open: what is wrong with what is typed, and how to look at it again. */
interface CheckedForm {
  readonly errors: FieldErrors
  readonly register: (fieldName: string) => Registration
  readonly handleSubmit: UseFormReturn['handleSubmit']
}

function useFormInBrowser(resolver: Resolver): CheckedForm {
  const { formState, register, handleSubmit } = useForm({ resolver, shouldFocusError: false })
  return { errors: formState.errors, register: (name) => register(name), handleSubmit }
}

const unchecked: CheckedForm = { errors: {}, register: () => ({}), handleSubmit: () => () => Promise.resolve(undefined) }

/** The server draws what it found itself, never what the browser's own check would: there, react-hook-form's form would be made in vain for every page. */
export const useCheckedForm: (resolver: Resolver) => CheckedForm = typeof document === 'undefined' ? () => unchecked : useFormInBrowser
