import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { registerLogger, validate } from '@actions/languageservice'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { inRepository, textOf } from '../support/repository.js'
import { FOLDER, type Job, workflowIn, workflows } from './workflows.js'

const ignored = () => undefined
// It logs what it cannot do, and finds nothing then.
registerLogger({
  ...{ log: ignored, info: ignored, warn: ignored },
  error: (message) => {
    throw new Error(message)
  },
})

/** What GitHub's own linter, the one of its editor extension, says of a workflow: each line with its problem. */
async function problemsIn(text: string): Promise<string[]> {
  // It keeps what it has parsed under a name.
  const uri = `file://${inRepository(FOLDER)}/${randomUUID()}.yml`
  const problems = await validate(TextDocument.create(uri, 'yaml', 0, text))
  return problems.map(({ range, message }) => `${range.start.line + 1}: ${JSON.stringify(message)}`)
}

test.each(workflows)('GitHub’s linter finds nothing in %s', async (file) => {
  expect(await problemsIn(textOf(file))).toEqual([])
})

test.each([
  ['a key', 'timeout-minutes: 10', 'timeout-minute: 10'],
  ['a job that is needed', 'needs: check', 'needs: chek'],
  ['a context', '${{ github.event', '${{ githb.event'],
  ['what a context has', 'github.event.release', 'github.evnt.release'],
  ['a permission', 'contents: read', 'content: read'],
  ['an event', 'release:', 'released:'],
  ['a type', 'timeout-minutes: 10', 'timeout-minutes: ten'],
])('the linter finds a mistake in %s', async (_what, right, wrong) => {
  const text = textOf(`${FOLDER}/publish.yml`)
  expect(text).toContain(right)
  expect(await problemsIn(text.replace(right, wrong))).not.toEqual([])
})

describe.each(workflows)('%s', (file) => {
  const { permissions, concurrency, jobs } = workflowIn(file)
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? [])

  test('names each action by a whole commit, beside its version', () => {
    const used = [...textOf(file).matchAll(/\buses: (.*)$/gm)].map(([, action = '']) => action)
    const isPinned = (action: string) =>
      action.startsWith('./') || /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action)
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((action) => !isPinned(action))).toEqual([])
  })

  test('keeps no credentials in the checked-out folder', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false })
  })

  test('may read the contents, and a single job more only if it runs no code of the repository', () => {
    expect(permissions).toEqual({ contents: 'read' })
    const mayMore = Object.values(jobs).filter((job) => 'permissions' in job)
    expect(mayMore.flatMap(checkedOut)).toEqual([])
  })

  test('ends: each job has a time limit, and the runs of one kind do not pile up', () => {
    const own = Object.values(jobs).filter((job) => 'runs-on' in job)
    expect(own.length).toBeGreaterThan(0)
    for (const job of own) expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
    expect(concurrency?.group).toEqual(expect.any(String))
  })

  test('puts no expression into a script, where its value would be code', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
  })
})

test('two jobs may more than read: to prove who publishes, and to deploy the site', () => {
  const more = workflows.flatMap((file) =>
    Object.entries(workflowIn(file).jobs).flatMap(([name, { permissions }]) =>
      permissions === undefined ? [] : [[name, permissions]],
    ),
  )
  expect(Object.fromEntries(more)).toEqual({
    publish: { 'id-token': 'write' },
    deploy: { pages: 'write', 'id-token': 'write' },
  })
})

test('the site is built of the commit that CI has passed', () => {
  const { on, jobs } = workflowIn(`${FOLDER}/site.yml`)
  const name = /^name: (.*)$/m.exec(textOf(`${FOLDER}/ci.yml`))?.[1]
  const ofCi = { workflows: [name], types: ['completed'], branches: ['main'] }
  expect(on['workflow_run']).toEqual(ofCi)
  expect(jobs['build']?.if).toContain("github.event.workflow_run.conclusion == 'success'")
  expect(jobs['build']?.if).toContain("github.event.workflow_run.event == 'push'")
  const checkout = jobs['build']?.steps?.find(({ uses }) => uses?.startsWith('actions/checkout@'))
  expect(checkout?.with?.['ref']).toContain('github.event.workflow_run.head_sha')
})

test('the site is built for the folder that its address has', () => {
  const { build } = workflowIn(`${FOLDER}/site.yml`).jobs
  const script = build?.steps?.find(({ run }) => run?.includes('docs:build'))?.run ?? ''
  const said = execFileSync('bash', ['-e', '-c', `npm() { echo "$@"; }\n${script}`], {
    ...{ cwd: inRepository(''), encoding: 'utf8' },
  })
  expect(said.trim()).toBe(`run docs:build -- --base ${new URL(manifest.homepage).pathname}`)
})

test('an action has one version', () => {
  const used = workflows.flatMap((file) => [...textOf(file).matchAll(/\buses: (\S+)@(.*)$/gm)])
  const versions = new Map<string, string>()
  for (const [, action = '', version = ''] of used) {
    expect(version, action).toBe(versions.get(action) ?? version)
    versions.set(action, version)
  }
})

function checkedOut(job: Job): readonly string[] {
  return (job.steps ?? [])
    .flatMap(({ uses }) => uses ?? [])
    .filter((uses) => uses.startsWith('actions/checkout@'))
}
