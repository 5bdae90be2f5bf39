import {
  type AnsweredInvitation,
  type AnswerFacts,
  AnswerService,
  decideAnswer,
  type Invitation,
  InvitationPolicy,
  InvitationService,
  type Standing,
  type StatusOrOpen,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyValue } from '../support/any-value.js'
import { after, anInviter, aRequest, NOW } from '../support/builders.js'
import { placesIn, replaced } from '../support/replaced.js'
import { runs } from '../support/runs.js'

const END = after(NOW, 1000)
const invitation: Invitation = {
  ...{ ...aRequest({ groupId: 'chess' }), invitationId: 'i-1' },
  ...{ sentAt: NOW, repeatableAt: END },
}

const actions = ['accept', 'decline', 'withdraw'] as const
const standing = fc.constantFrom<Standing | undefined>(
  ...(['member', 'moderator', 'pending', 'banned', undefined] as const),
)
const actor = fc.constantFrom(
  ...['anna', 'bernd', 'clara', 'dora'].map((memberId) => ({ memberId })),
  { network: 'member-erased' },
)
const instant = fc.integer({ min: -2, max: 2 }).map((later) => after(END, later))

const facts: fc.Arbitrary<AnswerFacts> = fc.record({
  now: instant,
  change: fc.option(
    fc.record({
      invitationId: fc.constant('i-1'),
      status: fc.constantFrom('Declined', 'Accepted', 'Withdrawn'),
      changedAt: instant,
      changedBy: actor,
    }),
    { nil: undefined },
  ),
  group: fc.option(
    fc.record({
      name: fc.constant('Schach'),
      admission: fc.constantFrom('open', 'approval', undefined),
    }),
    { nil: undefined },
  ),
  inviterProfile: fc.option(fc.constant(anInviter()), { nil: undefined }),
  ...{ inviterStanding: standing, recipientStanding: standing, actorStanding: standing },
})

test('the same facts give the same answer, and are left as they were', () => {
  fc.assert(
    fc.property(fc.constantFrom(...actions), actor, facts, (action, by, known) => {
      const before = structuredClone([invitation, by, known])
      const first = decideAnswer(action, invitation, by, known)
      expect([invitation, by, known]).toEqual(before)
      expect(decideAnswer(action, invitation, by, known)).toEqual(first)
      const [same, sameBy, sameFacts] = structuredClone([invitation, by, known] as const)
      expect(decideAnswer(action, same, sameBy, sameFacts)).toEqual(first)
    }),
    runs(1_000),
  )
})

/** All that a caller hands over, as one tree. */
const handedOver = {
  answer: { invitationId: 'i-1', memberId: 'bernd' },
  ofNetwork: { invitationId: 'i-1', network: 'member-erased' },
  memberId: 'bernd',
  page: { before: 'i-1', limit: 10 },
  optOut: { inviterId: 'anna' },
  ofGroup: { groupId: 'chess' },
}
type HandedOver = { readonly [Part in keyof typeof handedOver]: unknown }
const places = placesIn(handedOver).filter((place) => place.length > 0)

/** As anything: the types do not allow what is tried here. */
const untyped = (value: unknown) => value as never

test('nothing throws or rejects, whatever a caller hands over', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), anyValue(), async (place, make) => {
      const given = replaced(handedOver, place, make()) as HandedOver
      const store = aStore('open')
      const policy = new InvitationPolicy(store, { clock: () => NOW })
      const service = new AnswerService(policy, store)
      const invitations = new InvitationService(policy, store)
      const results = await Promise.all([
        ...actions.map((action) => service[action](untyped(given.answer))),
        ...actions.map((action) => service[action](untyped(given.ofNetwork))),
        ...[given.page, undefined].flatMap((page) => [
          service.received(untyped(given.memberId), untyped(page)),
          service.sent(untyped(given.memberId), untyped(page)),
        ]),
        ...[given.optOut, given.ofGroup, undefined].flatMap((optOut) => [
          invitations.optOut(untyped(given.memberId), untyped(optOut)),
          invitations.optIn(untyped(given.memberId), untyped(optOut)),
        ]),
      ])
      const types = results.flatMap((result) => (result.isErr() ? [result.error.type] : []))
      for (const type of types) expect(ERRORS).toContain(type)
    }),
    { ...runs(400), timeout: 20_000 },
  )
})

const ERRORS = [
  ...['InvalidRequest', 'InvitationNotFound', 'InvitationWithdrawn', 'InvitationAccepted'],
]

test('decideAnswer throws nothing but a TypeError', () => {
  const known: AnswerFacts = {
    ...{ now: NOW, group: { name: 'Schach' }, inviterProfile: anInviter() },
    change: {
      ...{ invitationId: 'i-1', status: 'Declined', changedAt: NOW },
      changedBy: { memberId: 'bernd' },
    },
    ...{ inviterStanding: 'member', recipientStanding: undefined, actorStanding: 'moderator' },
  }
  const plain = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
  })
  const all = { action: 'accept', actor: { memberId: 'bernd' }, known }
  fc.assert(
    fc.property(fc.constantFrom(...placesIn(all).slice(1)), plain, (place, value) => {
      const given = replaced(all, place, value) as { readonly [Part in keyof typeof all]: unknown }
      try {
        decideAnswer(untyped(given.action), invitation, untyped(given.actor), untyped(given.known))
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError)
      }
    }),
    runs(1_000),
  )
})

