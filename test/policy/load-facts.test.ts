import { decide, type InvitationFacts, InvitationPolicy, type LoadFacts } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aRequest, NOW, someFacts } from '../support/builders.js'
import { recorded } from '../support/recorded.js'

const evaluate = (loadFacts: LoadFacts, request = aRequest()) =>
  new InvitationPolicy(createInMemoryRepositories(), { clock: () => NOW, loadFacts }).evaluate(
    request,
  )

const outage = (cause: unknown) =>
  err({
    type: 'DependencyFailed',
    dependency: 'loadFacts',
    operation: 'call',
    cause,
    effect: 'none',
  })

describe('loadFacts', () => {
  test('is called once, with the normalised request and the time, instead of the repositories', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories())
    const asked: unknown[] = []
    const policy = new InvitationPolicy(repositories, {
      clock: () => NOW,
      loadFacts: (...args) => {
        asked.push(args)
        return someFacts()
      },
    })
    const verdict = await policy.evaluate(aRequest({ subject: ' Hallo ' }))
    expect(asked).toEqual([[aRequest({ subject: 'Hallo' }), NOW]])
    expect(calls).toEqual([])
    expect(verdict).toEqual(decide(aRequest({ subject: ' Hallo ' }), someFacts()))
  })

  test.each([
    [{ index: 77 }, 'facts.evidence[0].index must be within the draft'],
    [{ index: 1, field: 'subject' }, 'facts.evidence[0].index must be within the draft'],
  ] as const)('must return evidence within the draft: %o', async (place, message) => {
    const evidence = [{ category: 'spam', term: 'jackpot', ...place }] as const
    const facts = someFacts({ evidence })
    const request = aRequest({ subject: undefined })
    const cause = new TypeError(message)
    expect(request.text).toHaveLength(76)
    expect(await evaluate(() => facts, request)).toEqual(
      err({
        type: 'DependencyFailed',
        dependency: 'loadFacts',
        operation: 'call',
        cause,
        effect: 'none',
      }),
    )
    expect(() => decide(request, facts)).toThrow(cause)
    const atTheEnd = someFacts({ evidence: [{ ...evidence[0], index: 0 }] })
    expect((await evaluate(() => atTheEnd, request))._unsafeUnwrapErr()).toMatchObject({
      denials: [{ type: 'ProhibitedContent' }],
    })
  })

  test('must return fields of its own: inherited ones are not there', async () => {
    const facts = Object.create(someFacts()) as InvitationFacts
    const cause = new TypeError('facts.now must be given')
    expect(await evaluate(() => facts)).toEqual(
      err({
        type: 'DependencyFailed',
        dependency: 'loadFacts',
        operation: 'call',
        cause,
        effect: 'none',
      }),
    )
  })

  test('gets the whole request', async () => {
    const request = aRequest({ reference: { field: 'haves', entry: 'TypeScript' } })
    const asked: unknown[] = []
    const verdict = await evaluate((about) => {
      asked.push(about)
      return someFacts()
    }, request)
    expect(verdict.isOk()).toBe(true)
    expect(asked).toEqual([request])
  })

  test('is not called for a value that is no request', async () => {
    const asked: unknown[] = []
    const verdict = await evaluate(
      (about) => {
        asked.push(about)
        return someFacts()
      },
      { ...aRequest(), inviterId: '' },
    )
    expect(verdict._unsafeUnwrapErr().type).toBe('InvalidRequest')
    expect(asked).toEqual([])
  })

  test('may return its own time instead of the clock’s', async () => {
    const now = new Date('2026-08-31T00:00:00.000Z')
    const approval = (await evaluate(() => Promise.resolve(someFacts({ now }))))._unsafeUnwrap()
    expect(approval).toMatchObject({
      decidedAt: now,
      repeatableAt: new Date('2027-02-28T00:00:00Z'),
    })
  })
})

describe('an outage of loadFacts', () => {
  test('that throws or rejects', async () => {
    const cause = new Error('no connection')
    const throwing = () => {
      throw cause
    }
    expect(await evaluate(throwing)).toEqual(outage(cause))
    expect(await evaluate(() => Promise.reject(cause))).toEqual(outage(cause))
  })

  const { claim: _forgotten, ...withoutClaim } = someFacts()

  test.each([
    ['undefined', undefined, ' must be an object'],
    ['null', null, ' must be an object'],
    ['a forgotten claim', withoutClaim, '.claim must be given'],
    ['no time', { ...someFacts(), now: undefined }, '.now must be a valid Date'],
    ['an invalid time', { ...someFacts(), now: new Date(Number.NaN) }, '.now must be a valid Date'],
    [
      'a time at the end of time',
      { ...someFacts(), now: new Date(8.64e15) },
      '.now must be before the year 275760',
    ],
    [
      'an unknown standing',
      { ...someFacts(), inviterStanding: 'owner' },
      '.inviterStanding must be member, moderator, pending or banned',
    ],
    [
      'null for no standing',
      { ...someFacts(), recipientStanding: null },
      '.recipientStanding must be member, moderator, pending or banned',
    ],
    [
      'null for no profile',
      { ...someFacts(), recipientProfile: null },
      '.recipientProfile must be an object',
    ],
    [
      'a profile without entries',
      { ...someFacts(), recipientProfile: { displayName: 'Bernd' } },
      '.recipientProfile.wants must be a list of strings',
    ],
    [
      'undefined for the opt-out',
      { ...someFacts(), recipientOptedOut: undefined },
      '.recipientOptedOut must be true or false',
    ],
    [
      'a number for the contact',
      { ...someFacts(), areDirectContacts: 1 },
      '.areDirectContacts must be true or false',
    ],
    [
      'a claim without dates',
      { ...someFacts(), claim: { invitationId: 'i-1' } },
      '.claim.sentAt must be a valid Date',
    ],
    [
      'no fingerprints',
      { ...someFacts(), recentFingerprints: undefined },
      '.recentFingerprints must be a list',
    ],
    [
      'a mention of no field',
      { ...someFacts(), mentions: [{ entry: 'TypeScript' }] },
      '.mentions[0].field must be wants, haves or other',
    ],
    [
      'evidence for nothing',
      { ...someFacts(), evidence: [{ term: 'x', index: 0 }] },
      '.evidence[0].category must be a well-formed string of 1 to 64 code points without control characters',
    ],
  ])('that returns %s', async (_case, facts, message) => {
    const cause = new TypeError(`facts${message}`)
    expect(await evaluate(() => facts as never)).toEqual(outage(cause))
    expect(await evaluate(() => Promise.resolve(facts as never))).toEqual(outage(cause))
  })
})
