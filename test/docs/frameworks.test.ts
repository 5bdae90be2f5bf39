import { describe, expect, test } from 'vitest'
import { blocksIn, codeIn, tableUnder } from '../support/markdown.js'
import { namesIn, textOf } from '../support/repository.js'

const folder = 'docs/examples/frameworks'
const page = 'docs/frameworks.md'
const rows = tableUnder(page, '# Frameworks')
const files = namesIn(folder).filter((name) => name.endsWith('.ts'))

test('the page has a row for each file', () => {
  expect(rows.flatMap(([, cell = '']) => codeIn(cell)).sort()).toEqual(files)
})

test('the page says which versions were tested', () => {
  const { dependencies, devDependencies } = JSON.parse(
    textOf(`${folder}/package.json`),
  ) as Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>
  const installed = { ...dependencies, ...devDependencies }
  const written = rows.flatMap(([, , , cell = '']) => [...cell.matchAll(/`([^`]+)` ([\d.]+)/g)])
  expect(written.length).toBeGreaterThan(rows.length)
  for (const [, name = '', version] of written) expect(installed[name], name).toBe(version)
})

describe('the page shows a part', () => {
  test.each(files.filter((name) => name !== 'graphql-types.ts'))('of %s', (name) => {
    const source = textOf(`${folder}/${name}`)
    expect(blocksIn(page, 'ts').some((block) => source.includes(block))).toBe(true)
  })
})

test('no file takes an inviter from a body, nor throws', () => {
  for (const name of files) {
    expect(textOf(`${folder}/${name}`), name).not.toMatch(/\bthrow\b|body\.inviterId/)
  }
})
