import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { methodsToSend } from '../../src/policy/assert-construction.js'
import { methodsToChoose, methodsToRead } from '../../src/policy/fact-calls.js'
import { rulebook } from '../../src/decision/rulebook.js'
import { blocksIn, codeIn, linksIn, tableUnder } from '../support/markdown.js'

const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
]
const packed = readFileSync('test/package/contents.txt', 'utf8').split('\n')

/** What the pages may show: files that are run by tests, and tests themselves. */
const examples = ['docs/examples', 'docs/adapters'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
    .map((file) => readFileSync(join(folder, file), 'utf8')),
)

const anchorsIn = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )

describe.each(pages)('%s', (page) => {
  test('shows no code but what stands in a tested example', () => {
    for (const block of blocksIn(page, 'ts')) {
      expect(examples.some((example) => example.includes(block))).toBe(true)
    }
  })

  test('has no link that leads nowhere, in the repository or in the package', () => {
    for (const link of linksIn(page).filter((target) => !target.startsWith('https://'))) {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? page : join(dirname(page), path)
      expect(existsSync(target), link).toBe(true)
      const isPacked = packed.some((file) => file === target || file.startsWith(`${target}/`))
      expect(isPacked, link).toBe(true)
      if (anchor !== undefined) expect(anchorsIn(target)).toContain(anchor)
    }
  })
})

describe('the README', () => {
  test('shows code', () => {
    expect(blocksIn('README.md', 'ts').length).toBeGreaterThan(3)
  })

  test('lists the denials in the rulebook’s order', () => {
    const rows = tableUnder('README.md', '## The rules')
    expect(rows.map(([denial = '']) => codeIn(denial)[0])).toEqual(Object.keys(rulebook))
  })

  test('lists the methods that an evaluation asks, then those for choosing, then those for sending', () => {
    const rows = tableUnder('README.md', '## Bringing your own storage')
    const ports = rows.map(([port = '', method = '']) => [
      codeIn(port)[0],
      codeIn(method)[0]?.split('(')[0],
    ])
    const read: readonly string[] = methodsToRead.map(String)
    const others = methodsToSend.filter((method) => !read.includes(String(method)))
    expect(ports).toEqual([...methodsToRead, ...methodsToChoose, ...others])
  })
})

test('the sources are D1 to D13', () => {
  const sources = tableUnder('docs/decisions.md', '## The sources').map(([source]) => source)
  expect(sources).toEqual(Array.from({ length: 13 }, (_, index) => `D${index + 1}`))
})
