import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { filesBelow, textOf } from '../support/repository.js'

interface Update {
  readonly 'package-ecosystem': string
  readonly directories?: readonly string[]
  readonly schedule: { readonly interval: string }
  readonly groups?: Readonly<Record<string, { readonly patterns: readonly string[] }>>
  readonly ignore?: readonly {
    readonly 'dependency-name': string
    readonly versions: readonly string[]
  }[]
}

const manifests = ['docs', 'test'].flatMap((folder) => filesBelow(folder, 'package.json'))
const { updates } = parse(textOf('.github/dependabot.yml')) as { updates: readonly Update[] }
const npm = updates.find((update) => update['package-ecosystem'] === 'npm')

test('new versions are looked for in all packages, and for the actions', () => {
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions'])
  const folders = manifests.map((file) => `/${file.replace(/\/package\.json$/, '')}`)
  expect([...(npm?.directories ?? [])].sort()).toEqual(['/', ...folders].sort())
})

test('they are proposed once a week, and together', () => {
  for (const { schedule, groups = {} } of updates) {
    expect(schedule.interval).toBe('weekly')
    const patterns = Object.values(groups).map((group) => group.patterns)
    expect(patterns.length).toBeGreaterThan(0)
    for (const pattern of patterns) expect(pattern).toEqual(['*'])
  }
})

test('each version that is not to be proposed is of something that a package uses', () => {
  const texts = ['package.json', ...manifests].map(textOf)
  for (const { 'dependency-name': name } of npm?.ignore ?? []) {
    expect(
      texts.some((text) => text.includes(`"${name}": "`)),
      name,
    ).toBe(true)
  }
})
