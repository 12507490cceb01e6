import { createContext, useContext } from 'react'
import type { ShellView } from './shell.server'

/** What only the server has while it draws a page. Empty in the browser, where it is no longer needed. */
export interface Served {
  /** For this response's scripts (Content-Security-Policy). */
  readonly nonce: string
  /** The furniture of a page whose own loaders did not run, because its action was refused. */
  readonly shell?: ShellView
}

export const ServedContext = createContext<Served>({ nonce: '' })
export const useServed = (): Served => useContext(ServedContext)