function aStore(admission: 'open' | 'approval') {
  return createInMemoryRepositories({
    members: ['anna', 'bernd', 'clara', 'dora'].map((memberId) => ({
      ...{ memberId, displayName: memberId },
    })),
    groups: [{ groupId: 'chess', name: 'Schach', admission, standings: { anna: 'member' } }],
    invitations: [{ ...invitation, reference: undefined }],
  })
}

/** What happens: somebody answers, a standing changes, or a clock of another instance shows another time. */
type Step =
  | { readonly action: (typeof actions)[number]; readonly by: string }
  | { readonly action: 'set'; readonly who: string; readonly to: Standing | undefined }
  | { readonly action: 'move'; readonly now: Date }

const member = fc.constantFrom('anna', 'bernd', 'clara', 'dora')
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      action: fc.constantFrom(...actions),
      by: fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom('anna', 'bernd', 'bernd', 'network') },
        member,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ action: fc.constant('set'), who: member, to: standing }) },
  { weight: 1, arbitrary: fc.record({ action: fc.constant('move'), now: instant }) },
)

/** The life of an invitation, in a few lines. */
interface Model {
  status: StatusOrOpen
  now: Date
  readonly standings: Map<string, Standing | undefined>
}

/** What an answer leads to, as a type of error, `replayed`, or the new status, which the model then has. */
function answer(model: Model, action: string, by: string, isOpenGroup: boolean): string {
  const { standings, status, now } = model
  const isRecipient = by === 'bernd'
  const mayWithdraw = by === 'anna' || by === 'network' || standings.get(by) === 'moderator'
  // Without a member nobody accepts or declines.
  if (by === 'network' && action !== 'withdraw') return 'InvalidRequest'
  if (!(action === 'withdraw' ? mayWithdraw : isRecipient)) return 'InvitationNotFound'
  if (action === 'accept') {
    if (status === 'Withdrawn') return 'InvitationWithdrawn'
    if (status === 'Accepted') return 'replayed'
    if (+now >= +END) return 'InvitationExpired'
    const before = standings.get('bernd')
    if (before === 'banned') return 'RecipientBanned'
    const isWide = isOpenGroup || standings.get('anna') === 'moderator'
    if (before === undefined) standings.set('bernd', isWide ? 'member' : 'pending')
    if (before === 'pending' && isWide) standings.set('bernd', 'member')
    return (model.status = 'Accepted')
  }
  if (status === 'Accepted') return 'InvitationAccepted'
  if (status === 'Withdrawn') return 'replayed'
  if (action === 'withdraw') return (model.status = 'Withdrawn')
  if (status === 'Declined') return 'replayed'
  return (model.status = 'Declined')
}

const FORWARD = ['Open', 'Declined', 'Accepted Withdrawn']
const placeOf = (status: string) => FORWARD.findIndex((statuses) => statuses.includes(status))

test('whoever does what and when, the status goes on, and a replay is the first result', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 25 }),
      fc.constantFrom('open', 'approval'),
      async (steps, admission) => {
        const store = aStore(admission)
        const model: Model = { status: 'Open', now: NOW, standings: new Map([['anna', 'member']]) }
        const policy = new InvitationPolicy(store, { clock: () => model.now })
        const service = new AnswerService(policy, store)
        let first: AnsweredInvitation | undefined
        let status: string = 'Open'
        for (const each of steps) {
          if (each.action === 'move') model.now = each.now
          else if (each.action === 'set') {
            store.setStanding('chess', each.who, each.to)
            model.standings.set(each.who, each.to)
          } else {
            const { action, by } = each
            const expected = answer(model, action, by, admission === 'open')
            const actor = by === 'network' ? { network: 'erased' } : { memberId: by }
            const result = await service[action](untyped({ invitationId: 'i-1', ...actor }))
            const found = result.match(
              (answered) => (answered.replayed ? 'replayed' : answered.status),
              ({ type }) => type,
            )
            expect(found).toBe(expected)
            seen.add(`${action} ${found}`)
            if (result.isOk()) {
              const { standing: isNow, ...others } = result.value
              first ??= result.value
              if (!result.value.replayed) first = result.value
              const { standing: _then, ...same } = first
              expect(others).toEqual({ ...same, replayed: result.value.replayed })
              const bernd = model.standings.get('bernd')
              expect(isNow).toBe(action === 'accept' ? bernd : undefined)
            }
          }
          const changes = await store.answers.findChanges(['i-1'])
          const now = changes.get('i-1')?.status ?? 'Open'
          expect(now).toBe(model.status)
          const isEnd = placeOf(status) === 2
          expect(isEnd ? now === status : placeOf(now) >= placeOf(status)).toBe(true)
          status = now
          const inChess = await store.memberships.findStandings(['chess'], ['anna', 'bernd'])
          for (const memberId of ['anna', 'bernd'])
            expect(inChess.get('chess')?.get(memberId)).toBe(model.standings.get(memberId))
        }
      },
    ),
    runs(600),
  )
  expect([...seen].sort()).toEqual(EVERYTHING.sort())
})

/** Everything that an action may lead to here, where the group and the text stay. */
const EVERYTHING = [
  ...['Accepted', 'replayed', 'InvitationExpired', 'InvitationWithdrawn', 'RecipientBanned'].map(
    (found) => `accept ${found}`,
  ),
  ...['Declined', 'replayed', 'InvitationAccepted'].map((found) => `decline ${found}`),
  ...['Withdrawn', 'replayed', 'InvitationAccepted'].map((found) => `withdraw ${found}`),
  ...['accept', 'decline'].map((action) => `${action} InvalidRequest`),
  ...actions.map((action) => `${action} InvitationNotFound`),
]
