import type { LoaderFunctionArgs } from '@remix-run/node'

/** The portal can serve: its store can write now. Holds no data. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { store, clock } = context.services
  const ready = await store.ping(clock.now()).then(
    () => true,
    () => false,
  )
  return new Response(ready ? 'ready\n' : 'not ready\n', { status: ready ? 200 : 503, headers: { 'Content-Type': 'text/plain' } })
}
