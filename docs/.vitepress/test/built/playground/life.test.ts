import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { usePlayground } from './use-playground.js'

const open = usePlayground()

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const timeline = (page: Page) => page.getByTestId('timeline').locator('li span').allInnerTexts()
const statuses = (page: Page) => page.getByTestId('sent').locator('.pg-status').allInnerTexts()

describe('the life of an invitation', () => {
  test('it is sent, delivered and accepted', async () => {
    const page = await open()
    await press(page, 'Send')
    await page.getByTestId('outbox').waitFor()
    expect(await page.getByTestId('outbox').locator('code').allInnerTexts()).toEqual([
      'invitation-1.email',
      'invitation-1.news',
    ])
    expect(await page.getByTestId('reason').allInnerTexts()).toEqual([
      expect.stringContaining('within the last 6 months'),
    ])
    await press(page, 'Deliver')
    await page.getByTestId('outbox').waitFor({ state: 'detached' })
    await press(page, 'Accept')
    await expect.poll(() => statuses(page)).toEqual(['Accepted'])
    expect(await timeline(page)).toEqual([
      'Anna Schmidt invites Bernd Müller into “TypeScript Hamburg”.',
      'The e-mail reaches Bernd Müller: “An evening on TypeScript in Hamburg”.',
      'The news item reaches Bernd Müller: “An evening on TypeScript in Hamburg”.',
      'Bernd Müller accepts. You are now in the group.',
    ])
    await expect
      .poll(() => page.getByLabel('Recipient’s standing in the group').inputValue())
      .toBe('member')
    await press(page, 'Start over')
    await expect.poll(() => timeline(page)).toEqual([])
  })

  test('a decline looks like silence to the inviter', async () => {
    const page = await open()
    await press(page, 'Send')
    await page.getByTestId('received').waitFor()
    const before = await page.getByTestId('sent').innerHTML()
    await press(page, 'Decline')
    await page.getByTestId('received').waitFor({ state: 'detached' })
    expect(await page.getByTestId('sent').innerHTML()).toBe(before)
    await press(page, '+ 6 months')
    await expect.poll(() => statuses(page)).toEqual(['Expired'])
  })

  test('what was opted out of meanwhile is not delivered, and what is withdrawn is closed', async () => {
    const page = await open()
    await press(page, 'Send')
    await page.getByTestId('outbox').waitFor()
    await page.getByLabel('All invitations').check()
    await press(page, 'Deliver')
    await page.getByTestId('outbox').waitFor({ state: 'detached' })
    expect((await timeline(page)).at(-1)).toBe('The news item is cancelled: RecipientOptedOut.')
    await press(page, 'Withdraw')
    await expect.poll(() => statuses(page)).toEqual(['Withdrawn'])
  })

  test('the keyboard alone leads from the first control to accepting', async () => {
    const page = await open()
    await page.getByLabel('A case to try').focus()
    const tabTo = async (name: string) => {
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await page.keyboard.press('Tab')
        const { label, outline } = await page.evaluate(() => {
          const focused = document.activeElement ?? document.body
          const labels = 'labels' in focused ? (focused.labels as NodeList) : []
          const { outlineStyle } = getComputedStyle(focused)
          return { label: (labels[0] ?? focused).textContent?.trim(), outline: outlineStyle }
        })
        if (label !== name) continue
        expect([name, outline]).toEqual([name, 'solid'])
        return
      }
      throw new Error(`No Tab leads to ${name}`)
    }
    await tabTo('Personal text')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' and friends')
    expect(await page.getByTestId('draft-text').inputValue()).toMatch(/Anna and friends$/)
    await tabTo('Send')
    await page.keyboard.press('Enter')
    await page.getByTestId('received').waitFor()
    await tabTo('Accept')
    await page.keyboard.press('Space')
    await expect.poll(() => statuses(page)).toEqual(['Accepted'])
    const timelineIsFocused = await page
      .getByTestId('timeline')
      .evaluate((element) => element === document.activeElement)
    expect(timelineIsFocused).toBe(true)
  })
})
