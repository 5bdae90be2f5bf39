import { setTimeout as wait } from 'node:timers/promises'
import { SpanStatusCode } from '@opentelemetry/api'
import {
  AnswerService,
  defineRule,
  InvitationPolicy,
  InvitationService,
  type Repositories,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { beforeEach, describe, expect, test } from 'vitest'
import { SENT_NETWORK } from '../../../../test/support/answering.js'
import { aRequest, NOW } from '../../../../test/support/builders.js'
import { intercepted } from '../../../../test/support/intercepted.js'
import { NETWORK } from '../../../../test/support/network.js'
import { inSpan, markOutage, tracedPorts } from '../traced-ports.js'
import { namesOf, takeSpans, wavesOf } from './spans.js'

beforeEach(() => void takeSpans())

/** The policy and both services over traced ports that take a few milliseconds, in a request of the service. */
function tracedOver(network: Network = NETWORK, changes: Partial<Repositories> = {}) {
  const inMemory = { ...createInMemoryRepositories(network), ...changes }
  const slow = intercepted<Repositories>(inMemory, async (_, __, proceed) => {
    await wait(5)
    return proceed()
  })
  const repositories = tracedPorts(slow)
  const policy = new InvitationPolicy(repositories, { clock: () => NOW })
  return {
    policy,
    service: new InvitationService(policy, repositories),
    answers: new AnswerService(policy, repositories),
  }
}

/** The spans of the calls that were made within the request's span, and nowhere else. */
async function spansOf(call: () => unknown) {
  await inSpan('request', call)
  // After an outage the other calls of the wave still end.
  await wait(20)
  const spans = takeSpans()
  const request = spans.find(({ name }) => name === 'request')
  const calls = spans.filter((span) => span !== request)
  const { traceId, spanId } = request?.spanContext() ?? {}
  expect(new Set(calls.map((span) => span.spanContext().traceId))).toEqual(new Set([traceId]))
  expect(new Set(calls.map((span) => span.parentSpanContext?.spanId))).toEqual(new Set([spanId]))
  return { request, calls }
}

const DECISION = [
  'contacts.findContactsAmong',
  'groups.findGroups',
  'invitations.findClaims',
  'invitations.findRecentFingerprints',
  'memberships.findStandings',
  'preferences.findOptOuts',
  'profiles.findProfiles',
]

describe('the spans of one request', () => {
  test('that evaluates are the seven calls, side by side', async () => {
    const { policy } = tracedOver()
    const { calls } = await spansOf(async () => {
      expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
    })
    expect(wavesOf(calls)).toEqual([DECISION])
  })

  test('that sends are a look beside the decision, and one write', async () => {
    const { service } = tracedOver()
    const { calls } = await spansOf(async () => {
      expect((await service.send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(true)
    })
    expect(wavesOf(calls)).toEqual([
      [...DECISION, 'invitations.findInvitation'].sort(),
      ['invitations.commit'],
    ])
  })

  test('that prepares a delivery are a look, and everything else side by side', async () => {
    const { service } = tracedOver(SENT_NETWORK)
    const { calls } = await spansOf(async () => {
      const delivery = { deliveryId: 'i-1.email', invitationId: 'i-1', channel: 'email' } as const
      expect((await service.prepareDelivery(delivery)).isOk()).toBe(true)
    })
    expect(wavesOf(calls)).toEqual([
      ['invitations.findInvitation'],
      [
        'answers.findChanges',
        'contacts.findContactsAmong',
        'groups.findGroups',
        'groups.findGroups',
        'memberships.findStandings',
        'preferences.findOptOuts',
        'profiles.findProfiles',
        'profiles.findProfiles',
      ],
    ])
  })

  test('that accepts are a look, the facts, and one write', async () => {
    const { answers } = tracedOver(SENT_NETWORK)
    const { calls } = await spansOf(async () => {
      const accepted = await answers.accept({ invitationId: 'i-1', memberId: 'bernd' })
      expect(accepted.isOk()).toBe(true)
    })
    expect(wavesOf(calls)).toEqual([
      ['invitations.findInvitation'],
      [
        'answers.findChanges',
        'groups.findGroups',
        'memberships.findStandings',
        'profiles.findProfiles',
      ],
      ['answers.change'],
    ])
  })

  test('contain no word and no identifier of a member', async () => {
    const { service } = tracedOver()
    const { calls } = await spansOf(() => service.send(aRequest()))
    expect(calls).toHaveLength(8)
    for (const { name, attributes, events, links, status } of calls) {
      const [port, method] = name.split('.')
      expect(attributes).toEqual({ 'invitations.port': port, 'invitations.method': method })
      expect({ events, links, status }).toEqual({ events: [], links: [], status: { code: 0 } })
    }
  })

  test('that is held to a pace have one call more', async () => {
    const repositories = tracedPorts(createInMemoryRepositories(NETWORK))
    const pace = { burst: 1, every: { minutes: 72 } }
    const policy = new InvitationPolicy(repositories, { pace })
    const { calls } = await spansOf(() => policy.evaluate(aRequest()))
    expect(namesOf(calls).sort()).toEqual([...DECISION, 'invitations.findFreeAt'].sort())
  })

  test('have those of a driver as their children', async () => {
    const contacts = {
      findContactsAmong: () => inSpan('SELECT', () => new Set<string>()),
      findContactsOf: () => [],
    }
    const { policy } = tracedOver(NETWORK, { contacts })
    await policy.evaluate(aRequest())
    const spans = takeSpans()
    const idOf = (name: string) => spans.find((span) => span.name === name)?.spanContext().spanId
    const query = spans.find(({ name }) => name === 'SELECT')
    expect(query?.parentSpanContext?.spanId).toBe(idOf('contacts.findContactsAmong'))
  })

  test('stay apart from those of another request at the same time', async () => {
    const { policy } = tracedOver()
    await Promise.all(['one', 'two'].map((name) => inSpan(name, () => policy.evaluate(aRequest()))))
    const spans = takeSpans()
    for (const root of spans.filter(({ name }) => ['one', 'two'].includes(name))) {
      const { spanId } = root.spanContext()
      const children = spans.filter(({ parentSpanContext }) => parentSpanContext?.spanId === spanId)
      expect(namesOf(children).sort()).toEqual(DECISION)
    }
  })

  test('also have what a custom rule loads, and what screens, if they are wrapped', async () => {
    const rule = defineRule({
      name: 'blocks',
      load: () => inSpan('blocks.load', () => new Set<string>()),
      check: () => undefined,
    })
    const policy = new InvitationPolicy(createInMemoryRepositories(NETWORK), {
      rules: [rule],
      screen: () => inSpan('screen', () => []),
    })
    const { calls } = await spansOf(() => policy.evaluate(aRequest()))
    expect(namesOf(calls)).toEqual(['blocks.load', 'screen'])
  })
})

describe('an outage', () => {
  const cause = Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' })

  test.each([
    [
      'thrown',
      () => {
        throw cause
      },
    ],
    ['rejected', () => Promise.reject(cause)],
  ])('that is %s fails its span, and that of the request', async (_, findContactsAmong) => {
    const contacts = { findContactsAmong, findContactsOf: () => [] }
    const { service } = tracedOver(NETWORK, { contacts })
    const { request, calls } = await spansOf(async () => {
      const sent = await service.send(aRequest()).orTee(markOutage)
      expect(sent).toMatchObject({ error: { dependency: 'contacts' } })
      // Not another one that says the same.
      expect(sent).toHaveProperty('error.cause', cause)
    })
    expect(calls).toHaveLength(7)
    const failed = calls.filter(({ status }) => status.code !== SpanStatusCode.UNSET)
    expect(namesOf(failed)).toEqual(['contacts.findContactsAmong'])
    expect(failed[0]?.status.code).toBe(SpanStatusCode.ERROR)
    expect(failed[0]?.events).toMatchObject([
      {
        name: 'exception',
        attributes: { 'exception.message': 'connection refused', 'exception.type': 'ECONNREFUSED' },
      },
    ])
    expect(request?.status).toEqual({
      code: SpanStatusCode.ERROR,
      message: 'contacts.findContactsAmong failed',
    })
  })

  test('that is a wrong answer fails the span of the request alone', async () => {
    const contacts = { findContactsAmong: () => [] as never, findContactsOf: () => [] }
    const { service } = tracedOver(NETWORK, { contacts })
    const { request, calls } = await spansOf(() => service.send(aRequest()).orTee(markOutage))
    expect(calls.every(({ status }) => status.code === SpanStatusCode.UNSET)).toBe(true)
    expect(request?.status.code).toBe(SpanStatusCode.ERROR)
  })

  test('is not what a denial is', async () => {
    const { service } = tracedOver()
    const { request } = await spansOf(() =>
      service.send(aRequest({ recipientId: 'dora' })).orTee(markOutage),
    )
    expect(request?.status.code).toBe(SpanStatusCode.UNSET)
  })

  test('repeats nothing that was thrown without being an error', async () => {
    const thrown = { text: 'Lieber Bernd' }
    await expect(inSpan('screen', () => Promise.reject(thrown))).rejects.toBe(thrown)
    expect(takeSpans()[0]?.events).toMatchObject([
      { attributes: { 'exception.message': 'object' } },
    ])
  })
})

describe('traced ports', () => {
  class Store {
    #groupIds = ['chess']
    optional?: () => string[]
    label = 'main'
    async findGroupsOf() {
      return Promise.resolve(this.#groupIds)
    }
    findNow() {
      return this.#groupIds
    }
  }

  test('call a method on its port, whose answer they await', async () => {
    const { memberships } = tracedPorts({ memberships: new Store() })
    expect(await memberships.findGroupsOf()).toEqual(['chess'])
    expect(await Promise.resolve(memberships.findNow())).toEqual(['chess'])
    expect(namesOf(takeSpans())).toEqual(['memberships.findGroupsOf', 'memberships.findNow'])
  })

  test('have what the ports have, and nothing else', () => {
    const ports = {
      memberships: new Store(),
      invitations: { findClaims: () => [] },
      answers: undefined,
    }
    const traced = tracedPorts(ports)
    expect(Object.keys(traced)).toEqual(['memberships', 'invitations', 'answers'])
    expect(traced.answers).toBe(undefined)
    expect('findFreeAt' in traced.invitations).toBe(false)
    expect(Reflect.get(traced.invitations, 'findFreeAt')).toBe(undefined)
    expect('findClaims' in traced.invitations).toBe(true)
    expect('findGroupsOf' in traced.memberships).toBe(true)
    expect('optional' in traced.memberships).toBe(true)
    expect(traced.memberships.optional).toBe(undefined)
    expect(traced.memberships.label).toBe('main')
    expect(traced.memberships).toBeInstanceOf(Store)
    expect(Reflect.get(traced.invitations, 'toString')).toBe(Reflect.get({}, 'toString'))
    expect(Object.keys({ ...traced.invitations })).toEqual(['findClaims'])
  })

  test('may be frozen, or have ports by getters of a class', async () => {
    class Ports {
      get memberships() {
        return Object.freeze({ findGroupsOf: () => ['chess'] })
      }
    }
    const traced = tracedPorts(Object.freeze(new Ports()))
    expect(await Promise.resolve(traced.memberships.findGroupsOf())).toEqual(['chess'])
    expect(namesOf(takeSpans())).toEqual(['memberships.findGroupsOf'])
  })

  test('leave the functions beside the ports as they are', async () => {
    const repositories = tracedPorts(createInMemoryRepositories(NETWORK))
    expect(repositories.pendingDeliveries()).toEqual([])
    await repositories.invitations.findInvitation('i-1')
    expect(namesOf(takeSpans())).toEqual(['invitations.findInvitation'])
  })

  test('are spans even before a request has one', async () => {
    await tracedPorts(createInMemoryRepositories(NETWORK)).groups.findGroups(['chess'])
    expect(takeSpans()[0]?.parentSpanContext).toBe(undefined)
  })
})
