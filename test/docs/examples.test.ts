import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import {
  InvitationPolicy,
  type InvitationRequest,
  type PolicyOptions,
  signText,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { afterAll, describe, expect, test } from 'vitest'
import { linesFor } from '../../docs/examples/answering.js'
import { inviterIsNotBlocked, sentenceWithBlockList } from '../../docs/examples/block-list.js'
import { chapters } from '../../docs/examples/chapters.js'
import {
  isForReview,
  kaffeefahrtScreener,
  screenerWith,
  watchingPolicy,
} from '../../docs/examples/own-classifier.js'
import { invitationsIn, preferencesIn } from '../../docs/examples/own-storage.js'
import { rulebook } from '../../src/rulebook.js'
import { aProfile, aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'

/** Runs an example as its own process, as `npm run demo` does. */
function run(example: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `docs/examples/${example}`, ...args],
    { encoding: 'utf8' },
  )
  return { status, stdout, complaints: stderr.split('\n').filter((line) => line !== '') }
}

const folder = mkdtempSync(join(tmpdir(), 'group-invitations-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('the demo', () => {
  const request = JSON.parse(
    readFileSync('docs/examples/request.json', 'utf8'),
  ) as InvitationRequest

  let files = 0

  /** A request of one's own in a file. */
  function fileOf(content: string): string {
    const file = join(folder, `request-${(files += 1)}.json`)
    writeFileSync(file, content)
    return file
  }

  test('approves its request, and says until when the pair is taken', () => {
    const { status, stdout, complaints } = run('demo.ts')
    expect({ status, complaints }).toEqual({ status: 0, complaints: [] })
    expect(stdout).toContain('Anna Schmidt invites Bernd Müller into “TypeScript Hamburg”')
    expect(stdout.match(/✓/g)).toHaveLength(Object.keys(rulebook).length)
    expect(stdout).toContain(
      'Approved on 2 September 2026 at 09:30:00 UTC. Once sent, repeatable from 2 March 2027 at 09:30:00 UTC.',
    )
  })

  test('refuses the other one, each reason in the place of its rule', () => {
    const { status, stdout } = run('demo.ts', 'docs/examples/refused.json')
    expect(status).toBe(0)
    expect(stdout.match(/✗ .*\[(\w+)\]/g)?.map((line) => line.replace(/.*\[|\]/g, ''))).toEqual([
      'SubjectTooLong',
      'TextEmpty',
      'RateLimited6Months',
      'RecipientBanned',
    ])
    expect(stdout).toContain('Refused, for 4 reasons.')
  })

  test('shows what the content rules have against a template, and what they advise', () => {
    const { status, stdout } = run('demo.ts', 'docs/examples/template.json')
    expect(status).toBe(0)
    const marked = (mark: string) =>
      [...stdout.matchAll(new RegExp(`${mark} .*\\[(\\w+)\\]`, 'g'))].map(([, type]) => type)
    expect(marked('✗')).toEqual([
      'UnfilledPlaceholder',
      'SalutationMissing',
      'ProfileReferenceMissing',
      'MassMessage',
      'ProhibitedContent',
    ])
    expect(marked('!')).toEqual(['WantsAndHavesNotAddressed', 'LinkInText'])
  })

  test('says nothing of a text that is not there', () => {
    expect(run('demo.ts', 'docs/examples/refused.json').stdout).not.toContain('How it is written')
  })

  test('prints no character that a terminal would obey', () => {
    const { stdout } = run('demo.ts', fileOf(JSON.stringify({ ...request, text: 'a\u001b[2Jb' })))
    expect(stdout).toContain('│ a\\u001b[2Jb')
    expect(stdout).not.toContain('\u001b')
  })

  test('decides otherwise on another name', () => {
    const { status, stdout } = run(
      'demo.ts',
      fileOf(JSON.stringify({ ...request, recipientId: 'deniz' })),
    )
    expect(status).toBe(0)
    expect(stdout).toContain(
      '✗ From a group you can only invite your direct contacts. [NotADirectContact]',
    )
    expect(stdout).toContain('✗ This member cannot be invited. [RecipientOptedOut]')
  })

  test.each([
    ['no such file', 'nowhere.json', 'nowhere.json: there is no such file, or it cannot be read.'],
    ['no JSON', fileOf('{ "inviterId": '), /request-1\.json: this is not JSON\. SyntaxError/],
  ])('complains of %s in one line', (_case, file, line) => {
    const { status, stdout, complaints } = run('demo.ts', file)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(complaints).toEqual([expect.stringMatching(line)])
  })

  test.each([
    ['a request that is none', 'null', ['The request must be an object.']],
    [
      'a wrong route',
      JSON.stringify({ ...request, route: 'search' }),
      ["route must be 'profile' or 'group'."],
    ],
    [
      'a wrong time',
      JSON.stringify({ ...request, now: 'soon' }),
      ['now must be a time in UTC, such as 2026-09-02T09:30:00Z.'],
    ],
  ])('complains of %s', (_case, content, lines) => {
    const file = fileOf(content)
    const { status, complaints } = run('demo.ts', file)
    expect({ status, complaints }).toEqual({
      status: 1,
      complaints: lines.map((line) => `${file}: ${line}`),
    })
  })

  test('has words for every rule, in the rulebook’s order', () => {
    expect(chapters.flatMap(({ rules }) => Object.keys(rules))).toEqual(Object.keys(rulebook))
  })
})

