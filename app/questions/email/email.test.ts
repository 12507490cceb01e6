import { expect, it } from 'vitest'
import { provesKind } from '../kind.contract'
import { emailKind } from './email'

provesKind(emailKind, {
  settings: {},
  reads: [
    [{ '': '  sam.o+send@example.com ' }, 'sam.o+send@example.com'],
    [{ '': 'żółw@przykład.pl' }, 'żółw@przykład.pl'],
    [{ '': 'a@b' }, 'a@b'],
    [{ '': `${'a'.repeat(242)}@example.com` }, `${'a'.repeat(242)}@example.com`],
  ],
  faultExamples: {
    notAnEmail: [{ '': 'sam at example.com' }, ''],
    tooLong: [{ '': `${'a'.repeat(243)}@example.com` }, ''],
  },
  warningExamples: {},
  unremarkable: [],
})

it.each(['@example.com', 'sam@', '@', 'a@b@c', 'a b@c', 'a@b,c@d', 'Sam <a@b>', 'a@b\r\nBcc: c@d', 'a@b;c'])('does not send to %j', (typed) => {
  expect(emailKind.schema({}).safeParse({ '': typed }).error?.issues[0]?.message).toBe('notAnEmail')
})
