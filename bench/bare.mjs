// The reference: the least that Node can do for a page and for a posted form. Prints its port.
import { createServer } from 'node:http'

const server = createServer((request, response) => {
  if (request.method === 'GET') return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<!doctype html><title>A page</title>')
  request.resume()
  request.once('end', () => response.writeHead(303, { Location: '/' }).end())
})
server.listen(0, 'localhost', () => console.log(`http://localhost:${server.address().port}`))
