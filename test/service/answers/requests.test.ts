import type { RequestIssue } from 'group-invitations'
import { err } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { answering } from '../../support/answering.js'
import { whilePolluted } from '../../support/polluted.js'
import { recorded } from '../../support/recorded.js'
import { answersOver } from '../../support/sending.js'

const IDENTIFIER = 'a well-formed string of 1 to 255 code points without control characters'
const issue = (key: string, name = IDENTIFIER): RequestIssue => ({
  message: `${key} must be ${name}`,
  path: [key],
})
const invalid = (...issues: readonly RequestIssue[]) => err({ type: 'InvalidRequest', issues })
const noString = (key: string) => issue(key, 'a string')
const noObject = { message: 'The request must be an object', path: [] }

const angry = (): never => {
  throw new Error('looked at')
}
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

function watched() {
  const { repositories, calls } = recorded(answering().repositories)
  return { service: answersOver(repositories), calls }
}

const both = [noString('invitationId'), noString('memberId')]
const forms: readonly [string, unknown, readonly RequestIssue[]][] = [
  ['nothing', undefined, [noObject]],
  ['null', null, [noObject]],
  ['a string', 'i-1', [noObject]],
  ['a function', () => 'i-1', [noObject]],
  ['an empty object', {}, both],
  ['a list', ['i-1', 'bernd'], both],
  ['numbers', { invitationId: 1, memberId: 2 }, both],
  ['null for both', { invitationId: null, memberId: null }, both],
  ['no member', { invitationId: 'i-1' }, [noString('memberId')]],
  ['no invitation', { memberId: 'bernd' }, [noString('invitationId')]],
  ['an empty invitation', { invitationId: '', memberId: 'bernd' }, [issue('invitationId')]],
  ['a line break', { invitationId: 'i-1\n', memberId: 'bernd' }, [issue('invitationId')]],
  ['a NUL', { invitationId: 'i-1', memberId: 'bernd\0' }, [issue('memberId')]],
  ['half a character', { invitationId: 'i-1', memberId: '\ud800' }, [issue('memberId')]],
  ['256 characters', { invitationId: 'i'.repeat(256), memberId: 'bernd' }, [issue('invitationId')]],
  ['inherited fields', Object.create({ invitationId: 'i-1', memberId: 'bernd' }), both],
  [
    'a getter that throws',
    {
      invitationId: 'i-1',
      get memberId() {
        return angry()
      },
    },
    [noString('memberId')],
  ],
]

describe('an answer of a member', () => {
  test.each(forms)(
    'with %s is an InvalidRequest, and asks nobody',
    async (_case, request, issues) => {
      const { service, calls } = watched()
      for (const action of ['accept', 'decline', 'withdraw'] as const) {
        expect(await service[action](request as never)).toEqual(invalid(...issues))
      }
      expect(calls).toEqual([])
    },
  )

  test('of which nothing can be looked at is an InvalidRequest', async () => {
    const { service, calls } = watched()
    expect(await service.accept(revoked() as never)).toEqual(invalid(...both))
    expect(
      await service.decline(new Proxy({}, { getOwnPropertyDescriptor: angry }) as never),
    ).toEqual(invalid(...both))
    expect(await service.withdraw(revoked() as never)).toEqual(
      invalid(
        issue('network'),
        noString('invitationId'),
        issue('memberId', 'absent, since the network acts'),
      ),
    )
    expect(calls).toEqual([])
  })

  test('may have more properties, which are ignored', async () => {
    const request = { invitationId: 'i-1', memberId: 'bernd', network: 'bernd', status: 'Accepted' }
    const { service } = answering()
    expect((await service.decline(request))._unsafeUnwrap().status).toBe('Declined')
    expect((await service.accept(request))._unsafeUnwrap().status).toBe('Accepted')
  })

  test('has each property got once', async () => {
    const seen: string[] = []
    const once = (key: string, value: string) => ({
      get: () => (seen.push(key) === seen.lastIndexOf(key) + 1 ? value : angry()),
      enumerable: true,
    })
    const { service } = answering()
    const request = Object.defineProperties(
      {},
      {
        invitationId: once('invitationId', 'i-1'),
        memberId: once('memberId', 'bernd'),
        network: once('network', undefined as never),
      },
    )
    await service.accept(request as never)
    expect(seen.sort()).toEqual(['invitationId', 'memberId'])
    seen.length = 0
    await service.withdraw(request as never)
    expect(seen.sort()).toEqual(['invitationId', 'memberId', 'network'])
  })

  test('takes nothing from Object.prototype', async () => {
    const { service } = answering()
    await whilePolluted('network', 'spam', async () => {
      const request = { invitationId: 'i-1', memberId: 'dora' }
      expect(await service.withdraw(request)).toEqual(
        err({ type: 'InvitationNotFound', invitationId: 'i-1' }),
      )
    })
    await whilePolluted('memberId', 'bernd', async () => {
      expect(await service.accept({ invitationId: 'i-1' } as never)).toEqual(
        invalid(noString('memberId')),
      )
    })
    await whilePolluted(
      'admit',
      { groupId: 'chess', memberId: 'dora', standing: 'member' },
      async () => {
        const { service, repositories } = answering()
        await service.decline({ invitationId: 'i-1', memberId: 'bernd' })
        const standings = await repositories.memberships.findStandings(['chess'], ['dora'])
        expect(standings.get('chess')?.get('dora')).toBe(undefined)
      },
    )
  })
})

