import { expect, type Page } from 'playwright/test'
import { mediumNamed, type RefusalCode } from '~/applications/uploads'
import type { Family } from './cast'
import { say } from './fill'
import type { Visitor } from './http-visitor'

/** Opens a page as this family: its cookies go to the browser. */
export async function openAs({ visitor }: Family, page: Page, url: string, path: string): Promise<void> {
  await page.context().addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: url.replace('http:', 'https:') })))
  await page.goto(`${url}${path}`)
}

/** What the list says of a paper of this name that was refused. */
export const saidOf = (code: RefusalCode, name: string): string => say(`papers:refused.${code}`, { save: say(`papers:save.${mediumNamed(name)}`) })

/** What the list says of one paper, as HTML. */
export const cardIn = (html: string, name: string): string => html.split('govuk-summary-card__title"').find((card) => card.startsWith(`>${name}<`)) ?? ''

/** Waits until a paper can be opened; gives where. */
export async function untilReady(visitor: Visitor, papers: string, name: string): Promise<string> {
  let file: string | undefined
  await expect(async () => {
    file = /href="([^"]+\/file)"/.exec(cardIn((await visitor.ask(papers)).text, name))?.[1]
    expect(file).toBeDefined()
  }).toPass({ timeout: 120_000 })
  return file ?? ''
}
