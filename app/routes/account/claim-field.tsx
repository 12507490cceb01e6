import { Checkboxes } from '~/ui/checkboxes'
import type { ClaimView } from './claim.server'

/** The box to leave what was begun here with the browser. Ticked at first: most people sign in to keep their own. */
export const ClaimField = ({ view }: { view: ClaimView }) => (
  <>
    <p className="govuk-body">{view.text}</p>
    <Checkboxes name="claim" errorPrefix={undefined} items={[{ value: 'yes', label: view.label, defaultChecked: view.isTicked }]} />
  </>
)
