// Reads PDFs as the file says.
const answer = (said) => process.send(said, () => process.disconnect())
const deeds = {
  answers: () => answer({ fields: new Map([['name', ['Alex']]]) }),
  refuses: () => answer({ unreadable: 'locked' }),
  loops: () => {
    for (;;) Math.random()
  },
  unpacks: () => {
    const all = []
    try {
      for (;;) all.push(Buffer.alloc(16 * 2 ** 20, 1))
    } catch {
      answer({ unreadable: 'too-heavy' })
    }
  },
  hoards: () => {
    const all = []
    for (;;) all.push({ number: all.length })
  },
  ends: () => process.exit(0),
  breaks: () => {
    throw new Error('a fault of ours')
  },
}
process.once('message', (bytes) => deeds[new TextDecoder().decode(bytes)]())
