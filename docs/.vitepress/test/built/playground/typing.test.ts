import { countCharacters } from 'group-invitations/form'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { usePlayground } from './use-playground.js'

const open = usePlayground()

const textIn = async (page: Page, id: string) => (await page.getByTestId(id).innerText()).trim()
const reasonsIn = (page: Page) => page.getByTestId('reason').allInnerTexts()

describe('while somebody types', () => {
  test('the verdict, its reasons and the counter follow', async () => {
    const page = await open()
    const draft = page.getByTestId('draft-text')
    const original = await draft.inputValue()
    expect(await textIn(page, 'verdict')).toBe('Approved')
    expect(await reasonsIn(page)).toEqual([])

    await draft.fill('Hallo zusammen!')
    expect(await textIn(page, 'verdict')).toBe('Denied for 2 reasons')
    expect(await reasonsIn(page)).toEqual([
      'Begin with a personal salutation that includes “Bernd” or “Müller”.',
      'Refer to the member’s profile, for example to “User Group in Hamburg”, “TypeScript”, or “Code Reviews”.',
    ])
    expect(await textIn(page, 'counter')).toBe('15 of 500 characters')

    await draft.fill(original)
    expect(await textIn(page, 'verdict')).toBe('Approved')
  })

  test.each([
    ['plain letters', 'x'],
    ['letters with marks of their own', 'a\u0308\u0323'],
    ['emoji of many parts', '👩🏽‍💻'],
  ])('500 characters fit and 501 do not, of %s', async (_, character) => {
    const page = await open()
    const draft = page.getByTestId('draft-text')
    const original = await draft.inputValue()
    const most = 500 - countCharacters(original)
    // What is 500 characters is up to 5,000 bytes.
    const filler = (count: number) =>
      character.repeat(Math.min(count, 100)) + 'y'.repeat(Math.max(count - 100, 0))
    await draft.fill(original + filler(most))
    expect(await textIn(page, 'counter')).toBe('500 of 500 characters')
    expect(await textIn(page, 'verdict')).toBe('Approved')
    await draft.fill(original + filler(most + 1))
    expect(await textIn(page, 'counter')).toBe('501 of 500 characters')
    expect(await reasonsIn(page)).toEqual([
      'The text is too long: it has 501 of at most 500 characters.',
    ])
  })

  test('the counter has plain digits, however many', async () => {
    const page = await open()
    await page.getByTestId('draft-text').fill('x'.repeat(12_345))
    expect(await textIn(page, 'counter')).toBe('12345 of 500 characters')
  })

  test('what was found is marked where it stands, with the reason below', async () => {
    const page = await open()
    await page.getByLabel('A case to try').selectOption('link')
    const marked = page.getByLabel('The text as it is judged, with what was found')
    await marked.waitFor()
    expect(await marked.locator('mark').allInnerTexts()).toEqual(['ts-hamburg.example/evenings1'])
    expect(await marked.locator('li').allInnerTexts()).toEqual([
      expect.stringContaining('ts-hamburg.example/evenings'),
    ])
    expect(await textIn(page, 'verdict')).toBe('Approved, with one suggestion')
  })

  test('what the recipient’s privacy hides is not in the inviter’s words, and in the service’s data', async () => {
    const page = await open('#v=1&lang=en&optOuts=inviter')
    expect(await reasonsIn(page)).toEqual(['This member cannot be invited to this group.'])
    const panel = page.getByLabel('Verdict')
    expect(await panel.locator('.pg-chapter .pg-denied').allInnerTexts()).toEqual([
      expect.stringContaining('The recipient accepts invitations'),
    ])
    await panel.getByText('The denials as data').click()
    expect(await panel.locator('pre').innerText()).toContain('"type": "RecipientOptedOut"')
    await panel.getByText('What HTTP answers').click()
    const answer = await panel.locator('details').last().locator('pre').innerText()
    expect(answer).toMatch(/^409\nContent-Type: application\/problem\+json/)
    expect(answer).toContain('#RecipientUnavailable')
    expect(answer).not.toContain('OptedOut')
  })
})

describe('in German', () => {
  test('all of it is German for a German visitor', async () => {
    const page = await open('', { locale: 'de-AT' })
    expect(await textIn(page, 'verdict')).toBe('Genehmigt')
    expect(await page.getByTestId('draft-text').inputValue()).toMatch(/^Lieber Bernd,/)
    const words = await page.locator('.pg').innerText()
    expect(words).not.toMatch(/\b(the|and|of|inviter|recipient|verdict)\b/i)
  })

  test('the language changes the words, and leaves the draft', async () => {
    const page = await open()
    const draft = page.getByTestId('draft-text')
    await draft.fill('Hallo zusammen!')
    await page.getByTestId('language').selectOption('de')
    await page.getByText('Was der Dienst sieht').waitFor()
    expect(await textIn(page, 'verdict')).toBe('Abgelehnt aus 2 Gründen')
    expect((await reasonsIn(page))[0]).toBe(
      'Beginnen Sie mit einer persönlichen Anrede, in der „Bernd“ oder „Müller“ vorkommt.',
    )
    expect(await draft.inputValue()).toBe('Hallo zusammen!')
    expect(await textIn(page, 'counter')).toBe('15 von 500 Zeichen')
  })
})

describe('the messages', () => {
  test('show the draft in the recipient’s language and in both looks', async () => {
    const page = await open()
    const mail = page.frameLocator('[data-testid=mail-preview]')
    const background = () =>
      mail.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
    await page.getByLabel('Language of the recipient').selectOption('de-DE')
    await page.getByTestId('draft-text').fill('Hallo <b>Bernd</b>, du bietest TypeScript?')
    await mail.getByText('Hallo <b>Bernd</b>').waitFor()
    expect(await mail.locator('h1').innerText()).toBe(
      'Anna Schmidt lädt Sie in die Gruppe „TypeScript Hamburg“ ein',
    )
    expect(await background()).toBe('rgb(243, 245, 244)')
    await page.getByLabel('Look of the messages').selectOption('dark')
    await expect.poll(background).toBe('rgb(18, 24, 22)')
  })

  test('lead nowhere from here', async () => {
    const page = await open()
    const before = page.url()
    await page
      .frameLocator('[data-testid=mail-preview]')
      .getByText('View the invitation')
      .click({ force: true })
    await page.waitForTimeout(200)
    expect(page.url()).toBe(before)
    expect(page.context().pages()).toHaveLength(1)
  })
})
