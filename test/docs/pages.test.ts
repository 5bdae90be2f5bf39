import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { DENIAL_TYPES, InvitationPolicy } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { aRequest } from '../support/builders.js'
import { anchorsIn, blocksIn, codeIn, linksIn, tableUnder } from '../support/markdown.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'
import { filesBelow, inRepository, textOf } from '../support/repository.js'
import { checkedSources } from '../support/sources.js'

/** What only the site has. It is not packed. */
const OF_SITE = [
  'docs/changelog.md',
  'docs/index.md',
  'docs/playground.md',
  'docs/source/[path].md',
]
const OF_REPOSITORY = [...filesBelow('.github', '.md'), 'test/README.md']
const PAGES = ['README.md', 'CHANGELOG.md', ...filesBelow('docs', '.md'), ...OF_REPOSITORY]
const PACKED = PAGES.filter((page) => ![...OF_REPOSITORY, ...OF_SITE].includes(page))

test('the pages show no code except parts of tested examples', () => {
  const examples = ['docs/examples', 'docs/adapters'].flatMap((folder) =>
    filesBelow(folder, '.ts').map(textOf),
  )
  const offenders = PAGES.flatMap((page) =>
    blocksIn(page, 'ts')
      .filter((block) => !examples.some((example) => example.includes(block)))
      .map((block) => ({ page, block })),
  )
  expect(offenders).toEqual([])
  expect(blocksIn('README.md', 'ts').length).toBeGreaterThan(3)
})

test('each sample that the README takes from a file is in that file', () => {
  const [, ...samples] = blocksIn('README.md', 'ts')
  const links = [...textOf('README.md').matchAll(/From \[`([\w.-]+)`\]\(([^)]+)\):$/gm)]
  expect(links).toHaveLength(samples.length)
  links.forEach(([, name, file = ''], index) => {
    expect(posix.basename(file)).toBe(name)
    expect(textOf(file)).toContain(samples[index])
  })
})

test('the README has at most 200 lines', () => {
  expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(200)
})

test('no link of a page leads nowhere, in the repository or in the package', () => {
  const packed = textOf('test/package/contents.txt').split('\n')
  const isPacked = (target: string) =>
    packed.some((file) => file === target || file.startsWith(`${target}/`))
  const leadsNowhere = (page: string, link: string) => {
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : posix.join(posix.dirname(page), path)
    if (!existsSync(inRepository(target))) return true
    if (PACKED.includes(page) && !isPacked(target)) return true
    return anchor !== undefined && !anchorsIn(target).includes(anchor)
  }
  const offenders = PAGES.flatMap((page) =>
    linksIn(page)
      .filter((link) => !link.startsWith('https://') && leadsNowhere(page, link))
      .map((link) => `${page}: ${link}`),
  )
  expect(offenders).toEqual([])
})

test('each column of a table has a name', () => {
  const heads = PAGES.flatMap((page) =>
    [...textOf(page).matchAll(/^(\|.*)\n\| --- /gm)].map(([, head = '']) => ({ page, head })),
  )
  expect(heads.length).toBeGreaterThan(40)
  expect(heads.filter(({ head }) => /\|\s*\|/.test(head))).toEqual([])
})

test('the README lists the denials in the rulebook’s order', () => {
  const rows = tableUnder('README.md', '## The rules')
  expect(rows.map(([denial = '']) => codeIn(denial)[0])).toEqual(DENIAL_TYPES)
})

test('the README lists the methods of evaluating, of choosing, of sending, of answering', async () => {
  const { exportsOf, methodsOf } = checkedSources(['src/index.ts'])
  const methodsIn = (name: string) => methodsOf(exportsOf('src/index.ts').get(name))
  const ofPolicy = methodsIn('PolicyRepositories')
  const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
  const policy = new InvitationPolicy(repositories, { pace: { burst: 1, every: { minutes: 1 } } })
  expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
  const evaluating = calls.map(([call]) => call)
  const sending = [...methodsIn('ServiceRepositories'), 'answers.findChanges']
  const groups = [
    evaluating,
    ofPolicy.filter((method) => !evaluating.includes(method)),
    sending.filter((method) => !ofPolicy.includes(method)),
    methodsIn('AnswerServiceRepositories').filter(
      (method) => !ofPolicy.includes(method) && !sending.includes(method),
    ),
  ]

  const listed = tableUnder('README.md', '## Bringing your own storage').map(
    ([port = '', method = '']) => `${codeIn(port)[0]}.${codeIn(method)[0]?.split('(')[0]}`,
  )
  const parts = groups.map(({ length }, index) => {
    const from = groups.slice(0, index).flat().length
    return listed.slice(from, from + length).sort()
  })
  expect(parts).toEqual(groups.map((methods) => methods.sort()))
  expect(listed).toHaveLength(groups.flat().length)
  const callers = [/^evaluating/, /^choosing/, /sending|delivering|opting out/, /answering|lists/]
  const calledBy = tableUnder('README.md', '## Bringing your own storage').map(([, , by]) => by)
  const expected = groups.flatMap(({ length }, index) =>
    Array.from({ length }, () => expect.stringMatching(callers[index] ?? '') as unknown),
  )
  expect(calledBy).toEqual(expected)
})

test('the sources are D1 to D13', () => {
  const sources = tableUnder('docs/decisions.md', '## The sources').map(([source]) => source)
  expect(sources).toEqual(Array.from({ length: 13 }, (_, index) => `D${index + 1}`))
})
