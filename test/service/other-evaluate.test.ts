import { InvitationPolicy, type InvitationRequest, InvitationService } from 'group-invitations'
import { createInMemoryRepositories, type InMemoryRepositories } from 'group-invitations/memory'
import { describe, expect, test } from 'vitest'
import { aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'
import { NOTHING, ONLY_I1, sentAs, storedIn } from '../support/sending.js'
import { unhandledIn } from '../support/unhandled-in.js'

/** Notes each request that is evaluated. */
type Note = (request: InvitationRequest) => void

/** How a service may put another `evaluate` in the place of the policy's own. */
const WAYS: Readonly<Record<string, (policy: InvitationPolicy, note: Note) => InvitationPolicy>> = {
  'a proxy': (policy, note) =>
    new Proxy(policy, {
      get(target, key, receiver) {
        if (key !== 'evaluate') return Reflect.get(target, key, receiver) as unknown
        return (request: InvitationRequest) => {
          note(request)
          return target.evaluate(request)
        }
      },
    }),
  'a method of the object': (policy, note) => {
    const evaluate = policy.evaluate.bind(policy)
    return Object.assign(policy, {
      evaluate: (request: InvitationRequest) => {
        note(request)
        return evaluate(request)
      },
    })
  },
  'an object that inherits': (policy, note) =>
    Object.assign(Object.create(policy) as InvitationPolicy, {
      evaluate: (request: InvitationRequest) => {
        note(request)
        return policy.evaluate(request)
      },
    }),
  'another object': (policy, note) => ({
    evaluate: (request) => {
      note(request)
      return policy.evaluate(request)
    },
    groupsFor: (request) => policy.groupsFor(request),
    contactsFor: (request) => policy.contactsFor(request),
    recheck: (invitation) => policy.recheck(invitation),
    now: () => policy.now(),
  }),
}

/** A service whose policy has another `evaluate`; what was evaluated and observed; and the calls. */
function serviceBy(
  way: (policy: InvitationPolicy, note: Note) => InvitationPolicy,
  store: InMemoryRepositories,
  fail?: () => never,
) {
  const { repositories, calls } = recorded(store)
  const evaluated: InvitationRequest[] = []
  let observed = 0
  const observe = () => {
    observed += 1
    fail?.()
  }
  const policy = new InvitationPolicy(repositories, { clock: () => NOW, observe })
  const note: Note = (request) => void evaluated.push(request)
  const service = new InvitationService(way(policy, note), repositories)
  return { service, evaluated, calls, observed: () => observed }
}

describe.each(Object.entries(WAYS))('an evaluate of the service, by %s', (_, way) => {
  const options = { invitationId: 'i-1' }
  const text = `${aRequest().text}\r\n`

  test('is called once for a sending, after the look, with the request as it was given', async () => {
    const store = createInMemoryRepositories(NETWORK)
    const { service, evaluated, calls, observed } = serviceBy(way, store)
    const sent = await service.send(aRequest({ text }), options)
    expect(sent._unsafeUnwrap()).toMatchObject({ invitation: sentAs('i-1'), replayed: false })
    expect(evaluated).toEqual([aRequest({ text })])
    expect(calls.map(([call]) => call)).toHaveLength(9)
    expect(calls[0]).toEqual(['invitations.findInvitation', 'i-1'])
    expect(observed()).toBe(1)
    expect(await storedIn(store)).toEqual(ONLY_I1)
  })

  test('is called once without an identifier', async () => {
    const store = createInMemoryRepositories(NETWORK)
    const { service, evaluated, observed } = serviceBy(way, store)
    expect((await service.send(aRequest())).isOk()).toBe(true)
    expect(evaluated).toEqual([aRequest()])
    expect(observed()).toBe(1)
  })

  test('is called once for what is denied', async () => {
    const store = createInMemoryRepositories(NETWORK)
    const { service, evaluated, observed } = serviceBy(way, store)
    const denied = await service.send(aRequest({ text: '' }), options)
    expect(denied._unsafeUnwrapErr()).toMatchObject({ denials: [{ type: 'TextEmpty' }] })
    expect([evaluated.length, observed()]).toEqual([1, 1])
    expect(await storedIn(store)).toEqual(NOTHING)
  })

  test('is not called for a replay, nor after an outage of the look', async () => {
    const invitations = [{ ...aRequest(), invitationId: 'i-1', sentAt: NOW }]
    const store = createInMemoryRepositories({ ...NETWORK, invitations })
    const replaying = serviceBy(way, store)
    const replay = await replaying.service.send(aRequest(), options)
    expect(replay._unsafeUnwrap()).toMatchObject({ invitation: sentAs('i-1'), replayed: true })
    expect([replaying.evaluated.length, replaying.observed()]).toEqual([0, 0])

    const findInvitation = () => Promise.reject(new Error('down'))
    const down = { ...store, invitations: { ...store.invitations, findInvitation } }
    const failing = serviceBy(way, down)
    expect((await failing.service.send(aRequest(), options))._unsafeUnwrapErr()).toMatchObject({
      type: 'DependencyFailed',
      operation: 'findInvitation',
    })
    expect(failing.evaluated).toEqual([])
  })

  test('writes nothing if it fails, and does not look again', async () => {
    const store = createInMemoryRepositories(NETWORK)
    const { service, calls } = serviceBy(way, store, () => {
      throw new Error('disk full')
    })
    expect((await service.send(aRequest(), options))._unsafeUnwrapErr()).toMatchObject({
      type: 'DependencyFailed',
      dependency: 'observe',
    })
    expect(calls.filter(([call]) => call === 'invitations.findInvitation')).toHaveLength(1)
    expect(await storedIn(store)).toEqual(NOTHING)
  })
})

test('an evaluate that is patched into every policy is called too', async () => {
  const prototype = Object.getPrototypeOf(
    new InvitationPolicy(createInMemoryRepositories(NETWORK)),
  ) as InvitationPolicy
  const own = Object.getOwnPropertyDescriptor(prototype, 'evaluate') as PropertyDescriptor
  const evaluated: InvitationRequest[] = []
  Object.defineProperty(prototype, 'evaluate', {
    ...own,
    value(this: InvitationPolicy, request: InvitationRequest) {
      evaluated.push(request)
      return (own.value as InvitationPolicy['evaluate']).call(this, request)
    },
  })
  const store = createInMemoryRepositories(NETWORK)
  const service = new InvitationService(new InvitationPolicy(store), store)
  const sent = await service.send(aRequest(), { invitationId: 'i-1' })
  Object.defineProperty(prototype, 'evaluate', own)
  expect(sent.isOk()).toBe(true)
  expect(evaluated).toEqual([aRequest()])
})

test('an evaluate that cannot be got fails the sending, beside any outage of the look', async () => {
  const store = createInMemoryRepositories(NETWORK)
  const findInvitation = () => Promise.reject(new Error('down'))
  let isMade = false
  const policy = new Proxy(new InvitationPolicy(store), {
    get(target, key, receiver) {
      if (isMade && key === 'evaluate') throw new Error('gone')
      return Reflect.get(target, key, receiver) as unknown
    },
  })
  const service = new InvitationService(policy, store)
  const failing = new InvitationService(policy, {
    ...store,
    invitations: { ...store.invitations, findInvitation },
  })
  isMade = true
  const unhandled = await unhandledIn(async () => {
    for (const one of [service, failing]) {
      const sent = await one.send(aRequest(), { invitationId: 'i-1' })
      expect(sent._unsafeUnwrapErr()).toMatchObject({ type: 'DependencyFailed', effect: 'none' })
    }
  })
  expect(unhandled).toEqual([])
  expect(await storedIn(store)).toEqual(NOTHING)
})
