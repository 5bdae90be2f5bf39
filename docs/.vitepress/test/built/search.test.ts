import { expect, test } from 'vitest'
import { useSite } from './use-site.js'

const open = useSite()

/** What developers look for who come from other libraries, and where it is. */
const QUESTIONS = [
  ['expire', '/answering#when-it-expires'],
  ['resend', '/sending'],
  ['translate', '/languages'],
  ['rate limit', '/rules#a-rate-limit'],
  ['http status', '/errors'],
  ['mock clock', '/evaluating#in-your-own-tests'],
  ['invite by email', '/sending'],
  ['roles permissions', '/evaluating'],
  ['webhook', '/answering'],
  ['cancel invitation', '/answering'],
] as const

test('what people look for is among the first three that one search finds', async () => {
  const page = await open('/')
  await page.getByRole('button', { name: 'Search' }).click()
  const missed: string[] = []
  for (const [query, expected] of QUESTIONS) {
    await page.getByRole('searchbox').fill(query)
    // The list follows the words after a moment, and marks them.
    await page.waitForTimeout(500)
    const links = await page
      .locator('.result')
      .evaluateAll((results) =>
        results.slice(0, 3).map((result) => result.getAttribute('href') ?? ''),
      )
    if (!links.some((link) => link.startsWith(expected))) {
      missed.push(`${query}: ${links.join(' ')}`)
    }
  }
  expect(missed).toEqual([])
})
