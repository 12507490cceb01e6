import { all, is } from '~/engine/condition'

/**
 * Somebody must not find this family. We then hide more than their address: a school, a surgery, a clinic or a move
 * tells where a child is as surely as a street does. Staff who may see it still can.
 */
export const keptPrivate = is('keepDetailsPrivate', 'yes')

/** Holds whatever was answered. */
export const always = all()
