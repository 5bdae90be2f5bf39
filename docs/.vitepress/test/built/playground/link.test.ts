import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { usePlayground } from './use-playground.js'

const open = usePlayground()

const verdictIn = async (page: Page) => (await page.getByTestId('verdict').innerText()).trim()
const hashOf = (page: Page) => new URL(page.url()).hash

describe('the address', () => {
  test('shows the same case to somebody else', async () => {
    const page = await open()
    await page.getByTestId('draft-subject').fill('Grüße & mehr?')
    await page.getByTestId('draft-text').fill('Hi Bernd 👋🏽\n\n100 % TypeScript + Hamburg #1')
    await page.getByLabel('Recipient’s standing in the group').selectOption('pending')
    await page.getByLabel('Those of this inviter').check()
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByText('The link is copied.').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const other = await open(new URL(link).hash, { locale: 'de-DE' })
    expect(await other.getByTestId('draft-subject').inputValue()).toBe('Grüße & mehr?')
    expect(await other.getByTestId('draft-text').inputValue()).toBe(
      'Hi Bernd 👋🏽\n\n100 % TypeScript + Hamburg #1',
    )
    expect(await other.getByLabel('Recipient’s standing in the group').inputValue()).toBe('pending')
    expect(await other.getByLabel('Those of this inviter').isChecked()).toBe(true)
    expect(await verdictIn(other)).toBe(await verdictIn(page))
  })

  test('goes back and forward', async () => {
    const page = await open()
    const draft = page.getByTestId('draft-text')
    await draft.fill('Hallo')
    await draft.pressSequentially(' zusammen')
    await page.getByLabel('Recipient’s standing in the group').selectOption('banned')
    await page.getByLabel('A case to try').selectOption('cooldown')
    await expect.poll(() => hashOf(page)).toContain('invitedOn=2026-06-15')
    await page.goBack()
    await expect.poll(() => hashOf(page)).toContain('recipientStanding=banned')
    expect(await draft.inputValue()).toBe('Hallo zusammen')
    await page.goBack()
    await expect.poll(() => draft.inputValue()).toBe('Hallo zusammen')
    expect(await page.getByLabel('Recipient’s standing in the group').inputValue()).toBe('none')
    await page.goBack()
    await expect.poll(() => verdictIn(page)).toBe('Approved')
    await page.goForward()
    await expect.poll(() => draft.inputValue()).toBe('Hallo zusammen')
  })

  test.each([
    ['#recipient=zoe', 'Part of this link could not be read (recipient). The rest is used.'],
    [
      '#v=1&lang=en&now=yesterday&route=by-post',
      'Part of this link could not be read (now, route). The rest is used.',
    ],
    [
      '#v=99&text=Hi',
      'This link is from another version of the playground. The usual case is shown.',
    ],
    ['#v=1&%E0%A4%A=%', 'Part of this link could not be read'],
  ])('says what of %s could not be read', async (link, notice) => {
    const page = await open(link)
    expect(await page.getByRole('status').innerText()).toContain(notice)
    expect(await verdictIn(page)).toBe('Approved')
  })
})
