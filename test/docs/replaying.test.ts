import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  decide,
  type DecisionOptions,
  defineRule,
  InvitationPolicy,
  type InvitationRequest,
  parseFacts,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { en } from 'group-invitations/messages'
import { afterAll, describe, expect, test } from 'vitest'
import { type DecisionRecord, recordTo } from '../../docs/examples/recording.js'
import { replay, ReplayCounts } from '../../docs/examples/replaying.js'
import { inRepository, textOf } from '../support/repository.js'

const FILE = 'docs/examples/decisions.jsonl'
const at = (file: string): unknown => JSON.parse(textOf(`docs/examples/${file}`))
const network = at('network.json') as Network
const request = at('request.json') as InvitationRequest & { readonly now: string }
const withText = (text: string): InvitationRequest => ({ ...request, text })

const freeze = defineRule({
  name: 'groupIsNotFrozen',
  check: ({ recipientId }) =>
    recipientId === 'chiara' ? ({ type: 'GroupFrozen' } as const) : undefined,
})

/** The lines that a policy records of some requests. */
async function recorded(
  requests: readonly InvitationRequest[],
  options: DecisionOptions = {},
  freeAt?: Date,
): Promise<string[]> {
  const lines: string[] = []
  const { invitations, ...others } = createInMemoryRepositories(network)
  const repositories = { ...others, invitations: { ...invitations, findFreeAt: () => freeAt } }
  const policy = new InvitationPolicy(repositories, {
    ...options,
    clock: () => new Date(request.now),
    rules: [freeze],
    observe: recordTo((line) => void lines.push(line), options),
  })
  for (const each of requests) await policy.evaluate(each)
  return lines
}

const link = `${request.text}\n\nMehr unter https://typescript.example`
const requests = [
  request,
  at('denied.json') as InvitationRequest,
  at('template.json') as InvitationRequest,
  withText(link),
  { ...request, recipientId: 'chiara', text: 'Liebe Chiara, UX research für unsere Gruppe?' },
]

describe('the sample', () => {
  test('is what the policy records', async () => {
    const lines = await recorded(requests)
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(inRepository(FILE))
  })
})

describe('a record', () => {
  test('needs a write that is done when it returns', async () => {
    const policy = new InvitationPolicy(createInMemoryRepositories(network), {
      observe: recordTo(() => Promise.resolve()),
    })
    expect(await policy.evaluate(request)).toMatchObject({
      error: { type: 'DependencyFailed', dependency: 'observe' },
    })
  })

  test('takes the options of the policy, and has only those that decide', async () => {
    const lines: string[] = []
    const settings = {
      enforcement: { LinkInText: 'deny' },
      pace: { burst: 1, every: { minutes: 1 } },
      clock: () => new Date(request.now),
      rules: [freeze],
    } as const
    const policy = new InvitationPolicy(createInMemoryRepositories(network), {
      ...settings,
      observe: recordTo((line) => void lines.push(line), settings),
    })
    await policy.evaluate(request)
    const [{ options } = {}] = lines.map((line) => JSON.parse(line) as { options: object })
    const { enforcement, pace } = settings
    expect(options).toEqual({ enforcement, pace })
    const [line = ''] = lines
    expect(replay(line).after).toEqual(replay(line).before)
  })
})

test('a line explains its decision, in words for the staff', async () => {
  const [line = ''] = await recorded([at('denied.json') as InvitationRequest])
  const { request, facts, options, denials } = JSON.parse(line) as DecisionRecord
  const error = decide(request, parseFacts(facts), options)._unsafeUnwrapErr()
  const found = error.type === 'InvitationDenied' ? error.denials : []
  expect(found.map(({ type }) => type)).toEqual(denials)
  const words = found.map((denial) => en.describeForStaff(denial))
  expect(words.length).toBeGreaterThan(0)
  expect(words.filter((each) => each === '' || denials.includes(each))).toEqual([])
})

