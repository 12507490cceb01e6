import { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { fileTypes, type FileType } from '~/applications/uploads'
import { inspectFile } from './inspect'

// Inspects one file in a process of its own, which can read no data of the portal and write nothing: the file comes in by stdin; a line that says
// what was found, and then the copy, go out by the fourth pipe, since libraries may print. The only argument is the kind of file that its name says
// it is.

const said = process.argv[2] ?? ''
if (!Object.hasOwn(fileTypes, said)) throw new Error('There is no such kind of file.')
const answer = new Socket({ fd: 3, readable: false, writable: true })
const inspection = await inspectFile(said as FileType, await buffer(process.stdin))
if ('refused' in inspection) answer.end(`${JSON.stringify(inspection)}\n`)
else {
  answer.write(`${JSON.stringify({ type: inspection.type, size: inspection.copy.length })}\n`)
  answer.end(inspection.copy)
}
