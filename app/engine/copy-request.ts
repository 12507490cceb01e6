import type { Summary } from './summary'

/** How somebody told the council when it was not by the portal. */
export type WayIn = 'letter' | 'email' | 'phone' | 'in-person'

/** What a PDF copy is printed from: plain data, since it crosses to a worker. */
export interface CopyRequest {
  readonly summary: Summary
  readonly reference?: string
  /** When it was sent, or typed in by staff (an ISO instant); a copy without it is marked as a draft. */
  readonly sentAt?: string
  /** SHA-256 (hex) of what was sent. */
  readonly hash?: string
  /** When the last of the later changes that are in it was sent, an ISO instant. */
  readonly changedAt?: string
  readonly councilName: string
  readonly councilPhone?: string
  /** It came by another way than the portal, on a calendar date, and staff typed it in. */
  readonly keyedIn?: { readonly on: string; readonly how?: WayIn }
  /** They told more after it, which has copies of its own. */
  readonly hasLater?: true
  /** It changes or adds to what was told first, on this calendar date. */
  readonly changes?: { readonly kind: 'corrected' | 'added-to'; readonly firstOn: string }
  /** By when the law wants what comes next, counted from `countedFrom`; calendar dates. To assess again under a plan has other limits. */
  readonly due?: { readonly request: 'first' | 're-assessment'; readonly countedFrom: string; readonly decideBy: string; readonly planBy?: string; readonly finalBy?: string }
  /** The papers that were sent with it. */
  readonly papers?: Summary['sections'][number]
  /**
   * Whoever told it, where that is not the family, who hears of decisions first. Evidence belongs to a request of somebody else: one
   * that it names, or, as an answer, the one that asked for it, whose dates alone count.
   */
  readonly by?: 'school' | 'notifier' | 'evidence' | 'answer'
}
