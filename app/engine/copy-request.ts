import type { Summary } from './summary'

/** What a PDF copy is printed from: plain data, since it crosses to a worker. */
export interface CopyRequest {
  readonly summary: Summary
  readonly reference?: string
  /** When it was sent (an ISO instant); a copy without it is marked as a draft. */
  readonly sentAt?: string
  /** SHA-256 (hex) of what was sent. */
  readonly hash?: string
  readonly councilName: string
}
