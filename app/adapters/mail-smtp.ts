import { createTransport } from 'nodemailer'
import type { Mailer } from '~/applications/ports'

/** Sends messages as plain text by SMTP. `from` is the neutral sender families see. Addresses go in as data, never as header text. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, { from })
  return {
    async send({ id, to, subject, body }) {
      // The same id on a second try lets mail servers and people see that it is the same message.
      await transport.sendMail({ to: { name: '', address: to }, subject, text: body, messageId: `<${id}@waymark>`, headers: { 'Auto-Submitted': 'auto-generated' } })
    },
  }
}
