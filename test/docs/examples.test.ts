import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  forInviter,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type PolicyOptions,
  type PolicyRepositories,
  type PreparedDelivery,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { en } from 'group-invitations/messages'
import { ok } from 'neverthrow'
import { afterAll, describe, expect, test } from 'vitest'
import { linesFor, logLinesFor } from '../../docs/examples/answering.js'
import { inviterIsNotBlocked } from '../../docs/examples/block-list.js'
import { chapters } from '../../docs/examples/chapters.js'
import { contactsToChoose, groupsToChoose } from '../../docs/examples/choosing.js'
import { messages, quotaIsLeft } from '../../docs/examples/daily-quota.js'
import {
  isForReview,
  screenKaffeefahrt,
  screenWith,
  watchingPolicy,
} from '../../docs/examples/custom-screener.js'
import { relayAll } from '../../docs/examples/relaying.js'
import { linesAfterSending } from '../../docs/examples/sending.js'
import { rulebook } from '../../src/decision/rulebook.js'
import { aRequest } from '../support/builders.js'
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
    const [verdict = ''] = stdout.split('Approved on')
    expect(verdict.match(/✓/g)).toHaveLength(Object.keys(rulebook).length)
    expect(stdout).toContain(
      'Approved on 2 September 2026 at 09:30:00 UTC. Once sent, repeatable from 2 March 2027 at 09:30:00 UTC.',
    )
  })

  test('ends with sending: what is stored, both deliveries, and the second attempt refused', () => {
    const [, page = ''] = run('demo.ts').stdout.split('\nSent\n')
    expect(page.split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim())).toEqual([
      'invitationId "demo-1"',
      'inviterId "anna"',
      'recipientId "bernd"',
      'groupId "typescript-hamburg"',
      'route "group"',
      'subject "TypeScript in Hamburg"',
      expect.stringMatching(/^text "Lieber Bernd,.*…$/),
      'reference {"field":"haves","entry":"TypeScript"}',
      'sentAt 2 September 2026 at 09:30:00 UTC',
      'repeatableAt 2 March 2027 at 09:30:00 UTC',
      '',
      'To be delivered',
      '✓ email demo-1.email',
      '✓ news demo-1.news',
      '',
      'Sent once more',
      '✓ with the same identifier: the same invitation, and nothing new is stored',
      '✗ with another one: You have already invited this member to this or another group within the last 6 months. Another invitation will be possible from March 2, 2027 at 9:30 AM UTC.',
      '',
      '',
    ])
  })

  test('sends nothing that is refused', () => {
    expect(run('demo.ts', 'docs/examples/refused.json').stdout).not.toContain('Sent')
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
      '✗ The invitation starts from the group, and the recipient is no direct contact of the inviter. [NotADirectContact]',
    )
    expect(stdout).toContain(
      '✗ The recipient has switched group invitations off. [RecipientOptedOut]',
    )
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
    ['a request that is none', 'null', ['invalid: The request must be an object']],
    [
      'a wrong route',
      JSON.stringify({ ...request, route: 'search' }),
      ["invalid: route must be 'profile' or 'group'"],
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
  const linesOn = async (
    request: unknown,
    repositories: PolicyRepositories = createInMemoryRepositories(NETWORK),
  ) => {
    const verdict = await new InvitationPolicy(repositories).evaluate(request as InvitationRequest)
    const told = verdict.match((): readonly string[] => [], linesFor)
    const logged = verdict.match(() => [], logLinesFor)
    return { told, logged }
  }

  test('gives a line for each reason to the inviter, and to the log', async () => {
    const wrong = { ...aRequest(), route: 'search', text: 7 }
    const failing = {
      ...createInMemoryRepositories(),
      contacts: {
        findContactsAmong: () => Promise.reject(new Error()),
        findContactsOf: () => [],
      },
    }
    expect(await linesOn(aRequest({ recipientId: 'anna', text: '' }))).toEqual({
      told: [
        'You cannot invite yourself.',
        'Write a few personal words: an invitation needs a text.',
        'This member is in the group already.',
      ],
      logged: ['denied: SelfInvitation', 'denied: TextEmpty', 'denied: AlreadyMember'],
    })
    expect(await linesOn(wrong)).toEqual({
      told: ['The request could not be read. Please open the form again.'],
      logged: ["invalid: route must be 'profile' or 'group'", 'invalid: text must be a string'],
    })
    expect(await linesOn(aRequest(), failing)).toEqual({
      told: ['Something went wrong on our side. Please try again in a moment.'],
      logged: ['failed: contacts.findContactsAmong: Error'],
    })
    expect(logLinesFor({ type: 'InvitationIdReused', invitationId: 'i-1' })).toEqual([
      'reused: i-1',
    ])
  })
})

test('answering tells no more of a recipient who has opted out than of one who does not exist', async () => {
  const policy = new InvitationPolicy(createInMemoryRepositories(NETWORK))
  const linesTo = async (recipientId: string) =>
    (await policy.evaluate(aRequest({ recipientId, text: 'Hallo zusammen, {name}!' }))).match(
      (): readonly string[] => [],
      linesFor,
    )
  expect(await linesTo('dora')).toEqual(['This member cannot be invited to this group.'])
  expect(await linesTo('nobody')).toEqual(await linesTo('dora'))
  expect(await linesTo('bernd')).toHaveLength(3)
})

