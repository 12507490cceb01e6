import type { ReactNode } from 'react'

/** Buttons and links that end a page, side by side where there is room. */
export const ButtonGroup = ({ children }: { children: ReactNode }) => <div className="govuk-button-group">{children}</div>
