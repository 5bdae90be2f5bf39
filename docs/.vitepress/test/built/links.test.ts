import { expect, test } from 'vitest'
import { attributeOf, builtPages, isFile } from './site.js'

const pages = builtPages()
const idsOf = new Map(
  pages.map(({ url, elements }) => [
    url,
    new Set(elements.map((element) => attributeOf(element, 'id'))),
  ]),
)

const ORIGIN = 'https://site.invalid'

test('each link within the site leads to a page, and to a heading that it has', () => {
  expect(pages.length).toBeGreaterThan(300)
  const leadsNowhere = (href: string, from: string) => {
    const { origin, pathname, hash } = new URL(href, ORIGIN + from)
    if (origin !== ORIGIN) return false
    const ids = idsOf.get(pathname)
    if (ids === undefined) return !isFile(pathname)
    return hash !== '' && !ids.has(decodeURIComponent(hash.slice(1)))
  }
  const offenders = pages.flatMap(({ url, elements }) =>
    elements
      .filter(({ tagName }) => tagName === 'a')
      .map((element) => attributeOf(element, 'href'))
      .filter((href) => href !== undefined && leadsNowhere(href, url))
      .map((href) => `${url}: ${href}`),
  )
  expect([...new Set(offenders)]).toEqual([])
})

test('no page loads anything from another host', () => {
  const loaded = pages.flatMap(({ elements }) =>
    elements
      .filter(({ tagName }) => ['img', 'script', 'link', 'iframe'].includes(tagName))
      .map((element) => attributeOf(element, 'src') ?? attributeOf(element, 'href') ?? ''),
  )
  expect(loaded.length).toBeGreaterThan(pages.length)
  expect(loaded.filter((address) => /^(\w+:)?\/\//.test(address))).toEqual([])
})
