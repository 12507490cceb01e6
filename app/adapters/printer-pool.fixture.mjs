// A worker that fails as its request tells it to, for the tests of the pool.
export default async function misbehave({ councilName }) {
  if (councilName === 'throws') throw new Error('a fault while printing')
  if (councilName === 'exits') process.exit(1)
  if (councilName === 'hangs') for (;;);
  if (councilName === 'never answers') await new Promise(() => undefined)
  if (councilName === 'eats memory') for (const eaten = []; ; ) eaten.push(Array.from({ length: 100_000 }, (_, index) => `${index}`))
  return new TextEncoder().encode(councilName)
}
