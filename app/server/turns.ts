import type { Lock, Locker, RequestRelease } from '@tus/server'

interface Holder {
  readonly letGo: RequestRelease
  readonly ended: Promise<void>
  readonly end: () => void
}

/** A request that gave up waiting for its turn. */
export class Stopped extends Error {}

/**
 * Gives a file that arrives to one request at a time. A sender that comes back after its line broke may be here before the server knows that its old
 * request is dead: that one is asked to let go.
 */
export function turns(): Locker {
  const holders = new Map<string, Holder>()
  return {
    newLock(id): Lock {
      return {
        async lock(signal, letGo) {
          const stopped = new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(new Stopped()), { once: true }))
          // Nobody may be waiting any more when it stops.
          stopped.catch(() => undefined)
          for (let holder = holders.get(id); holder; holder = holders.get(id)) {
            await holder.letGo()
            await Promise.race([holder.ended, stopped])
          }
          const { promise: ended, resolve: end } = untilEnded()
          holders.set(id, { letGo, ended, end })
        },
        async unlock() {
          const holder = holders.get(id)
          holders.delete(id)
          holder?.end()
        },
      }
    },
  }
}

function untilEnded(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}
