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
import { describe, expect, test } from 'vitest'
import { linesFor, logLinesFor } from '../../docs/examples/telling.js'
import { inviterIsNotBlocked } from '../../docs/examples/block-list.js'
import { contactsToChoose, groupsToChoose } from '../../docs/examples/choosing.js'
import {
  isForReview,
  screenKaffeefahrt,
  screenWith,
  watchingPolicy,
} from '../../docs/examples/custom-screener.js'
import { relay, relayAll } from '../../docs/examples/relaying.js'
import { linesAfterSending } from '../../docs/examples/sending.js'
import { aRequest, NOW } from '../support/builders.js'
import { HONEST, PROHIBITED } from '../support/clear-texts.js'
import { NETWORK } from '../support/network.js'

describe('telling', () => {
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
      told: ['The request could not be read. Please reload the page.'],
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
    expect(await groupsToChoose(policy, 'anna', 'bernd')).toEqual(
      ok(new Map([['typescript-hamburg', 'TypeScript Hamburg']])),
    )
    expect(await groupsToChoose(policy, 'anna', 'dora')).toEqual(ok(new Map()))
    expect((await groupsToChoose(failing, 'anna', 'bernd')).isErr()).toBe(true)
  })

  test('lists the contacts, each with what stands in the way', async () => {
    expect(await contactsToChoose(policy, 'anna', 'typescript-hamburg')).toEqual([
      'Bernd Müller: can be invited',
    ])
    expect(await contactsToChoose(policy, 'anna', 'chess')).toEqual([])
    const lately = { invitationId: 'i-1', inviterId: 'anna', recipientId: 'bernd', sentAt: NOW }
    const invited = createInMemoryRepositories({ ...NETWORK, invitations: [lately] })
    const today = new InvitationPolicy(invited, { clock: () => NOW })
    expect(await contactsToChoose(today, 'anna', 'typescript-hamburg')).toEqual([
      expect.stringMatching(/^Bernd Müller: You have already invited this member/),
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
      'You have already invited this member to this or another group within the last 6 months, on ',
    )
  })
})

describe('relaying', () => {
  test('hands over what may go out, keeps what has failed, and logs why something is cancelled', async () => {
    const repositories = createInMemoryRepositories(NETWORK)
    const service = new InvitationService(new InvitationPolicy(repositories), repositories)
    expect((await service.send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(true)
    const handed: string[] = []
    const log: string[] = []
    const noNews = {
      deliver: ({ channel, idempotencyKey }: PreparedDelivery) => {
        handed.push(idempotencyKey)
        return channel === 'news' ? Promise.reject(new Error('no news')) : Promise.resolve()
      },
      log: (line: string) => void log.push(line),
    }
    expect(await relayAll(service, repositories, noNews)).toEqual([new Error('no news')])
    expect(repositories.pendingDeliveries().map(({ channel }) => channel)).toEqual(['news'])
    expect((await service.optOut('bernd')).isOk()).toBe(true)
    expect(await relayAll(service, repositories, noNews)).toEqual([])
    expect(repositories.pendingDeliveries()).toEqual([])
    expect(handed).toEqual(['i-1.email', 'i-1.news'])
    expect(log).toEqual(['i-1.news: RecipientOptedOut'])
  })

  test('says all that speaks against a delivery, also if there is no such invitation', async () => {
    const repositories = createInMemoryRepositories(NETWORK)
    const groups = { findGroups: () => new Map() }
    const policy = new InvitationPolicy({ ...repositories, groups })
    const service = new InvitationService(policy, repositories)
    const log: string[] = []
    const outlet = { deliver: () => Promise.resolve(), log: (line: string) => void log.push(line) }
    const sender = new InvitationService(new InvitationPolicy(repositories), repositories)
    expect((await sender.send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(true)
    expect((await service.optOut('bernd')).isOk()).toBe(true)
    await relayAll(service, repositories, outlet)
    await relay(service, { deliveryId: 'i-2.news', invitationId: 'i-2', channel: 'news' }, outlet)
    expect(log).toEqual([
      'i-1.email: GroupNotFound, RecipientOptedOut',
      'i-1.news: GroupNotFound, RecipientOptedOut',
      'i-2.news: InvitationNotFound',
    ])
  })

  test('keeps what cannot be prepared for now', async () => {
    const repositories = createInMemoryRepositories(NETWORK)
    const groups = { findGroups: () => Promise.reject(new Error('down')) }
    const failing = { ...repositories, groups }
    const service = new InvitationService(new InvitationPolicy(repositories), failing)
    expect((await service.send(aRequest())).isOk()).toBe(true)
    const outlet = { deliver: () => Promise.resolve(), log: () => undefined }
    const problems = await relayAll(service, repositories, outlet)
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

  test('counts also between sending and delivering', async () => {
    const blockers = new Set<string>()
    const repositories = createInMemoryRepositories(NETWORK)
    const later = new InvitationPolicy(repositories, {
      rules: [inviterIsNotBlocked({ findBlockersOf: () => Promise.resolve(blockers) })],
    })
    const service = new InvitationService(later, repositories)
    const [email] = (await service.send(aRequest()))._unsafeUnwrap().deliveries
    if (email === undefined) throw new Error('There is no delivery.')
    expect((await service.prepareDelivery(email)).isOk()).toBe(true)
    blockers.add('bernd')
    expect((await service.prepareDelivery(email))._unsafeUnwrapErr()).toEqual({
      type: 'DeliveryCancelled',
      reasons: [{ type: 'InviterBlocked' }],
    })
  })
})

describe('a custom screener', () => {
  const [advertisement] = PROHIBITED['multi-level-marketing']

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

  test('sees what is not sure yet, and only suspects', async () => {
    const screen = screenWith(model)
    expect(await typesOf(decided({ screen }, 'Lieber Bernd, TypeScript?'))).toEqual([])
    const text = 'Lieber Bernd, TypeScript und Muscheln?'
    const style = { category: 'spam', term: 'the style of the text', index: 0 }
    expect((await decided({ screen }, text))._unsafeUnwrap().advisories).toEqual([
      {
        ...{ type: 'ProhibitedContent', certainty: 'suspected' },
        evidence: [{ ...style, certainty: 'suspected' }],
      },
    ])
    expect(await typesOf(decided({ screen }, `Lieber Bernd! ${advertisement}`))).toContain(
      'ProhibitedContent',
    )
    expect(asked).toHaveLength(2)
  })

  test('may be a longer list', async () => {
    const typesWith = (term: string) =>
      typesOf(decided({ screen: screenKaffeefahrt }, `${HONEST[0]}, Freundin der ${term}`))
    expect(await typesWith('Kaffeefahrt')).toEqual(['ProhibitedContent'])
    expect(await typesWith('Heizdecke')).toEqual([])
  })

  test('can be watched first', async () => {
    const policy = watchingPolicy(createInMemoryRepositories(NETWORK))
    const approval = (await policy.evaluate(aRequest({ text: advertisement })))._unsafeUnwrap()
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