describe('choosing', () => {
  const inMemory = createInMemoryRepositories(NETWORK)
  const policy = new InvitationPolicy(inMemory)
  const memberships = {
    ...inMemory.memberships,
    findStandings: () => Promise.reject(new Error('down')),
  }
  const failing = new InvitationPolicy({ ...inMemory, memberships })

  test('offers the groups into which a member may be invited', async () => {
    expect(await groupsToChoose(policy, 'anna', 'bernd')).toEqual(ok(['typescript-hamburg']))
    expect(await groupsToChoose(policy, 'anna', 'dora')).toEqual(ok([]))
    expect((await groupsToChoose(failing, 'anna', 'bernd')).isErr()).toBe(true)
  })

  test('lists the contacts, each with what stands in the way', async () => {
    expect(await contactsToChoose(policy, 'anna', 'typescript-hamburg')).toEqual([
      'Bernd Müller: can be invited',
    ])
    expect(await contactsToChoose(policy, 'anna', 'chess')).toEqual([
      'Bernd Müller: This member is in the group already.',
    ])
    expect(await contactsToChoose(policy, 'bernd', 'typescript-hamburg')).toEqual([])
    const unseen = { ...inMemory, profiles: { findProfiles: () => new Map() } }
    expect(await contactsToChoose(new InvitationPolicy(unseen), 'anna', 'chess')).toEqual([])
    expect(await contactsToChoose(failing, 'anna', 'chess')).toEqual([
      'Something went wrong on our side. Please try again in a moment.',
    ])
  })
})

describe('sending', () => {
  const repositories = createInMemoryRepositories(NETWORK)
  const service = new InvitationService(new InvitationPolicy(repositories), repositories)

  test('answers each outcome, and the same again to who asks again', async () => {
    const sent = ['Your invitation has been sent.']
    expect(await linesAfterSending(service, aRequest(), 'form-1')).toEqual(sent)
    expect(await linesAfterSending(service, aRequest(), 'form-1')).toEqual(sent)
    expect(await linesAfterSending(service, aRequest({ text: 'Lieber Bernd!' }), 'form-1')).toEqual(
      ['An invitation has already been sent from this form. Please open the form again.'],
    )
    const [line] = await linesAfterSending(service, aRequest(), 'form-2')
    expect(line).toContain(
      'You have already invited this member to this or another group within the last 6 months.',
    )
  })
})

describe('relaying', () => {
  test('hands over what may go out, keeps what has failed, and lets go of what is cancelled', async () => {
    const repositories = createInMemoryRepositories(NETWORK)
    const service = new InvitationService(new InvitationPolicy(repositories), repositories)
    expect((await service.send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(true)
    const handed: string[] = []
    const noNews = ({ channel, idempotencyKey }: PreparedDelivery) => {
      handed.push(idempotencyKey)
      return channel === 'news' ? Promise.reject(new Error('no news')) : Promise.resolve()
    }
    expect(await relayAll(service, repositories, noNews)).toEqual([new Error('no news')])
    expect(repositories.pendingDeliveries().map(({ channel }) => channel)).toEqual(['news'])
    expect((await service.optOut('bernd')).isOk()).toBe(true)
    expect(await relayAll(service, repositories, noNews)).toEqual([])
    expect(repositories.pendingDeliveries()).toEqual([])
    expect(handed).toEqual(['i-1.email', 'i-1.news'])
  })

  test('keeps what cannot be prepared for now', async () => {
    const repositories = createInMemoryRepositories(NETWORK)
    const groups = { findGroups: () => Promise.reject(new Error('down')) }
    const failing = { ...repositories, groups }
    const service = new InvitationService(new InvitationPolicy(repositories), failing)
    expect((await service.send(aRequest())).isOk()).toBe(true)
    const problems = await relayAll(service, repositories, () => Promise.resolve())
    expect(problems).toEqual([new Error('down'), new Error('down')])
    expect(repositories.pendingDeliveries()).toHaveLength(2)
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

  test('is not for the inviter to know', async () => {
    const error = (await policy.evaluate(aRequest()))._unsafeUnwrapErr()
    expect(en.reasons(forInviter(error))).toEqual(['This member cannot be invited to this group.'])
  })

  test('lets others invite', async () => {
    expect((await policy.evaluate(aRequest({ inviterId: 'clara' }))).isOk()).toBe(true)
  })
})

describe('the daily quota', () => {
  const policyAfter = (sent: number) =>
    new InvitationPolicy(createInMemoryRepositories(NETWORK), {
      rules: [quotaIsLeft({ countSentToday: () => Promise.resolve(sent) }, 1000)],
    })

  test('refuses who has used it up, and says so', async () => {
    const error = (await policyAfter(1000).evaluate(aRequest()))._unsafeUnwrapErr()
    expect(messages.describe(forInviter(error))).toBe(
      'You can invite 1,000 members a day. Please go on tomorrow.',
    )
    expect((await policyAfter(999).evaluate(aRequest())).isOk()).toBe(true)
  })
})

describe('a custom screener', () => {
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
    const screen = screenWith(model)
    expect(await typesOf(decided({ screen }, 'Lieber Bernd, TypeScript?'))).toEqual([])
    expect(await typesOf(decided({ screen }, 'Lieber Bernd, TypeScript und Muscheln?'))).toEqual([
      'ProhibitedContent',
    ])
    expect(await typesOf(decided({ screen }, 'Lieber Bernd, TypeScript im MLM?'))).toEqual([
      'ProhibitedContent',
    ])
    expect(asked).toHaveLength(2)
  })

  test('may be a longer list', async () => {
    const text = 'Lieber Bernd, TypeScript auf einer Kaffeefahrt?'
    expect(await typesOf(decided({ screen: screenKaffeefahrt }, text))).toEqual([
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
