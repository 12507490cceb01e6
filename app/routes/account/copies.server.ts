import { copiesOf as copiesFor } from '~/applications/copies'
import type { Context } from '~/context.server'
import type { CopyRequest } from '~/engine/copy-request'
import type { Following } from './follow.server'

/** The copies of an application that is followed here, first sent first. */
export const copiesOf = ({ services, visit }: Context, open: Following): Promise<readonly CopyRequest[]> => copiesFor(services, open, visit.words)
