import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { packageOf } from '../package-of.js'
import folders from '../packages.json' with { type: 'json' }
import { textOf } from '../support/repository.js'

interface Update {
  readonly 'package-ecosystem': string
  readonly directories?: readonly string[]
  readonly groups?: Readonly<Record<string, object>>
  readonly ignore?: readonly {
    readonly 'dependency-name': string
    readonly versions: readonly string[]
  }[]
}

const packages = folders.map(packageOf)
const { updates } = parse(textOf('.github/dependabot.yml')) as { updates: readonly Update[] }
const npm = updates.find((update) => update['package-ecosystem'] === 'npm')

test('new versions are looked for in all packages, and for the actions', () => {
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions'])
  expect(npm?.directories).toEqual(['/', ...packages.map((folder) => `/${folder}`)])
})

test('each version that is not to be proposed is of something that a package uses', () => {
  const manifests = ['.', ...packages].map((folder) => textOf(`${folder}/package.json`))
  for (const { 'dependency-name': name } of npm?.ignore ?? []) {
    expect(
      manifests.some((text) => text.includes(`"${name}": "`)),
      name,
    ).toBe(true)
  }
})
