import { expect, it, vi } from 'vitest'

vi.mock('./print', { spy: true })

it('a worker has printed a paper before it takes its first job, so that nobody waits for what only the first one needs', async () => {
  // Modules that other tests have loaded are loaded again, as a worker does.
  vi.resetModules()
  const { print } = await import('./print')
  await import('./worker')
  expect(print).toHaveBeenCalledOnce()
  await expect(vi.mocked(print).mock.results[0]?.value).resolves.toBeInstanceOf(Uint8Array)
})
