import { createTransport } from 'nodemailer'
import { MailRefused } from '~/applications/failures'
import type { Mailer } from '~/applications/ports'

/** Sends messages as plain text by SMTP. `from` is the neutral sender families see. Addresses go in as data, never as header text. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, { from })
  return {
    async send({ id, to, subject, body }) {
      try {
        // The same id on a second try lets mail servers and people see that it is the same message.
        await transport.sendMail({ to: { name: '', address: to }, subject, text: body, messageId: `<${id}@waymark>`, headers: { 'Auto-Submitted': 'auto-generated' } })
      } catch (error) {
        throw isRefusal(error) ? new MailRefused('no such address', { cause: error }) : error
      }
    },
  }
}

/** A permanent no (5xx) to this recipient, RFC 5321 4.2.1. A no to us, to our sender or to what we send may be mended by an operator. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500 && 'command' in error && error.command === 'RCPT TO'
