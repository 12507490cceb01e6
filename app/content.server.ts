/**
 * A response that keeps its content as it was made: bytes that are there, or that are read as fast as whoever asked takes them. A stream of the web
 * costs more than drawing a small page, and what is behind one breaks when somebody goes away. Sent by server/remix-by-route.ts.
 */
export class ContentResponse extends Response {
  constructor(
    readonly content: Buffer | AsyncIterable<Uint8Array>,
    init: ResponseInit,
  ) {
    super(null, init)
  }
}