test('the quick start approves', () => {
  const { status, stdout, complaints } = run('quick-start.ts')
  expect({ status, complaints }).toEqual({ status: 0, complaints: [] })
  expect(stdout).toContain('repeatableAt')
})

test('the quick start has at most twenty lines', () => {
  const lines = readFileSync('docs/examples/quick-start.ts', 'utf8').trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(20)
})

describe('answering', () => {
  const linesOn = async (request: unknown, repositories = createInMemoryRepositories(NETWORK)) => {
    const verdict = await new InvitationPolicy(repositories).evaluate(request as InvitationRequest)
    return verdict.match(() => [], linesFor)
  }

  test('gives a line for each denial, issue and outage', async () => {
    const wrong = { ...aRequest(), route: 'search', text: 7 }
    const failing = {
      ...createInMemoryRepositories(),
      contacts: { findContactsAmong: () => Promise.reject(new Error()) },
    }
    expect(await linesOn(aRequest({ recipientId: 'anna', text: '' }))).toEqual([
      'You cannot invite yourself.',
      'Write why you are inviting: an invitation needs a text.',
      'This member is in the group already.',
    ])
    expect(await linesOn(wrong)).toEqual([
      "route must be 'profile' or 'group'.",
      'text must be a string.',
    ])
    expect(await linesOn(aRequest(), failing)).toEqual([
      'Something has failed on our side. Please try again.',
    ])
  })
})

test('answering tells no more of a recipient who has opted out than of one who does not exist', async () => {
  const policy = new InvitationPolicy(createInMemoryRepositories(NETWORK))
  const linesTo = async (recipientId: string) =>
    (await policy.evaluate(aRequest({ recipientId, text: 'Hallo zusammen, {name}!' }))).match(
      () => [],
      linesFor,
    )
  expect(await linesTo('dora')).toEqual(['This member cannot be invited.'])
  expect(await linesTo('nobody')).toEqual(await linesTo('dora'))
  expect(await linesTo('bernd')).toHaveLength(3)
})

describe('the block list', () => {
  const blocks = {
    findBlockersOf: (inviterId: string, memberIds: readonly string[]) =>
      Promise.resolve(new Set(inviterId === 'anna' ? memberIds : [])),
  }
  const policy = new InvitationPolicy(createInMemoryRepositories(NETWORK), {
    rules: [inviterIsNotBlocked(blocks)],
  })

  test('refuses whom the recipient has blocked', async () => {
    const error = (await policy.evaluate(aRequest()))._unsafeUnwrapErr()
    expect(error).toMatchObject({ denials: [{ type: 'InviterBlocked' }] })
  })

  test('joins the sentences', () => {
    expect(sentenceWithBlockList({ type: 'InviterBlocked' })).toBe('This member cannot be invited.')
    expect(sentenceWithBlockList({ type: 'SelfInvitation' })).toBe('You cannot invite yourself.')
  })

  test('lets others invite', async () => {
    expect((await policy.evaluate(aRequest({ inviterId: 'clara' }))).isOk()).toBe(true)
  })
})

