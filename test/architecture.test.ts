import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { rulebook } from '../src/decision/rulebook.js'

/** The source files from the inside out: each imports from its own layer and from those above it only. */
const LAYERS: readonly (readonly [name: string, files: RegExp])[] = [
  [
    'words',
    /^(member|profile-field|invitation|candidates|invitation-id|delivery|draft-of|identifier|maybe-promise|errors|assert)\.ts$/,
  ],
  ['measures', /^(text\/.*|(utc|cooldown)\.ts)$/],
  ['content', /^content\//],
  ['facts', /^(facts|reading|read-facts|read-content)\.ts$/],
  ['rules', /^rules\//],
  ['rulebook', /^(denials|enforcement|form-rules|rulebook|sanction)\.ts$/],
  [
    'decision',
    /^(verdict|choice|invalid|invitation-of|parse-.*|same-invitation|sent-invitation|told|invitation-draft-schema|read-draft|decide)\.ts$/,
  ],
  ['ports', /^(repositories\/.*|custom-rule\.ts)$/],
  ['telling', /^disclosure(-of)?\.ts$/],
  [
    'shell',
    /^(assert-construction|consult|outside-call|gathered|custom-denials|fact-calls|facts-from-.*|policy-(options|setup)|find-invitation|random-id|read-(answers|invitation))\.ts$/,
  ],
  ['policy', /^(invitation-policy|evaluating|choosing|judge-candidates)\.ts$/],
  ['service', /^(invitation-service|send-invitation|prepare-delivery)\.ts$/],
  ['messages', /^messages\//],
  ['http', /^http\//],
  ['memory', /^memory\//],
  ['testing', /^testing\//],
  ['index', /^(index|form)\.ts$/],
]
const CORE = [
  ...['words', 'measures', 'content', 'facts', 'rules', 'rulebook', 'decision'],
  ...['telling', 'messages', 'http'],
]
const PACKAGES = [
  'neverthrow',
  'date-fns/addMonths',
  'date-fns/constants',
  'date-fns/parseISO',
  '@date-fns/utc/date/mini',
]

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
const sourceOf = (file: string) => readFileSync(join('src', file), 'utf8')

const texts = [ts.SyntaxKind.StringLiteral, ts.SyntaxKind.NoSubstitutionTemplateLiteral]

/** The source without comments and strings. */
function codeOf(file: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, undefined, sourceOf(file))
  const tokens: string[] = []
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (!texts.includes(token)) tokens.push(scanner.getTokenText())
  }
  return tokens.join(' ')
}

/** The regular expressions that are made once, outside of every function. */
function sharedExpressionsIn(file: string): string[] {
  const found: string[] = []
  const source = ts.createSourceFile(file, sourceOf(file), ts.ScriptTarget.ES2022, true)
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function layerOf(file: string): number {
  return LAYERS.findIndex(([, pattern]) => pattern.test(file))
}

const importsOf = (file: string) =>
  ts.preProcessFile(sourceOf(file)).importedFiles.map(({ fileName }) => fileName)

/** The source files that a source file imports from, or exports again. */
function neighboursOf(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(file), name).replace(/\.js$/, '.ts'))
}

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(40)
  expect(codeOf('cooldown.ts')).not.toContain('UTC, counted forward')
  expect(sharedExpressionsIn('identifier.ts')).toHaveLength(1)
})

describe.each(files)('%s', (file) => {
  test('has its place in one layer', () => {
    expect(LAYERS.filter(([, pattern]) => pattern.test(file))).toHaveLength(1)
  })

  test('imports one way only, and never from index.ts', () => {
    for (const neighbour of neighboursOf(file)) {
      expect(existsSync(join('src', neighbour)), neighbour).toBe(true)
      expect(neighbour).not.toBe('index.ts')
      expect(layerOf(neighbour), neighbour).toBeLessThanOrEqual(layerOf(file))
    }
  })

  test('is part of no circle', () => {
    const reached = new Set<string>()
    const queue = neighboursOf(file)
    for (const next of queue) {
      if (reached.has(next)) continue
      reached.add(next)
      queue.push(...neighboursOf(next))
    }
    expect(reached).not.toContain(file)
  })

  test('imports no package but those that the library needs at run time', () => {
    for (const name of importsOf(file)) {
      if (!name.startsWith('.')) expect(PACKAGES).toContain(name)
    }
  })

  test('shares no regular expression that keeps its place between calls', () => {
    expect(sharedExpressionsIn(file).filter((literal) => /[gy][a-z]*$/.test(literal))).toEqual([])
  })

  test('is short', () => {
    expect(sourceOf(file).split('\n').length).toBeLessThanOrEqual(200)
  })
})

describe('the core', () => {
  test.each(files.filter((file) => CORE.includes(LAYERS[layerOf(file)]?.[0] ?? '')))(
    '%s is synchronous, and reads no clock, no chance and no environment',
    (file) => {
      expect(codeOf(file)).not.toMatch(
        /\b(async|await|Promise|setTimeout|process|globalThis|Math \. random|Date \. now)\b|new Date \( \)/,
      )
    },
  )
})

describe('the rules', () => {
  const rules = files.filter(
    (file) => file.startsWith('rules/') && !['rule.ts', 'belongs.ts'].includes(basename(file)),
  )
  const camelCase = (name: string) =>
    name.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase())

  test('are as many as the rulebook lists', () => {
    const listed: readonly { readonly name: string }[] = Object.values(rulebook)
    const names = rules.map((file) => camelCase(basename(file, '.ts')))
    expect(listed.map(({ name }) => name).sort()).toEqual(names.sort())
  })

  test.each(rules)(
    '%s is one denial, then one rule of the same name, with a test beside it',
    (file) => {
      const source = sourceOf(file)
      const exported = [...source.matchAll(/^export (interface|function) (\w+)/gm)].map(
        ([, kind, name]) => [kind, name],
      )
      const rule = camelCase(basename(file, '.ts'))
      const denial = Object.entries(rulebook).find(([, { name }]) => name === rule)?.[0]
      expect(exported).toEqual([
        ['interface', denial],
        ['function', rule],
      ])
      expect(existsSync(join('test', file.replace(/\.ts$/, '.test.ts')))).toBe(true)
    },
  )
})

test('nothing anywhere knows a membership tier', () => {
  for (const file of files) expect(codeOf(file)).not.toMatch(/premium|basic|tier|plan\b/i)
})
