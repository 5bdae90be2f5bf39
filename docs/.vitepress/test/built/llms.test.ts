import { expect, test } from 'vitest'
import { parts } from '../../sidebar.js'
import { isFile, textOfFile } from './site.js'

const text = textOfFile('/llms.txt')

test('the list for language models has the parts of the sidebar, and beside them the playground alone', () => {
  const sections = text.split(/^### /m).slice(1)
  const counts = sections.map((section) => [section.split('\n')[0], section.match(/^- /gm)?.length])
  const listed = parts.map(({ text: name, items = [] }) => [name, items.length])
  expect(counts).toEqual([...listed, ['Other', 1]])
  expect(sections.at(-1)).toContain('(/playground.md)')
})

test('each of its links leads to a page in Markdown', () => {
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(30)
  expect(links.filter((link) => !isFile(link))).toEqual([])
})
