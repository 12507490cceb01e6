import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, it, vi } from 'vitest'
import { lastResort } from './refusals'

it('an error when half of an answer is out is reported, printed nowhere else, and ends the connection, so that nobody takes the half for the whole', async () => {
  const reported: unknown[] = []
  const printed = vi.spyOn(console, 'error')
  const app = express()
    .set('env', 'production')
    .get('/half', (_request, response) => {
      response.write('half')
      throw new Error('with what somebody typed')
    })
    .use(lastResort('01234', (error) => reported.push(error)))
  const server = app.listen(0, '127.0.0.1')
  try {
    await once(server, 'listening')
    const asked = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/half`).then((answer) => answer.text())
    await expect(asked).rejects.toThrow()
    expect(reported).toEqual([new Error('with what somebody typed')])
    expect(printed).not.toHaveBeenCalled()
  } finally {
    printed.mockRestore()
    server.close()
  }
})
