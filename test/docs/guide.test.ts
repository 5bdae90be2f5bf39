import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { blocksIn, linksIn } from '../support/markdown.js'
import { inRepository, namesIn, textOf } from '../support/repository.js'

const SAMPLES = 'docs/examples/guide'

/** The pages in the order of work. */
const GUIDE = [
  ...['installing', 'evaluating', 'telling', 'choosing', 'sending'],
  ...['delivering', 'answering', 'storing', 'tuning'],
]

const pageOf = (name: string) => `docs/${name}.md`
const withoutTrailingSpace = (text: string) => text.replace(/ +$/gm, '').trim()

/** What a sample prints, run as a reader runs it. */
async function printedBy(name: string): Promise<string> {
  const args = ['--import', 'tsx', `${SAMPLES}/${name}.ts`]
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
    cwd: inRepository(''),
  })
  expect(stderr).toBe('')
  return stdout
}

test('the guide has a sample for each page, and the network that they share', () => {
  const files = [...GUIDE, 'network'].map((name) => `${name}.ts`)
  expect(namesIn(SAMPLES)).toEqual(files.sort())
  expect(blocksIn(pageOf('installing'), 'ts')).toContain(textOf(`${SAMPLES}/network.ts`))
})

describe.each(GUIDE)('%s', (name) => {
  const page = pageOf(name)

  test('shows its sample as a whole, and what it prints', async () => {
    expect(blocksIn(page, 'ts')).toContain(textOf(`${SAMPLES}/${name}.ts`))
    const [shown = ''] = blocksIn(page, 'text')
    expect(withoutTrailingSpace(shown)).toBe(withoutTrailingSpace(await printedBy(name)))
  })

  test('begins with a paragraph, and ends with a link to the next page', () => {
    const [title, first = ''] = textOf(page).split('\n\n')
    expect(title).toMatch(/^# [A-Z][a-z]+( [a-z]+)*$/)
    expect(first).toMatch(/^[A-Z`][^|#]{150,}[.?]$/)
    const next = GUIDE[GUIDE.indexOf(name) + 1] ?? 'content-rules'
    const [, link] = /^Next: \[[^\]]+\]\(([^)]+)\)/m.exec(textOf(page)) ?? []
    expect(link).toBe(`${next}.md`)
    expect(textOf(page).trimEnd().split('\n\n').at(-1)).toMatch(/^Next: /)
  })
})

/** The words of developers who know other libraries, and the page that answers them. */
test.each([
  ['permission', 'evaluating'],
  ['role', 'evaluating'],
  ['mock the clock', 'evaluating'],
  ['rate limit', 'sending'],
  ['resend', 'sending'],
  ['token link', 'sending'],
  ['webhook', 'delivering'],
  ['expire', 'answering'],
  ['translate', 'telling'],
  ['i18n', 'telling'],
  ['database', 'storing'],
  ['schema', 'storing'],
  ['migration', 'storing'],
  ['NestJS', 'installing'],
  ['Express', 'installing'],
  ['top-level await', 'installing'],
  ['abilities', 'evaluating'],
  ['who can invite', 'evaluating'],
  ['retry', 'sending'],
  ['invite a non-member', 'sending'],
  ['email', 'sending'],
  ['notification', 'delivering'],
  ['expiration', 'answering'],
  ['revoke', 'answering'],
  ['cancel', 'answering'],
  ['events, hooks or webhooks', 'answering'],
  ['list pending invitations', 'answering'],
  ['columns', 'storing'],
  ['Italian', 'languages'],
  ['invitation limit', 'rules'],
  ['10 a day', 'rules'],
  ['HTTP status codes', 'errors'],
])('the words “%s” stand on the page %s', (word, name) => {
  const text = textOf(pageOf(name)).replace(/\s+/g, ' ').toLowerCase()
  expect(text.includes(word.toLowerCase())).toBe(true)
})

test('the README links the pages of the guide in their order', () => {
  const pages = GUIDE.map(pageOf)
  const linked = linksIn('README.md').filter((link) => pages.includes(link))
  expect(linked.slice(-pages.length)).toEqual(pages)
})
