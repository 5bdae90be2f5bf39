import { expect, test } from 'vitest'
import { parts } from '../../sidebar.js'
import { useSite } from './use-site.js'

const open = useSite()

const PHONE = { width: 360, height: 740 }

// Without an error on the console, and without a request to another host: `useSite` looks.
test('no page is wider than a phone', async () => {
  const page = await open('/', { viewport: PHONE })
  const paths = parts.flatMap(({ items = [] }) => items.map(({ link = '' }) => link))
  const tooWide: string[] = []
  for (const path of [...paths, '/reference/group-invitations/', '/source/examples/choosing-ts']) {
    await page.goto(new URL(path, page.url()).href)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > PHONE.width) tooWide.push(`${path}: ${width}`)
  }
  expect(tooWide).toEqual([])
})
