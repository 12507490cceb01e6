import type { MouseEvent } from 'react'

/**
 * Follows a link of the error summary to its field: focuses the field and scrolls its question, not only its box, into view.
 * Without JavaScript the browser follows the link by itself.
 */
export const focusField = (event: MouseEvent<HTMLAnchorElement>): void => {
  const field = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)))
  if (!field) return
  event.preventDefault()
  const question = field.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`)
  const target = question ?? field
  target.scrollIntoView()
  field.focus({ preventScroll: true })
}