describe('an own classifier', () => {
  const decided = (options: PolicyOptions, text: string) =>
    new InvitationPolicy(createInMemoryRepositories(NETWORK), options).evaluate(aRequest({ text }))
  const typesOf = async (verdict: ReturnType<typeof decided>) =>
    (await verdict).match(
      () => [],
      (error) => (error.type === 'InvitationDenied' ? error.denials.map(({ type }) => type) : []),
    )
  const asked: string[] = []
  const model = {
    probabilityOf: (text: string) => {
      asked.push(text)
      return Promise.resolve(text.includes('Muscheln') ? 0.95 : 0.1)
    },
  }

  test('sees what the terms let through', async () => {
    const screener = screenerWith(model)
    expect(await typesOf(decided({ screener }, 'Lieber Bernd, TypeScript?'))).toEqual([])
    expect(await typesOf(decided({ screener }, 'Lieber Bernd, TypeScript und Muscheln?'))).toEqual([
      'ProhibitedContent',
    ])
    expect(await typesOf(decided({ screener }, 'Lieber Bernd, TypeScript im MLM?'))).toEqual([
      'ProhibitedContent',
    ])
    expect(asked).toHaveLength(2)
  })

  test('may be a longer list', async () => {
    const text = 'Lieber Bernd, TypeScript auf einer Kaffeefahrt?'
    expect(await typesOf(decided({ screener: kaffeefahrtScreener }, text))).toEqual([
      'ProhibitedContent',
    ])
  })

  test('can be watched first', async () => {
    const policy = watchingPolicy(createInMemoryRepositories(NETWORK))
    const approval = (await policy.evaluate(aRequest({ text: 'Hallo, MLM!' })))._unsafeUnwrap()
    expect(approval.advisories.map(({ type }) => type)).toEqual([
      'SalutationMissing',
      'ProfileReferenceMissing',
      'WantsAndHavesNotAddressed',
      'ProhibitedContent',
    ])
    expect(isForReview(approval.advisories)).toBe(true)
    expect(isForReview([{ type: 'AlreadyMember' }])).toBe(false)
  })
})

describe('own storage', () => {
  test('decides over PostgreSQL', async () => {
    const database = new PGlite()
    const copy = `${aRequest().text} Kaffee gibt es auch, und wer will, bringt etwas mit.`
    const signature = signText(copy, aProfile())
    await database.exec(`
      CREATE TABLE opt_outs (member_id text PRIMARY KEY);
      CREATE TABLE invitations (invitation_id text PRIMARY KEY, inviter_id text, recipient_id text,
                                sent_at timestamptz(3), repeatable_at timestamptz(3),
                                text_signature text);
      INSERT INTO invitations VALUES
        ('i-1', 'anna', 'bernd', '2025-11-11T12:00Z', '2026-05-11T12:00Z', NULL),
        ('i-2', 'anna', 'bernd', '2025-11-12T12:00:00.001Z', '2026-05-12T12:00:00.001Z', NULL),
        ('i-3', 'clara', 'bernd', '2026-05-12T11:00Z', '2026-11-12T11:00Z', NULL),
        ('i-4', 'anna', 'dora', '2026-05-01T11:00Z', '2026-11-01T11:00Z', '${signature}'),
        ('i-5', 'anna', 'emil', '2026-05-02T11:00Z', '2026-11-02T11:00Z', '${signature}'),
        ('i-6', 'anna', 'gina', '2026-05-03T11:00Z', '2026-11-03T11:00Z', NULL);
    `)
    const policy = new InvitationPolicy(
      {
        ...createInMemoryRepositories(NETWORK),
        preferences: preferencesIn(database),
        invitations: invitationsIn(database),
      },
      { clock: () => NOW },
    )
    const denialsOf = async (text = aRequest().text) =>
      (await policy.evaluate(aRequest({ text }))).match(
        () => [],
        (error) => (error.type === 'InvitationDenied' ? error.denials : [error]),
      )

    const limited = {
      type: 'RateLimited6Months',
      invitationId: 'i-2',
      sentAt: new Date('2025-11-12T12:00:00.001Z'),
      repeatableAt: new Date('2026-05-12T12:00:00.001Z'),
    }
    expect(await denialsOf()).toEqual([limited])
    await database.query('INSERT INTO opt_outs VALUES ($1)', ['bernd'])
    expect(await denialsOf()).toEqual([limited, { type: 'RecipientOptedOut' }])
    await database.exec("DELETE FROM opt_outs; DELETE FROM invitations WHERE invitation_id = 'i-2'")
    expect(await denialsOf()).toEqual([])
    expect(await denialsOf(copy)).toEqual([{ type: 'MassMessage', similarity: 1, similarCount: 2 }])
    await database.close()
  }, 30_000)
})
