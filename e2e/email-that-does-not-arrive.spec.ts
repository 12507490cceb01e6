import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'playwright/test'
import { SMTPServer } from 'smtp-server'
import { say } from './support/fill'
import { startPortal } from './support/portal'
import { leastAnswers, walker } from './support/walk'

// The address has a slip in it: the family reads that on its own page, with the way to another.

test('a family that cannot be emailed reads so on its page and in its list, and where to give another address', async ({ browser }) => {
  test.setTimeout(180_000)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(address.startsWith('slip') ? Object.assign(new Error('No such user'), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => stream.resume().on('end', done),
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const portal = await startPortal({ env: { LIMIT_PER_MINUTE: '100000', SMTP_URL: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}` } })
  try {
    const page = await (await browser.newContext({ baseURL: portal.url })).newPage()
    const walk = walker(page.request)
    const [slip, right] = [await walk.draft({ ...leastAnswers, requesterEmail: 'slip@example.com' }), await walk.draft({ ...leastAnswers, requesterEmail: 'right@example.com' })]
    for (const reference of [slip, right]) await walk.submit(reference)
    const told = say('account:unreached.short')
    await expect.poll(async () => (await walk.open(`/applications/${slip}`)).html, { timeout: 60_000 }).toContain(told)
    await page.goto(`/applications/${slip}`)
    await page.getByRole('link', { name: say('account:unreached.change') }).click()
    await expect(page.locator('[name="requesterEmail"]')).toHaveValue('slip@example.com')
    expect((await walk.open(`/applications/${right}`)).html).not.toContain(told)
    expect((await walk.open('/applications')).html.split(told)).toHaveLength(2)
    expect((await portal.allLogs()).join('\n')).not.toContain('slip@')
  } finally {
    await portal.close()
    server.close()
  }
})
