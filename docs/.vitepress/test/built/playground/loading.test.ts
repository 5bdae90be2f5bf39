import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { useSite } from '../use-site.js'

const open = useSite()

/** Bytes of the playground's own code, gzipped, until the first verdict. */
const MOST_BYTES = 60_000

test('the first verdict needs little code, and each part of it once', async () => {
  const page = await open('/tuning')
  const loaded = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    )
  const ofEachPage = await loaded()
  await page.goto(new URL('/playground', page.url()).href)
  await page.getByTestId('timeline').waitFor()
  await page.getByTestId('mail-preview').waitFor({ state: 'attached' })
  const own = (await loaded()).filter((url) => !ofEachPage.includes(url))
  const names = own.map((url) => basename(url).replace(/\.[\w-]{8}(\.lean)?\.js$/, ''))
  expect(new Set(names).size).toBe(names.length)
  const first = own.filter((_, at) => /^(playground(\.md)?|words-en)$/.test(names[at] ?? ''))
  expect(first).toHaveLength(3)
  const sizes = await Promise.all(
    first.map(async (url) => gzipSync(await (await fetch(url)).text(), { level: 9 }).length),
  )
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(MOST_BYTES)
})
