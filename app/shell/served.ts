import { createContext, useContext } from 'react'
import type { ShellView } from './shell.server'

/** What every page is drawn with beside what its own loader says. */
export interface Served {
  /** For this response's scripts (Content-Security-Policy). Empty in the browser, which needs it no longer. */
  readonly nonce: string
  /** The furniture. It has no loader, since it is also around pages of which no loader ran: those whose action was refused. */
  readonly shell: ShellView
}

const ServedContext = createContext<Served | undefined>(undefined)
export const ServedProvider = ServedContext.Provider

export function useServed(): Served {
  const served = useContext(ServedContext)
  if (!served) throw new Error('A page was drawn without its furniture')
  return served
}

/** On `body`: carries the furniture to a browser that draws the page again. */
export const shellToBrowser = (shell: ShellView) => ({ 'data-shell': JSON.stringify(shell) })

/** The furniture that this page came with. */
export const shellInPage = (): ShellView => JSON.parse(document.body.dataset.shell ?? '') as ShellView
