import type { ReactNode } from 'react'

/** Says, quietly and truly, when the answers were last saved. It stays on the page while empty, so that it is heard when it speaks. */
export const SavedLine = ({ children }: { children?: ReactNode }) => (
  <p className="wm-saved" role="status">
    {children}
  </p>
)
