import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { MailRefused } from '~/applications/failures'
import { smtpMailer } from './mail-smtp'

const received: { to: string[]; text: string }[] = []
const servers: SMTPServer[] = []

async function startServer(): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = Number(/^refuse(\d{3})@/.exec(address)?.[1])
      done(code ? Object.assign(new Error('No'), { responseCode: code }) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map((each) => each.address), text: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  servers.push(server)
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  return `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`
}

const message = { id: 'm1', to: 'zofia@example.org', subject: 'A message from the council', body: 'Your code is 123456.', createdAt: '', tries: 0 }

afterEach(() => {
  received.length = 0
  for (const server of servers.splice(0)) server.close()
})

describe('mail by SMTP', () => {
  it('reaches one person, as plain text, from the neutral sender', async () => {
    await smtpMailer(await startServer(), 'Anyborough Council <no-reply@anyborough.example>').send(message)
    expect(received).toHaveLength(1)
    expect(received[0]?.to).toEqual(['zofia@example.org'])
    expect(received[0]?.text).toContain('Your code is 123456.')
    expect(received[0]?.text).toContain('From: Anyborough Council <no-reply@anyborough.example>')
  })
  it('cannot be made to reach a second person or carry another header', async () => {
    const mailer = smtpMailer(await startServer(), 'no-reply@anyborough.example')
    await mailer.send({ ...message, to: 'a@example.org\r\nBcc: b@example.org', subject: 'Hello\r\nBcc: b@example.org' }).catch(() => undefined)
    expect(received.flatMap((each) => each.to)).not.toContain('b@example.org')
    expect(received.every((each) => !/^Bcc:/im.test(each.text))).toBe(true)
  })
  it('tells an address that does not exist from one that cannot be reached now', async () => {
    const mailer = smtpMailer(await startServer(), 'no-reply@anyborough.example')
    await expect(mailer.send({ ...message, to: 'refuse550@example.org' })).rejects.toBeInstanceOf(MailRefused)
    for (const address of ['refuse450@example.org', 'refuse421@example.org']) {
      const error: unknown = await mailer.send({ ...message, to: address }).catch((thrown: unknown) => thrown)
      expect([address, error instanceof Error, error instanceof MailRefused]).toEqual([address, true, false])
    }
    expect(received).toEqual([])
  })
  it('says so when the message could not be handed over', async () => {
    await expect(smtpMailer('smtp://127.0.0.1:1', 'no-reply@anyborough.example').send(message)).rejects.toThrow()
  })
})
