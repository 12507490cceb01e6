import { readFileSync } from 'node:fs'
import type { Council } from '~/config.server'
import { send } from './support/http-visitor'
import { expect, test } from './support/portal'

// Nobody is left with the form alone: those who help for free, and the help that needs no plan, are one press away.

const { sendiass, localOffer } = JSON.parse(readFileSync('db/demo-council.json', 'utf8')) as Council

for (const [where, path] of [['the help page', '/help'], ['the end of the questions before the form', '/start?at=result&who=child']] as const) {
  test(`${where} leads to SENDIASS, IPSEA and the local offer, and says that a plan is not the only way`, async ({ portal }) => {
    const { text } = await send(portal.url, path)
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
    expect(main).toContain(sendiass.name)
    for (const href of [sendiass.website, 'https://www.ipsea.org.uk/', localOffer]) expect(main).toContain(`href="${href}"`)
    expect(main).toContain('A plan is not the only way to get help.')
  })
}
