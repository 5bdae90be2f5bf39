import { expect, test } from 'vitest'
import { createMarkdownRenderer } from 'vitepress'
import { linkToPages } from '../link-to-pages.js'
import { docs } from '../source-files.js'

const markdown = await createMarkdownRenderer(docs, { config: linkToPages })

test.each([
  ['a page', 'sending.md', 'rules.md#pace', '/rules#pace'],
  ['a page above', 'adapters/mysql/README.md', '../../rules.md', '/rules'],
  ['the README of a folder', 'adapters.md', 'adapters/mysql/README.md', '/adapters/mysql/'],
  ['a folder that has one', 'adapters.md', 'adapters/mysql', '/adapters/mysql/'],
  ['a folder of code', 'adapters.md', 'adapters/shared', '/source/adapters/shared/'],
  ['a file', 'choosing.md', 'examples/choosing.ts', '/source/examples/choosing-ts'],
  ['the changelog', 'performance.md', '../CHANGELOG.md', '/changelog'],
  ['a heading of the same page', 'sending.md', '#at-once', '#at-once'],
  ['another site', 'sending.md', 'https://a.example/b.md', 'https://a.example/b.md'],
])('a link to %s', (_what, relativePath, href, expected) => {
  const html = markdown.render(`[there](${href})`, { relativePath, path: '', cleanUrls: true })
  expect(/href="([^"]*)"/.exec(html)?.[1]).toBe(expected)
})
