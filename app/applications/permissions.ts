import type { Actor, Role } from './actor'
import type { Application } from './ports'

/** Everything that can be asked of an application. */
export type Action = 'start' | 'key-in' | 'read' | 'save' | 'send' | 'withdraw' | 'find' | 'reply' | 'invite' | 'answer-invitation' | 'manage-members' | 'record-fact' | 'read-as-system' | 'read-protected'

const MAY: Readonly<Record<Action, readonly Role[]>> = {
  start: ['visitor', 'person', 'operator'],
  'key-in': ['operator'],
  read: ['visitor', 'person', 'operator'],
  save: ['visitor', 'person', 'operator'],
  send: ['visitor', 'person', 'operator'],
  withdraw: ['visitor', 'person', 'operator'],
  find: ['person'],
  reply: ['visitor', 'person', 'operator'],
  invite: ['visitor', 'person', 'system', 'operator'],
  'answer-invitation': ['person'],
  'manage-members': ['person', 'operator'],
  'record-fact': ['system', 'operator'],
  'read-as-system': ['system', 'operator'],
  'read-protected': ['system', 'operator'],
}

/** The actor may not do this at all, whatever it is done to. */
export class NotAllowed extends Error {}
/** There is no such thing, or it is somebody else's: the two look the same. */
export class NotFound extends Error {}

/**
 * The one place where it is decided who may do what. What belongs to others never arrives here: the store gives undefined, as if
 * it did not exist.
 * @throws NotAllowed, NotFound
 */
export function authorise(actor: Actor, action: Action, resource: Application | undefined | 'any'): asserts resource {
  if (!MAY[action].includes(actor.role)) throw new NotAllowed(`${actor.role} may not ${action}`)
  if (resource === undefined) throw new NotFound(`nothing to ${action}`)
}

/** Whether this actor may see details that somebody asked to keep from others. */
export const maySeeProtected = (actor: Actor): boolean =>
  MAY['read-protected'].includes(actor.role) && (actor.role !== 'system' || actor.maySeeProtected)
