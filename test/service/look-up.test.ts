import { type InvitationRequest, type PolicyOptions, type Repositories } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aRequest, NOW } from '../support/builders.js'
import { intercepted } from '../support/intercepted.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'
import { repositoriesWith } from '../support/repositories-with.js'
import {
  deliveriesFor,
  EVALUATION,
  NOTHING,
  sentAs,
  serviceOver,
  storedIn,
} from '../support/sending.js'
import { unhandledIn } from '../support/unhandled-in.js'

const LOOK = 'invitations.findInvitation'

const SENT = { ...NETWORK, invitations: [{ ...aRequest(), invitationId: 'i-1', sentAt: NOW }] }
const REPLAY = ok({
  invitation: sentAs('i-1'),
  deliveries: deliveriesFor('i-1'),
  advisories: [],
  replayed: true,
})
const OTHER_TEXT: Partial<InvitationRequest> = { text: 'Lieber Bernd, TypeScript?' }

const send = (
  repositories: Repositories,
  options: PolicyOptions = {},
  changes: Partial<InvitationRequest> = {},
) => serviceOver(repositories, options).send(aRequest(changes), { invitationId: 'i-1' })

const never = () => new Promise<never>(() => undefined)
const settled = () => new Promise((resolve) => setImmediate(resolve))

const cause = new Error('down')
const failures: Readonly<Record<string, () => never>> = {
  throws: () => {
    throw cause
  },
  // As JavaScript may pass it: also for what must answer at once.
  rejects: () => Promise.reject(cause) as never,
}

describe('the look for an earlier try', () => {
  test('starts with the evaluation, in the same tick', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    const sending = send(repositories)
    expect(calls.map(([call]) => call)).toEqual([LOOK, ...EVALUATION])
    expect((await sending).isOk()).toBe(true)
    expect(calls.map(([call]) => call)).toEqual([LOOK, ...EVALUATION, 'invitations.commit'])
  })

  test('is not made without an identifier', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    expect((await serviceOver(repositories).send(aRequest())).isOk()).toBe(true)
    expect(calls.map(([call]) => call)).toEqual([...EVALUATION, 'invitations.commit'])
  })

  test('must say that there is none, before anything is written', async () => {
    const store = createInMemoryRepositories(NETWORK)
    let answer: (nothing: undefined) => void = () => undefined
    const findInvitation = () => new Promise<undefined>((resolve) => (answer = resolve))
    const sending = send({ ...store, invitations: { ...store.invitations, findInvitation } })
    await settled()
    expect(await storedIn(store)).toEqual(NOTHING)
    answer(undefined)
    expect((await sending).isOk()).toBe(true)
  })
})

describe('a replay', () => {
  test('waits for no evaluation', async () => {
    const repositories = intercepted<Repositories>(
      createInMemoryRepositories(SENT),
      (call, _args, proceed) => (call === LOOK ? proceed() : never()),
    )
    expect(await send(repositories)).toEqual(REPLAY)
    expect(await send(repositories, {}, OTHER_TEXT)).toEqual(
      err({ type: 'InvitationIdReused', invitationId: 'i-1' }),
    )
  })

  describe.each(Object.entries(failures))('is returned though the evaluation %s', (_, fail) => {
    test.each(EVALUATION)('at %s', async (failing) => {
      const repositories = intercepted<Repositories>(
        createInMemoryRepositories(SENT),
        (call, _args, proceed) => (call === failing ? fail() : proceed()),
      )
      const unhandled = await unhandledIn(async () => {
        expect(await send(repositories)).toEqual(REPLAY)
      })
      expect(unhandled).toEqual([])
    })

    const rule = { name: 'failing', check: () => undefined }
    test.each<[string, PolicyOptions]>([
      ['the clock', { clock: fail }],
      ['loadFacts', { loadFacts: fail }],
      ['screen', { screen: fail }],
      ['findMentions', { findMentions: fail }],
      ['the load of a rule', { rules: [{ ...rule, load: fail }] }],
      ['the check of a rule', { rules: [{ ...rule, check: fail }] }],
      ['observe', { observe: fail }],
    ])('at %s', async (_case, options) => {
      const unhandled = await unhandledIn(async () => {
        expect(await send(createInMemoryRepositories(SENT), options)).toEqual(REPLAY)
      })
      expect(unhandled).toEqual([])
    })
  })

  test('makes the calls that find the facts, and neither consults nor judges', async () => {
    const calls: string[] = []
    const noting = (call: string) => {
      calls.push(call)
      return []
    }
    const rule = {
      name: 'noted',
      load: () => noting('load'),
      check: () => void noting('check'),
    }
    const options: PolicyOptions = {
      findMentions: () => noting('findMentions'),
      screen: () => noting('screen'),
      observe: () => void noting('observe'),
      rules: [rule],
    }
    expect(await send(createInMemoryRepositories(SENT), options)).toEqual(REPLAY)
    await settled()
    expect(calls).toEqual(['load'])
  })

  test('is returned though the evaluation has failed before', async () => {
    const repositories = intercepted<Repositories>(
      createInMemoryRepositories(SENT),
      async (call, _args, proceed) => {
        if (call !== LOOK) throw cause
        await settled()
        return proceed()
      },
    )
    const unhandled = await unhandledIn(async () => {
      expect(await send(repositories)).toEqual(REPLAY)
    })
    expect(unhandled).toEqual([])
  })
})

describe('an outage of the look', () => {
  const outageOf = (operation: string, why: unknown) =>
    expect.objectContaining({
      ...{ type: 'DependencyFailed', operation, cause: why, effect: 'none' },
    }) as unknown

  test('is returned without waiting for the evaluation', async () => {
    const repositories = intercepted<Repositories>(createInMemoryRepositories(NETWORK), (call) =>
      call === LOOK ? Promise.reject(cause) : never(),
    )
    expect(await send(repositories)).toEqual(err(outageOf('findInvitation', cause)))
  })

  test.each(Object.entries(failures))('that %s writes and observes nothing', async (_, fail) => {
    const store = createInMemoryRepositories(NETWORK)
    const repositories = { ...store, invitations: { ...store.invitations, findInvitation: fail } }
    let seen = 0
    const unhandled = await unhandledIn(async () => {
      const sent = await send(repositories, { observe: () => void (seen += 1) })
      expect(sent).toEqual(err(outageOf('findInvitation', cause)))
    })
    expect({ seen, unhandled }).toEqual({ seen: 0, unhandled: [] })
    expect(await storedIn(store)).toEqual(NOTHING)
  })

  test.each([
    ['after', 1, 2],
    ['before', 2, 1],
  ])('is returned if the evaluation fails too, which fails %s it', async (_, look, evaluation) => {
    const failingAfter = async (turns: number) => {
      for (let turn = 0; turn < turns; turn += 1) await settled()
      throw cause
    }
    const repositories = intercepted<Repositories>(createInMemoryRepositories(NETWORK), (call) =>
      failingAfter(call === LOOK ? look : evaluation),
    )
    const unhandled = await unhandledIn(async () => {
      expect(await send(repositories)).toEqual(err(outageOf('findInvitation', cause)))
      for (let turn = 0; turn < evaluation; turn += 1) await settled()
    })
    expect(unhandled).toEqual([])
  })

  test('is no outage of an evaluation, which is returned if there is no earlier try', async () => {
    const repositories = repositoriesWith('groups', 'findGroups', () => Promise.reject(cause))
    expect(await send(repositories)).toEqual(err(outageOf('findGroups', cause)))
  })
})
