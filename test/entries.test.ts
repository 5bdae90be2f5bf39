import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { textOf } from './support/repository.js'

const DOORS = [
  ['group-invitations', () => import('group-invitations')],
  ['group-invitations/content', () => import('group-invitations/content')],
  ['group-invitations/form', () => import('group-invitations/form')],
  ['group-invitations/http', () => import('group-invitations/http')],
  ['group-invitations/memory', () => import('group-invitations/memory')],
  ['group-invitations/messages', () => import('group-invitations/messages')],
  ['group-invitations/testing', () => import('group-invitations/testing')],
] as const

test.each(DOORS)('%s can be imported, and does nothing of its own', async (_name, load) => {
  expect(Object.keys(await load()).length).toBeGreaterThan(0)
})

const paths = DOORS.map(([name]) => name.slice(manifest.name.length + 1))

test('the package, its types under Node 10 and its reference have these doors', () => {
  const { './package.json': _, ...doors } = manifest.exports
  expect(Object.keys(doors)).toEqual(paths.map((path) => (path === '' ? '.' : `./${path}`)))
  const { '.': _main, ...below } = doors
  const types = Object.entries(below).map(([door, { require }]) => [
    door.slice(2),
    [require.types.replace('.cts', '.ts')],
  ])
  expect(manifest.typesVersions).toEqual({ '*': Object.fromEntries(types) as unknown })
  const { entryPoints } = JSON.parse(textOf('docs/typedoc.json')) as { entryPoints: unknown }
  expect(entryPoints).toEqual(paths.map((path) => `../src/${path}/index.ts`.replace('//', '/')))
})
