import { readFileSync } from 'node:fs'
import { expect, type Page } from 'playwright/test'
import { test } from './support/portal'

// Whoever would rather use paper finds it from the start page, the help page and wherever they stop, in every look, without scripts.

test.use({ javaScriptEnabled: false })
test.setTimeout(180_000)

const LOOKS = [/^Paper form \(PDF/, /^Paper form in large print \(PDF/, /^Form to type in and email to us \(PDF/]

async function download(page: Page, name: RegExp) {
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  const file = await started
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

test('somebody who only reads prints the form, and no cookie is left', async ({ page, portal, context }) => {
  await page.goto(portal.url)
  const [ordinary = /Paper/] = LOOKS
  const { name, bytes } = await download(page, ordinary)
  expect(name).toBe('parent-request-form.pdf')
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(await context.cookies()).toEqual([])
  // Now that it has been made, its length and size are said before it is fetched.
  await page.goto(`${portal.url}/help`)
  await expect(page.getByRole('link', { name: /^Paper form \(PDF, \d+ pages, \d+ KB\)$/ })).toBeVisible()
})

test('whoever stops and saves is offered every form on paper', async ({ page, portal }) => {
  await page.goto(`${portal.url}/apply/parent-request`)
  await page.getByRole('button', { name: 'Start now' }).click()
  await page.getByRole('button', { name: 'Save and come back later' }).click()
  await expect(page.getByRole('heading', { name: 'Save and come back later' })).toBeVisible()
  for (const look of LOOKS) await expect(page.getByRole('link', { name: look })).toBeVisible()
  const [, , fillable = /type/] = LOOKS
  const { name, bytes } = await download(page, fillable)
  expect(name).toBe('parent-request-fillable.pdf')
  expect(bytes.includes('/AcroForm')).toBe(true)
})

test('an address of no form is a page that says so', async ({ page, portal }) => {
  const answer = await page.goto(`${portal.url}/paper/parent-request/en/no-such.pdf`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'We cannot find that page' })).toBeVisible()
})
