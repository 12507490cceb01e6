import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { httpServerOf } from './http-server'

test('requests and answers are made as Express wants them, so that it changes no prototype, and can all that Express’s can', async () => {
  const app = express()
  const asMade: boolean[] = []
  app.get('/thing', (request, response) => response.status(201).json({ accepts: request.acceptsLanguages('pl', 'en'), q: request.query.q, isOurs: request.app === app && response.app === app }))
  const server = httpServerOf(app)
  server.prependListener('request', (request, response) => asMade.push(Object.getPrototypeOf(request) === app.request, Object.getPrototypeOf(response) === app.response))
  server.listen(0, 'localhost')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const answer = await fetch(`http://localhost:${(server.address() as AddressInfo).port}/thing?q=1`, { headers: { 'Accept-Language': 'pl' } })
  expect([answer.status, await answer.json(), asMade]).toEqual([201, { accepts: 'pl', q: '1', isOurs: true }, [true, true]])
})
