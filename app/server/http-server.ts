import { createServer, IncomingMessage, ServerResponse, type Server } from 'node:http'
import type { Express } from 'express'

/**
 * The server of an Express app. Express gives every request and answer its own prototype after Node has made them; V8 then makes a shape for
 * each single one, so that no code can get used to them, and keeps everything that they lead to until the next full collection. Here Node makes
 * them with the prototypes that Express wants, and nothing is left to change: docs/decisions/0002-remix-2-contained.md has what it saves.
 */
export function httpServerOf(app: Express): Server {
  class Asked extends IncomingMessage {}
  class Answer extends ServerResponse {}
  app.request = Object.setPrototypeOf(Asked.prototype, app.request) as Express['request']
  app.response = Object.setPrototypeOf(Answer.prototype, app.response) as Express['response']
  return createServer({ IncomingMessage: Asked, ServerResponse: Answer }, app)
}
