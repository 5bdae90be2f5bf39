import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { InvitationPolicy, type InvitationRequest } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { afterAll, describe, expect, test } from 'vitest'
import { linesFor } from '../../docs/examples/answering.js'
import { inviterIsNotBlocked, sentenceWithBlockList } from '../../docs/examples/block-list.js'
import { chapters } from '../../docs/examples/chapters.js'
import { invitationsIn, preferencesIn } from '../../docs/examples/own-storage.js'
import { rulebook } from '../../src/rulebook.js'
import { aRequest, NOW } from '../support/builders.js'
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
      'Write why you invite: an invitation without a text is none.',
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

describe('own storage', () => {
  test('decides over PostgreSQL', async () => {
    const database = new PGlite()
    await database.exec(`
      CREATE TABLE opt_outs (member_id text PRIMARY KEY);
      CREATE TABLE invitations (invitation_id text PRIMARY KEY, inviter_id text, recipient_id text,
                                sent_at timestamptz(3), repeatable_at timestamptz(3));
      INSERT INTO invitations VALUES
        ('i-1', 'anna', 'bernd', '2025-11-11T12:00Z', '2026-05-11T12:00Z'),
        ('i-2', 'anna', 'bernd', '2025-11-12T12:00:00.001Z', '2026-05-12T12:00:00.001Z'),
        ('i-3', 'clara', 'bernd', '2026-05-12T11:00Z', '2026-11-12T11:00Z');
    `)
    const policy = new InvitationPolicy(
      {
        ...createInMemoryRepositories(NETWORK),
        preferences: preferencesIn(database),
        invitations: invitationsIn(database),
      },
      { clock: () => NOW },
    )
    const denialsOf = async () =>
      (await policy.evaluate(aRequest())).match(
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
    await database.close()
  }, 30_000)
})