describe('a replay', () => {
  const outcome = (line: string | undefined, changes = {}) => replay(line ?? '', changes)

  test('comes to the same end, with the settings of the policy', async () => {
    const options: DecisionOptions = {
      enforcement: { LinkInText: 'deny' },
      pace: { burst: 1, every: { minutes: 1 } },
    }
    const lines = await recorded(requests, options)
    expect(lines).toHaveLength(requests.length)
    for (const line of lines) {
      const { before, after } = outcome(line)
      expect(after).toEqual(before)
    }
    expect(outcome(lines[3]).after.denials).toEqual(['LinkInText'])
  })

  test('judges the pace by the settings of the policy', async () => {
    const pace = { burst: 2, every: { minutes: 1 } }
    const denialsAt = async (ms: number) => {
      const freeAt = new Date(Date.parse(request.now) + ms)
      const { before, after } = outcome((await recorded([request], { pace }, freeAt))[0])
      expect(after).toEqual(before)
      return after.denials
    }
    expect(await denialsAt(60_000)).toEqual([])
    expect(await denialsAt(60_001)).toEqual(['TooManyInvitations'])
  })

  test('puts a changed setting before that of the policy, and keeps the others', async () => {
    const enforcement = { LinkInText: 'deny', SalutationMissing: 'deny' } as const
    const [line] = await recorded([withText('Hallo! https://typescript.example')], { enforcement })
    const { before, after } = outcome(line, { LinkInText: 'off' })
    expect(before.denials).toContain('LinkInText')
    expect(after.denials).toEqual(before.denials.filter((type) => type !== 'LinkInText'))
    expect(after.denials).toContain('SalutationMissing')
  })

  test('keeps the denials of custom rules', async () => {
    const [line] = await recorded(requests.slice(4))
    expect(outcome(line).before.denials).toContain('GroupFrozen')
    expect(outcome(line).after).toEqual(outcome(line).before)
  })

  test('tries nothing that was off and needs what was not looked up', async () => {
    const off: DecisionOptions = { enforcement: { MassMessage: 'off', LinkInText: 'off' } }
    const [line] = await recorded([withText(link)], off)
    expect(() => outcome(line, { MassMessage: 'deny' })).toThrow(
      'MassMessage was off: what it needs was not looked up',
    )
    const changes = { MassMessage: 'off', LinkInText: 'deny' } as const
    expect(outcome(line, changes).after.denials).toEqual(['LinkInText'])
  })

  test('says what is wrong with a line', async () => {
    const [line = ''] = await recorded(requests.slice(0, 1))
    const broken = (changes: object) => () =>
      replay(JSON.stringify({ ...(JSON.parse(line) as object), ...changes }))
    expect(broken({ facts: { version: 2 } })).toThrow('facts.version must be 1')
    expect(broken({ request: { ...request, text: 7 } })).toThrow('request: text must be a string')
    expect(broken({ options: { enforcement: { LinkInText: 'no' } } })).toThrow('LinkInText')
    expect(() => replay('{')).toThrow(SyntaxError)
  })
})

test('the counts name each kind of change, and the types that are new or gone', () => {
  const counts = new ReplayCounts()
  const outcome = (denials: readonly string[], advisories: readonly string[] = []) => ({
    denials,
    advisories,
  })
  const no = outcome(['LinkInText'])
  const yes = outcome([], ['LinkInText'])
  counts.add({ before: yes, after: no })
  counts.add({ before: yes, after: outcome(['LinkInText', 'MassMessage']) })
  counts.add({ before: no, after: yes })
  counts.add({ before: no, after: outcome(['TextEmpty']) })
  counts.add({ before: yes, after: outcome([]) })
  counts.add({ before: no, after: no })
  expect(counts.lines()).toEqual([
    'approved → denied: 2 (LinkInText 2, MassMessage 1)',
    'denied → approved: 1 (LinkInText 1)',
    'denied for other reasons: 1 (LinkInText 1, TextEmpty 1)',
    'advised differently: 1 (LinkInText 1)',
    'the same: 1',
  ])
})

describe('npm run replay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'group-invitations-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  function run(...args: string[]) {
    const example = ['--import', 'tsx', 'docs/examples/replay.ts', ...args]
    const { status, stdout, stderr } = spawnSync(process.execPath, example, {
      cwd: inRepository(''),
      encoding: 'utf8',
    })
    const lines = (text: string) => text.split('\n').filter((line) => line !== '')
    return { status, printed: lines(stdout), complaints: lines(stderr) }
  }

  test('replays the sample', () => {
    expect(run()).toEqual({ status: 0, printed: ['the same: 5'], complaints: [] })
  })

  test('prints what another enforcement changes', () => {
    expect(run(FILE, 'LinkInText=deny')).toEqual({
      status: 0,
      printed: [
        'the same: 3',
        'denied for other reasons: 1 (LinkInText 1)',
        'approved → denied: 1 (LinkInText 1)',
      ],
      complaints: [],
    })
  })

  test('names the lines that cannot be replayed, and counts the others', () => {
    const file = join(folder, 'some.jsonl')
    const [first = ''] = textOf(FILE).split('\n')
    writeFileSync(file, `${first}\n{}\n\n${first}\n`)
    const { status, printed, complaints } = run(file)
    expect({ status, printed }).toEqual({ status: 1, printed: ['the same: 2'] })
    expect(complaints).toEqual([
      expect.stringMatching(/some\.jsonl:2: TypeError/),
      expect.stringMatching(/some\.jsonl:3: SyntaxError/),
    ])
  })

  test.each([
    ['LinkInText=perhaps', 'options.enforcement.LinkInText must be deny, advise or off'],
    ['LinkInText', 'options.enforcement.LinkInText must be deny, advise or off'],
    ['LinksInText=off', 'options.enforcement.LinksInText is unknown'],
  ])('rejects the setting %s once', (setting, problem) => {
    const { status, printed, complaints } = run(FILE, setting)
    expect({ status, printed }).toEqual({ status: 1, printed: [] })
    expect(complaints).toEqual([expect.stringContaining(problem)])
  })

  test('sends no control characters to the terminal', () => {
    const { complaints } = run(FILE, '\u001b[31mLinkInText=off')
    expect(complaints).toEqual([expect.stringContaining('\\u001b[31mLinkInText is unknown')])
  })

  test('says that there is no such file', () => {
    const { status, complaints } = run('nowhere.jsonl')
    expect(status).toBe(1)
    expect(complaints).toEqual([expect.stringContaining('nowhere.jsonl')])
  })
})
