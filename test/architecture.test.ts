import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { DENIAL_TYPES } from 'group-invitations'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { filesBelow, inRepository, namesIn, textOf } from './support/repository.js'

/** The folders of src, from the ground up: a room imports only rooms above it in this list. */
const ROOMS = [
  'model',
  'text',
  'validation',
  'content',
  'rules',
  'decision',
  'ports',
  'policy',
  'service',
  'disclosure',
  'form',
  'messages',
  'http',
  'memory',
  'testing',
]

/** The rooms that are synchronous, and know only what they are given. */
const CORE = [
  ...['model', 'text', 'validation', 'content', 'rules', 'decision'],
  ...['disclosure', 'form', 'messages', 'http'],
]

/** All packages that src imports. The build bundles them, except neverthrow. */
const PACKAGES = [
  'neverthrow',
  'date-fns/addMonths',
  'date-fns/constants',
  'date-fns/parseISO',
  '@date-fns/utc/date/mini',
]

/** What the rules share. Every other file of their room is a rule. */
const NO_RULES = ['src/rules/draft-analysis.ts', 'src/rules/facts.ts', 'src/rules/rule.ts']

const files = filesBelow('src', '.ts')
const roomOf = (file: string) => file.split('/')[1] ?? ''
const filesIn = (room: string) => files.filter((file) => roomOf(file) === room)

const sources = new Map(
  files.map((file) => [
    file,
    ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2022, true),
  ]),
)

/** The places in some files where a node is found. */
function placesOf(some: readonly string[], isFound: (node: ts.Node) => boolean): string[] {
  return some.flatMap((file) => {
    const found: string[] = []
    const source = sources.get(file)
    const visit = (node: ts.Node): void => {
      if (isFound(node)) found.push(`${file}: ${node.getText(source)}`)
      ts.forEachChild(node, visit)
    }
    if (source) visit(source)
    return found
  })
}

const importedBy = (file: string) =>
  ts.preProcessFile(textOf(file)).importedFiles.map(({ fileName }) => fileName)

const isOwn = (name: string) => name.startsWith('.')

/** The files of src that a file imports, or exports again. */
const neighbours = new Map(
  files.map((file) => [
    file,
    importedBy(file)
      .filter(isOwn)
      .map((name) => posix.join(posix.dirname(file), name).replace('.js', '.ts')),
  ]),
)

const imports = files.flatMap((from) => (neighbours.get(from) ?? []).map((to) => ({ from, to })))

test('the root of src has nothing but the rooms and index.ts', () => {
  expect(namesIn('src')).toEqual([...ROOMS, 'index.ts'].sort())
})

test('a room imports only rooms above it', () => {
  const isAllowed = (from: string, to: string) =>
    from === 'src/index.ts' || ROOMS.indexOf(roomOf(to)) <= ROOMS.indexOf(roomOf(from))
  const offenders = imports.filter(({ from, to }) => !files.includes(to) || !isAllowed(from, to))
  expect(offenders).toEqual([])
})

test('nothing in src imports an index.ts', () => {
  expect(imports.filter(({ to }) => posix.basename(to) === 'index.ts')).toEqual([])
})

test('no file imports itself in a circle', () => {
  const isInCircle = (file: string) => {
    const reached = new Set(neighbours.get(file))
    for (const next of reached) neighbours.get(next)?.forEach((one) => reached.add(one))
    return reached.has(file)
  }
  expect(files.filter(isInCircle)).toEqual([])
})

test('src imports no packages except those that the library needs at run time', () => {
  const offenders = files.flatMap((file) =>
    importedBy(file)
      .filter((name) => !isOwn(name) && !PACKAGES.includes(name))
      .map((name) => `${file}: ${name}`),
  )
  expect(offenders).toEqual([])
})

test('a room has at most 24 files, those of rules and cases a few more, and a file at most 200 lines', () => {
  const lines = (file: string) => textOf(file).trimEnd().split('\n').length
  expect({
    rooms: ROOMS.filter((room) => {
      // A file for each rule, and for each group of promises of a port.
      const most = new Map([
        ['rules', 30],
        ['testing', 33],
      ]).get(room)
      return filesIn(room).length > (most ?? 24)
    }),
    files: files.filter((file) => lines(file) > 200),
  }).toEqual({ rooms: [], files: [] })
})

test('no regular expression that is shared keeps its place between calls', () => {
  const isInFunction = (node: ts.Node | undefined): boolean =>
    node !== undefined && (ts.isFunctionLike(node) || isInFunction(node.parent))
  const flagsOf = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) return node.text.slice(node.text.lastIndexOf('/') + 1)
    const isMade = ts.isNewExpression(node) && node.expression.getText() === 'RegExp'
    return isMade ? (node.arguments?.[1]?.getText() ?? '') : ''
  }
  const offenders = placesOf(files, (node) => /[gy]/.test(flagsOf(node)) && !isInFunction(node))
  expect(offenders).toEqual([])
})

test('the core is synchronous, and reads no clock, no chance and no environment', () => {
  const names = [
    ...['Promise', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
    ...['performance', 'crypto', 'process', 'globalThis'],
  ]
  const offenders = placesOf(
    files.filter((file) => CORE.includes(roomOf(file))),
    (node) =>
      ts.isAwaitExpression(node) ||
      node.kind === ts.SyntaxKind.AsyncKeyword ||
      node.kind === ts.SyntaxKind.AwaitKeyword ||
      (ts.isIdentifier(node) && names.includes(node.text)) ||
      (ts.isPropertyAccessExpression(node) &&
        ['Math.random', 'Date.now'].includes(node.getText())) ||
      (ts.isNewExpression(node) &&
        node.expression.getText() === 'Date' &&
        !node.arguments?.length) ||
      (ts.isCallExpression(node) && node.expression.getText() === 'Date'),
  )
  expect(offenders).toEqual([])
})

/** For each rule file the kinds and names of what it exports, in its order. */
const exportsOfRules = filesIn('rules')
  .filter((file) => !NO_RULES.includes(file))
  .map((file) => {
    const exported = (sources.get(file)?.statements ?? []).filter(
      (statement) =>
        ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
    )
    const names = exported.map((statement) => {
      if (ts.isInterfaceDeclaration(statement)) return ['denial', statement.name.text]
      if (ts.isFunctionDeclaration(statement)) return ['rule', statement.name?.text]
      return ['other', statement.getText()]
    })
    return { file, names }
  })

test('a rule file is one denial, then one rule of the same name, with a test beside it', () => {
  const kebabCase = (name = '') => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const isRuleFile = (file: string, [denial, rule, ...others]: (string | undefined)[][]) =>
    denial?.[0] === 'denial' &&
    rule?.[0] === 'rule' &&
    others.length === 0 &&
    file === `src/rules/${kebabCase(rule[1])}.ts` &&
    existsSync(inRepository(`test/rules/${kebabCase(rule[1])}.test.ts`))
  expect(exportsOfRules.filter(({ file, names }) => !isRuleFile(file, names))).toEqual([])
})

test('every type of denial has one rule file', () => {
  const denials = exportsOfRules.map(({ names: [denial] }) => denial?.[1])
  expect(denials.sort()).toEqual([...DENIAL_TYPES].sort())
})

test('nothing knows a membership tier', () => {
  const isTier = (node: ts.Node) =>
    ts.isIdentifier(node) && /premium|basic|tier|plan$/i.test(node.text)
  expect(placesOf(files, isTier)).toEqual([])
})
