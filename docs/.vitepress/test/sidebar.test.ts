import { expect, test } from 'vitest'
import { filesBelow, textOf } from '../../../test/support/repository.js'
import { parts } from '../sidebar.js'

/** Those that the sidebar does not list: where one begins, the playground, and the pages that show code. */
const ELSEWHERE = ['index', 'playground', 'source/[path]']

test('each page is in the sidebar once, and each item of it leads to a page', () => {
  const listed = parts.flatMap(({ items = [] }) => items.map(({ link }) => link))
  const pages = filesBelow('docs', '.md')
    .map((file) => file.slice('docs/'.length).replace(/(README)?\.md$/, ''))
    .filter((page) => !ELSEWHERE.includes(page))
  expect([...listed].sort()).toEqual(pages.map((page) => `/${page}`).sort())
})

test('each page has the name that the sidebar gives it', () => {
  const fileOf = (link = '') => {
    if (link === '/changelog') return 'CHANGELOG.md'
    return `docs${link}${link.endsWith('/') ? 'README' : ''}.md`
  }
  const items = parts.flatMap(({ items: listed = [] }) => listed)
  const headings = items.map(({ link }) => /^# (.*)$/m.exec(textOf(fileOf(link)))?.[1])
  expect(items.map(({ text }) => text)).toEqual(headings)
})

test('the guide is in the order in which each of its pages leads to the next one', () => {
  const pages = (parts[0]?.items ?? []).map(({ link = '' }) => link.slice(1))
  const next = pages.map(
    (page) => /^Next: \[.*?\]\((.*?)\.md\)/m.exec(textOf(`docs/${page}.md`))?.[1],
  )
  expect(next.slice(0, -1)).toEqual(pages.slice(1))
})
