import { InvitationPolicy, type InvitationRequest, type SendOptions } from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { after, aProfile, aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { whilePolluted } from '../support/polluted.js'
import { recorded } from '../support/recorded.js'
import {
  deliveriesFor,
  HALF_A_YEAR_ON,
  NOTHING,
  ONLY_I1,
  opened,
  sentAs,
  serviceOver,
  storedIn,
} from '../support/sending.js'

describe('what nothing speaks against', () => {
  test('is stored, with its claim, its fingerprint and both deliveries', async () => {
    const { service, repositories } = opened()
    expect(await service.send(aRequest(), { invitationId: 'i-1' })).toEqual(
      ok({
        invitation: sentAs('i-1'),
        deliveries: deliveriesFor('i-1'),
        advisories: [],
        replayed: false,
      }),
    )
    expect(await repositories.invitations.findInvitation('i-1')).toEqual(sentAs('i-1'))
    expect(await repositories.invitations.findClaims('anna', ['bernd'])).toEqual(
      new Map([['bernd', { invitationId: 'i-1', sentAt: NOW, repeatableAt: HALF_A_YEAR_ON }]]),
    )
    expect(await repositories.invitations.findRecentFingerprints('anna', NOW, 10)).toEqual([
      { recipientId: 'bernd', textFingerprint: fingerprintText(aRequest().text, aProfile()) },
    ])
    expect(repositories.pendingDeliveries()).toEqual(deliveriesFor('i-1'))
  })

  test('is stored as it was judged: normalised, the reference with it', async () => {
    const { service } = opened()
    const reference = { field: 'haves', entry: 'TypeScript' } as const
    const request = {
      ...aRequest({ text: ' Lieber Bernd,\r\nTypeScript! ', reference }),
      subject: ' ',
    }
    const { invitation } = (await service.send(request))._unsafeUnwrap()
    expect(invitation).toMatchObject({ text: 'Lieber Bernd,\nTypeScript!', reference })
    expect(invitation).not.toHaveProperty('subject')
  })

  test('gets a UUID of its own if no identifier is given', async () => {
    const { service } = opened()
    const ids: string[] = []
    for (const [inviterId, recipientId] of [
      ['anna', 'bernd'],
      ['clara', 'bernd'],
    ] as const) {
      const sent = await service.send(aRequest({ inviterId, recipientId }), {})
      ids.push(sent._unsafeUnwrap().invitation.invitationId)
    }
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(new Set(ids).size).toBe(2)
  })

  test('keeps its advisories', async () => {
    const repositories = createInMemoryRepositories(NETWORK)
    const service = serviceOver(repositories, { enforcement: { SalutationMissing: 'advise' } })
    const sent = await service.send(aRequest({ text: 'TypeScript!' }))
    expect(sent._unsafeUnwrap().advisories.map(({ type }) => type)).toEqual(['SalutationMissing'])
  })
})

describe('what is denied', () => {
  test('stores nothing, and gives what an evaluation gives', async () => {
    const { service, repositories } = opened()
    const request = aRequest({ groupId: 'chess' })
    const policy = new InvitationPolicy(repositories, { clock: () => NOW })
    const denied = await service.send(request, { invitationId: 'i-1' })
    expect(denied.isErr()).toBe(true)
    expect(denied).toEqual(await policy.evaluate(request))
    expect(await storedIn(repositories)).toEqual(NOTHING)
  })

  test('points into the draft as it was given', async () => {
    const { service } = opened()
    const error = (
      await service.send(aRequest({ text: '  Lieber Bernd, \u202eTypeScript' }))
    )._unsafeUnwrapErr()
    expect(error).toMatchObject({ denials: [{ type: 'UnsafeCharacter', index: 16 }] })
  })

  test('leaves the cooldown and the identifier free', async () => {
    const { service, repositories } = opened()
    const denied = await service.send(aRequest({ text: '' }), { invitationId: 'i-1' })
    expect(denied.isErr()).toBe(true)
    const sent = await service.send(aRequest(), { invitationId: 'i-1' })
    expect(sent._unsafeUnwrap()).toMatchObject({ replayed: false })
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test('by the cooldown is free again at its end', async () => {
    const { repositories } = opened()
    await serviceOver(repositories).send(aRequest(), { invitationId: 'i-1' })
    const at = (now: Date) =>
      serviceOver(repositories, { clock: () => now }).send(aRequest(), { invitationId: 'i-2' })
    expect((await at(after(HALF_A_YEAR_ON, -1)))._unsafeUnwrapErr()).toMatchObject({
      denials: [
        {
          type: 'RateLimited6Months',
          invitationId: 'i-1',
          sentAt: NOW,
          repeatableAt: HALF_A_YEAR_ON,
        },
      ],
    })
    expect((await at(HALF_A_YEAR_ON)).isOk()).toBe(true)
  })
})

test('a request is sent as it is at the call, whatever becomes of the object afterwards', async () => {
  const { service, repositories } = opened({ ...NETWORK, contacts: [] })
  const shared = { ...aRequest() } as { recipientId: string; text: string } & InvitationRequest
  const sending = service.send(shared, { invitationId: 'i-1' })
  shared.recipientId = 'clara'
  shared.text = 'Liebe Clara, …'
  expect((await sending)._unsafeUnwrap().invitation).toEqual(sentAs('i-1'))
  expect(await repositories.invitations.findInvitation('i-1')).toEqual(sentAs('i-1'))
})

describe('a request of the wrong shape', () => {
  const issuesOf = async (request: unknown, options?: unknown) => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    const denied = await serviceOver(repositories).send(
      request as InvitationRequest,
      options as SendOptions,
    )
    expect(calls).toEqual([])
    const error = denied._unsafeUnwrapErr()
    return error.type === 'InvalidRequest' ? error.issues : error
  }
  const AN_ID = 'a string of 1 to 64 of the characters A-Z a-z 0-9 . _ ~ -'

  test.each([
    ['empty', ''],
    ['too long', 'x'.repeat(65)],
    ['with a blank', 'a b'],
    ['with a colon', 'a:b'],
    ['with a line break', 'a\n'],
    ['with an umlaut', 'ä'],
    ['a number', 7],
    ['null', null],
  ])('has an identifier that is %s', async (_case, invitationId) => {
    expect(await issuesOf(aRequest(), { invitationId })).toEqual([
      { message: `invitationId must be ${AN_ID}`, path: ['invitationId'] },
    ])
  })

  test('is returned with all that is wrong at once', async () => {
    expect(await issuesOf({ ...aRequest(), route: 'x' }, { invitationId: '' })).toEqual([
      { message: "route must be 'profile' or 'group'", path: ['route'] },
      { message: `invitationId must be ${AN_ID}`, path: ['invitationId'] },
    ])
    expect(await issuesOf(undefined, 'i-1')).toEqual([
      { message: 'The request must be an object', path: [] },
      { message: 'The options must be an object', path: [] },
    ])
  })

  test.each([
    ['inherited', Object.create({ invitationId: 'i-1' })],
    [
      'a getter of a class',
      new (class {
        get invitationId() {
          return 'i-1'
        }
      })(),
    ],
  ])('has an identifier that is %s', async (_case, options: unknown) => {
    expect(await issuesOf(aRequest(), options)).toEqual([
      {
        message: 'invitationId must be a property of the options themselves',
        path: ['invitationId'],
      },
    ])
  })

  test.each([
    ['a list', []],
    ['a map', new Map([['invitationId', 'i-1']])],
  ])('has options that are %s', async (_case, options) => {
    expect(await issuesOf(aRequest(), options)).toEqual([
      { message: 'The options must be an object', path: [] },
    ])
  })

  test('has an option that is unknown', async () => {
    expect(await issuesOf(aRequest(), { invitationID: 'i-1' })).toEqual([
      { message: 'invitationID is unknown', path: ['invitationID'] },
    ])
  })

  test('is not what has no identifier at all, however odd the options', async () => {
    const { proxy } = Proxy.revocable(
      {},
      {
        has: () => {
          throw new Error()
        },
      },
    )
    const { service } = opened()
    expect((await service.send(aRequest(), proxy)).isOk()).toBe(true)
  })

  test('has options that cannot be looked at', async () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(await issuesOf(aRequest(), proxy)).toEqual([
      { message: 'The options must be an object', path: [] },
    ])
  })

  test('is not what hides its keys', async () => {
    const { proxy } = Proxy.revocable(
      { invitationId: 'i-1' },
      {
        ownKeys: () => {
          throw new Error()
        },
      },
    )
    const { service } = opened()
    const sent = (await service.send(aRequest(), proxy))._unsafeUnwrap()
    expect(sent.invitation.invitationId).toBe('i-1')
  })

  test('is no reason to throw', async () => {
    const options = {
      get invitationId() {
        throw new Error()
      },
    }
    expect(await issuesOf(aRequest(), options)).toHaveLength(1)
  })

  test('is not what has an identifier of 64 characters of every kind', async () => {
    const { service } = opened()
    const invitationId = `AZaz09._~-${'x'.repeat(54)}`
    expect((await service.send(aRequest(), { invitationId })).isOk()).toBe(true)
  })
})

test('an identifier that Object.prototype has is not the caller’s', async () => {
  const { service } = opened()
  await whilePolluted('invitationId', 'i-1', async () => {
    const sent = (await service.send(aRequest()))._unsafeUnwrap()
    expect(sent.invitation.invitationId).not.toBe('i-1')
  })
})
