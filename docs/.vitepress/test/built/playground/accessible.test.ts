import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, test } from 'vitest'
import { usePlayground } from './use-playground.js'

const open = usePlayground()

const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 360, height: 740 }
const DENIED = 'text=Hi+%7Bname%7D,+see+bit.ly/3join'

describe('nothing speaks against it for people with disabilities', () => {
  test.each([
    ['approved', 'en', 'light', WIDE, ''],
    ['approved', 'de', 'dark', NARROW, ''],
    ['denied', 'en', 'dark', WIDE, DENIED],
    ['denied', 'de', 'light', WIDE, DENIED],
    ['denied', 'en', 'light', NARROW, DENIED],
  ] as const)('%s, %s, %s, %o', async (_, language, colorScheme, viewport, more) => {
    const options = { colorScheme, viewport, reducedMotion: 'reduce' } as const
    const page = await open(`#v=1&lang=${language}&${more}`, options)
    await page.locator('.pg-main').click()
    await page.getByTestId('timeline').locator('li').first().waitFor()
    for (const details of await page.locator('.pg summary').all()) await details.click()
    const { violations } = await new AxeBuilder({ page })
      .include('.pg')
      .options({ iframes: false })
      .analyze()
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => [id, ...target]))
    expect(found).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(viewport.width)
  })
})
