import { expect, it, vi } from 'vitest'

it('an error that a port promises is known where it was thrown by another copy of the code, and no other error is', async () => {
  const here = await import('./failures')
  vi.resetModules()
  const there = await import('./failures')
  expect(new there.StoreUnavailable('disk full')).toBeInstanceOf(here.StoreUnavailable)
  expect(new there.StoreUnavailable('disk full')).not.toBeInstanceOf(here.ApplicationFull)
  expect(new here.PrinterBusy()).toBeInstanceOf(there.PrinterBusy)
  expect(new Error('disk full')).not.toBeInstanceOf(here.StoreUnavailable)
  expect(new here.StoreUnavailable('why', { cause: 'cause' })).toMatchObject({ message: 'why', cause: 'cause', name: 'StoreUnavailable' })
})
