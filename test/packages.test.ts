import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageOf } from './package-of.js'
import folders from './packages.json' with { type: 'json' }

/** Needs the package itself, so it has no lock file and is never installed: `test/runtimes/starter.ts` tries a copy. */
const STARTER = 'docs/examples/starter'

const packages = folders.map(packageOf)
const withStarter = (names: readonly string[]) => [...names, STARTER].sort()

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const jsonIn = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const dependenciesOf = (folder: string) => {
  const { dependencies, devDependencies } = jsonIn(join(folder, 'package.json')) as Manifest
  return { ...dependencies, ...devDependencies }
}

/** The folders below a folder that have a package of their own, but for what is installed. */
function packagesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'package.json') return [folder]
    const isSearched = entry.isDirectory() && entry.name !== 'node_modules'
    return isSearched ? packagesBelow(join(folder, entry.name)) : []
  })
}

describe('the packages below the root', () => {
  test('are all listed', () => {
    expect([...packagesBelow('docs'), ...packagesBelow('test')].sort()).toEqual(
      withStarter(packages),
    )
  })

  test('are no part of the root for TypeScript, and workspaces for knip', () => {
    const { exclude } = jsonIn('tsconfig.json') as { exclude: string[] }
    expect(exclude).toEqual(['**/node_modules', ...withStarter(folders)])
    const { workspaces } = jsonIn('knip.json') as { workspaces: object }
    expect(Object.keys(workspaces)).toEqual(['.', ...withStarter(packages)])
  })

  test('have one version of what several of them use', () => {
    const versions = new Map<string, string>()
    for (const [name, version] of ['.', ...withStarter(packages)].flatMap((folder) =>
      Object.entries(dependenciesOf(folder)),
    )) {
      // The starter has the latest one. Some of our tools need an older one.
      if (name === 'typescript') continue
      expect(version, name).toBe(versions.get(name) ?? version)
      versions.set(name, version)
    }
  })
})

test.each(packages)('%s has no copy of what the root has', (folder) => {
  const { packages } = jsonIn(join(folder, 'package-lock.json')) as { packages: object }
  const installed = Object.keys(packages).map((path) => path.replace(/^node_modules\//, ''))
  for (const name of ['neverthrow', 'vitest', 'tsx']) expect(installed).not.toContain(name)
})
