import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { inRepository, textOf } from './support/repository.js'

const { name, repository, bugs, homepage } = manifest
const [, owner = ''] = /^git\+https:\/\/github\.com\/([\w-]+)\//.exec(repository.url) ?? []

/** Whose repository, or whose site, of the project's name a text names on GitHub. */
function ownersIn(text: string): string[] {
  const ways = [
    `(?:github|githubusercontent|shields)\\.\\w+[/:](?:[^\\s"'<>)\`]*/)?([\\w-]+)/${name}(?![\\w-])`,
    `([\\w-]+)\\.github\\.io/${name}(?![\\w-])`,
  ]
  return ways.flatMap((way) =>
    [...text.matchAll(new RegExp(way, 'gi'))].map(([, found = '']) => found.toLowerCase()),
  )
}

test('the package says where it is: the repository, its issues and its site', () => {
  expect(repository.url).toBe(`git+https://github.com/${owner}/${name}.git`)
  expect(bugs).toBe(`https://github.com/${owner}/${name}/issues`)
  expect(homepage).toBe(`https://${owner.toLowerCase()}.github.io/${name}/`)
})

test('no file names another address of the project', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: inRepository('') })
    .toString()
    .split('\0')
    .filter((file) => file !== '' && file !== 'test/address.test.ts')
  const named = files.flatMap((file) => ownersIn(textOf(file)).map((found) => ({ file, found })))
  expect(named.map(({ file }) => file)).toContain('.github/ISSUE_TEMPLATE/config.yml')
  expect(named.filter(({ found }) => found !== owner.toLowerCase())).toEqual([])
})

test('the README shows whether CI passes, above everything else', () => {
  const ci = `https://github.com/${owner}/${name}/actions/workflows/ci.yml`
  const [, , badge] = textOf('README.md').split('\n')
  expect(badge).toBe(`[![CI](${ci}/badge.svg)](${ci})`)
  expect(textOf('.github/workflows/ci.yml')).toMatch(/^name: CI$/m)
})

test.each([
  'https://github.com/somebody/group-invitations',
  'git@github.com:somebody/group-invitations.git',
  'https://raw.githubusercontent.com/somebody/group-invitations/main/README.md',
  'https://api.github.com/repos/somebody/group-invitations/issues',
  'https://img.shields.io/github/license/somebody/group-invitations',
  'https://Somebody.github.io/group-invitations/rules',
])('the address %s would be found', (address) => {
  expect(ownersIn(`[here](${address})`)).toEqual(['somebody'])
})

test.each([
  'https://github.com/somebody/group-invitations-app',
  'https://www.npmjs.com/package/group-invitations',
])('%s is no address of the project', (address) => {
  expect(ownersIn(address)).toEqual([])
})
