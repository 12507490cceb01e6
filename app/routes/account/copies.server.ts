import { copiesOf as copiesFor } from '~/applications/copies'
import type { Context } from '~/context.server'
import type { CopyRequest } from '~/engine/copy-request'
import type { Following } from './follow.server'

/** One thing that was sent (or the draft), as it may be shown. */
export interface Copy extends CopyRequest {
  /** True for a correction or addition to what was sent first. */
  readonly isChange: boolean
}

/** The copies of an application that is followed here, first sent first. */
export const copiesOf = async ({ services, visit }: Context, open: Following): Promise<readonly Copy[]> =>
  (await copiesFor(services, open, visit.words)).map((copy) => ({ ...copy, isChange: copy.changes !== undefined }))