describe('a withdrawal by the network', () => {
  const absent = issue('memberId', 'absent, since the network acts')

  test.each<[string, object, readonly RequestIssue[]]>([
    ['a member too', { invitationId: 'i-1', memberId: 'anna', network: 'spam' }, [absent]],
    ['null for the member', { invitationId: 'i-1', memberId: null, network: 'spam' }, [absent]],
    ['no invitation', { network: 'spam' }, [noString('invitationId')]],
    ['an empty reason', { invitationId: 'i-1', network: '' }, [issue('network')]],
    ['null for its reason', { invitationId: 'i-1', network: null }, [issue('network')]],
    ['a long reason', { invitationId: 'i-1', network: 'x'.repeat(256) }, [issue('network')]],
    ['a reason of two lines', { invitationId: 'i-1', network: 'a\nb' }, [issue('network')]],
    [
      'everything wrong',
      { invitationId: '', memberId: 'anna', network: 7 },
      [issue('network'), issue('invitationId'), absent],
    ],
  ])('with %s is an InvalidRequest', async (_case, request, issues) => {
    const { service, calls } = watched()
    expect(await service.withdraw(request as never)).toEqual(invalid(...issues))
    expect(calls).toEqual([])
  })

  test('may have undefined for the member, and a member undefined for the network', async () => {
    for (const request of [
      { invitationId: 'i-1', memberId: undefined, network: 'spam' },
      { invitationId: 'i-1', memberId: 'anna', network: undefined },
    ]) {
      expect((await answering().service.withdraw(request as never)).isOk()).toBe(true)
    }
  })
})

describe('the arguments of a list', () => {
  const list = async (memberId: unknown, options?: unknown) => {
    const { service, calls } = watched()
    const received = await service.received(memberId as never, options as never)
    expect(await service.sent(memberId as never, options as never)).toEqual(received)
    if (received.isErr()) expect(calls).toEqual([])
    return received
  }
  const limit = issue('limit', 'an integer from 1 to 1,000')
  const noOptions = { message: 'The options must be an object', path: [] }
  const unknown = (key: string) => ({ message: `${key} is unknown`, path: [key] })

  test.each([
    [undefined, noString('memberId')],
    [7, noString('memberId')],
    [{ memberId: 'bernd' }, noString('memberId')],
    ['', issue('memberId')],
    ['\ud800', issue('memberId')],
  ])('%o is no member', async (memberId, expected) => {
    expect(await list(memberId)).toEqual(invalid(expected))
    expect(await list(memberId, { limit: 0 })).toEqual(invalid(expected, limit))
  })

  test.each<[unknown, readonly RequestIssue[]]>([
    [null, [noOptions]],
    ['100', [noOptions]],
    [100, [noOptions]],
    [[], [noOptions]],
    [new Map(), [noOptions]],
    [{ page: 2 }, [unknown('page')]],
    [{ Limit: 2, after: 'i-1' }, [unknown('Limit'), unknown('after')]],
    [
      Object.create({ limit: 2 }),
      [{ message: 'limit must be a property of the options themselves', path: ['limit'] }],
    ],
    ...[0, -1, 1001, 1.5, '10', null, Number.NaN, Number.POSITIVE_INFINITY, 10n].map(
      (value): [unknown, RequestIssue[]] => [{ limit: value }, [limit]],
    ),
    ...['', 7, null, 'i\n'].map((before): [unknown, RequestIssue[]] => [
      { before },
      [issue('before')],
    ]),
    [{ before: 7, limit: 0, x: 1 }, [unknown('x'), issue('before'), limit]],
  ])('%o are no options', async (options, issues) => {
    expect(await list('dora', options)).toEqual(invalid(...issues))
  })

  test('are no options if they cannot be looked at', async () => {
    expect(await list('dora', revoked())).toEqual(invalid(noOptions))
    const trap = new Proxy({}, { ownKeys: angry, getOwnPropertyDescriptor: angry })
    expect(await list('dora', trap)).toEqual(invalid(issue('before'), limit))
    const getter = Object.defineProperty({}, 'limit', { get: angry, enumerable: true })
    expect(await list('dora', getter)).toEqual(invalid(limit))
  })

  test.each([
    undefined,
    {},
    { limit: undefined, before: undefined },
    { limit: 1 },
    { limit: 1000 },
    { before: 'unknown' },
    Object.assign(Object.create(null) as object, { limit: 3 }),
  ])('%o are options', async (options) => {
    expect((await list('dora', options))._unsafeUnwrap()).toStrictEqual({ items: [] })
  })
})
