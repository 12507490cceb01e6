import { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { joinPhotos } from './join-photos'
import { paintPdf, paintPicture } from './paint'

// Paints the pages of one cleaned file, or joins photos, in a process of its own that can read no data of the portal and write nothing. The bytes come
// in by stdin; a line that says what follows, and then the bytes, go out by the fourth pipe. The only argument is what is to be done.

const [, , work = ''] = process.argv
const answer = new Socket({ fd: 3, readable: false, writable: true })
const given = await buffer(process.stdin)

if (work === 'join') {
  const end = given.indexOf('\n')
  let at = end + 1
  const sizes = JSON.parse(given.subarray(0, end).toString()) as readonly number[]
  answer.write('\n')
  answer.end(await joinPhotos(sizes.map((size) => given.subarray(at, (at += size)))))
} else {
  const { pages, pictures } = await (work === 'pdf' ? paintPdf : paintPicture)(given)
  answer.write(`${JSON.stringify({ pages, sizes: pictures.map(({ length }) => length) })}\n`)
  answer.end(Buffer.concat(pictures))
}
