import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { FOLDER, workflowIn } from './workflows.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'group-invitations-publish-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Whether a step of the workflow passes, by its script, over this package and changelog. */
function passes(name: string, env: Readonly<Record<string, string>>, heading = ''): boolean {
  const steps = Object.values(workflowIn(`${FOLDER}/publish.yml`).jobs).flatMap(
    (job) => job.steps ?? [],
  )
  const script = steps.find((step) => step.name === name)?.run
  if (script === undefined) throw new Error(`There is no step: ${name}`)
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'CHANGELOG.md'), `# Changelog\n\n${heading}\n`)
  // As GitHub runs it.
  const { status } = spawnSync('bash', ['-e', '-c', script], {
    cwd: folder,
    env: { ...process.env, ...env },
  })
  return status === 0
}

const repository = /github\.com\/(.*)\.git$/.exec(manifest.repository.url)?.[1] ?? ''

test.each([
  [repository, true],
  ['somebody/group-invitations', false],
  [`${repository}-2`, false],
])('from %s publishing goes on: %s', (GITHUB_REPOSITORY, goesOn) => {
  const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY }
  const name = 'The package names this repository, which the statement is compared with'
  expect(passes(name, env)).toBe(goesOn)
})

test('a release waits for CI and for a maintainer, and has a statement of where it was built', () => {
  const { check, pack, publish } = workflowIn(`${FOLDER}/publish.yml`).jobs
  expect(check?.uses).toBe('./.github/workflows/ci.yml')
  expect(pack?.needs).toBe('check')
  expect(publish).toMatchObject({ needs: 'pack', environment: 'npm' })
  expect(publish?.steps?.at(-1)?.run).toMatch(/^npm publish .* --provenance /)
})

const { version } = manifest

test.each([
  [`v${version}`, `## [${version}] - 2026-12-01`, true],
  [`v${version}`, `## [${version}] - Unreleased`, false],
  [`v${version}`, `## [${version.replaceAll('.', 'x')}] - 2026-12-01`, false],
  [version, `## [${version}] - 2026-12-01`, false],
  ['v99.0.0', `## [99.0.0] - 2026-12-01`, false],
])('with the tag %s and "%s" publishing goes on: %s', (TAG, heading, goesOn) => {
  const name = 'The tag is the version of the package, and the changelog has its date'
  expect(passes(name, { TAG }, heading)).toBe(goesOn)
})
