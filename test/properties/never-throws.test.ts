import {
  AnswerService,
  choiceForInviter,
  type ContactChoice,
  defineRule,
  forInviter,
  forRecipient,
  InvitationPolicy,
  InvitationService,
  type PolicyOptions,
  type Repositories,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { invitationDraftSchema } from 'group-invitations/form'
import { toProblemDetails } from 'group-invitations/http'
import { de, en } from 'group-invitations/messages'
import fc from 'fast-check'
import type { Result, ResultAsync } from 'neverthrow'
import { expect, test } from 'vitest'
import { anyValue } from '../support/any-value.js'
import { aClaim, after, aProfile, aRequest, NOW, someFacts } from '../support/builders.js'
import { placesIn, replaced } from '../support/replaced.js'
import { runs } from '../support/runs.js'

const request = { ...aRequest(), reference: { field: 'haves', entry: 'TypeScript' } }
const invitation = {
  ...{ ...request, invitationId: 'i-1', sentAt: after(NOW, -1000) },
  repeatableAt: after(NOW, 1000),
}
const change = {
  ...{ invitationId: 'i-1', status: 'Declined', changedAt: NOW },
  changedBy: { memberId: 'bernd' },
}
const profile = aProfile({ wants: ['Schach'], other: ['Elbwerk'], givenName: 'Bernd' })

/** All that comes from outside, as one tree: every position in it may hold anything. */
const outside = {
  request,
  groups: { inviterId: 'anna', recipientId: 'bernd' },
  contacts: { inviterId: 'anna', groupId: 'typescript-hamburg', contactIds: ['bernd'] },
  sending: { invitationId: 'i-1' },
  sent: invitation,
  delivery: { deliveryId: 'i-1.email', invitationId: 'i-1', channel: 'email' },
  memberId: 'bernd',
  optOut: { inviterId: 'anna' },
  answering: { invitationId: 'i-1', memberId: 'bernd' },
  withdrawal: { invitationId: 'i-1', network: 'member-erased' },
  page: { before: 'i-2', limit: 1 },
  answers: {
    findStandings: new Map([['typescript-hamburg', new Map([['anna', 'member']])]]),
    findGroupsOf: ['typescript-hamburg'],
    findProfiles: new Map([
      ['anna', aProfile()],
      ['bernd', profile],
    ]),
    findOptOuts: new Map([['bernd', [{ inviterId: 'clara' }, { groupId: 'chess' }]]]),
    setOptOut: undefined,
    findContactsAmong: new Set(['bernd']),
    findContactsOf: ['bernd'],
    findGroups: new Map([['typescript-hamburg', { name: 'TypeScript', url: 'https://e.example' }]]),
    findClaims: new Map([['bernd', aClaim(after(NOW, -1))]]),
    findRecentFingerprints: [
      { recipientId: 'clara', textFingerprint: fingerprintText('Hallo!', profile) },
    ],
    findInvitation: invitation,
    findFreeAt: after(NOW, 1),
    commit: { type: 'PairTaken', claim: aClaim(after(NOW, 1)) },
    findChanges: new Map([['i-1', change]]),
    findInvitationsOf: [invitation, { ...invitation, invitationId: 'i-0' }],
    change: { type: 'Changed', standing: 'pending' },
  },
  clock: NOW,
  evidence: [{ category: 'spam', term: 'gratis', index: 0, field: 'subject', certainty: 'sure' }],
  mentions: [{ field: 'haves', entry: 'TypeScript' }],
  loaded: 1,
  denial: { type: 'QuotaUsedUp', left: 0 },
  observed: undefined,
  facts: { ...someFacts({ claim: aClaim(NOW), inviterFreeAt: NOW }), mentions: [], evidence: [] },
}
type Outside = { readonly [Part in keyof typeof outside]: unknown } & {
  readonly answers: { readonly [Method in keyof typeof outside.answers]: unknown }
}

/** The same, but nothing is stored under the identifier: what is sent is evaluated and committed. */
const fresh = { ...outside, answers: { ...outside.answers, findInvitation: undefined } }
const taken = {
  ...fresh,
  answers: { ...fresh.answers, commit: { type: 'IdTaken', invitation } },
}
/** The same, but the inviter was faster than the pace in the meantime. */
const tooFast = {
  ...fresh,
  answers: { ...fresh.answers, commit: { type: 'PaceTaken', freeAt: after(NOW, 60_001) } },
}
/** The same, but somebody else was faster. */
const overtaken = {
  ...outside,
  answers: {
    ...outside.answers,
    findChanges: new Map(),
    change: { type: 'NotChanged', change: { ...change, status: 'Accepted' } },
  },
}
const worlds: readonly Outside[] = [outside, fresh, taken, tooFast, overtaken]
const ANSWERS = Object.keys(outside).indexOf('answers')
/** Every position but the tree itself, and its list of answers. */
const spots = worlds.flatMap((world) =>
  placesIn(world)
    .filter((place) => place.length > (place[0] === ANSWERS ? 1 : 0))
    .map((place) => ({ world, place })),
)

/** How an answer is given. */
type Manner = 'returned' | 'promised' | 'thrown' | 'rejected'
const manners = ['returned', 'promised', 'thrown', 'rejected'] as const

function answered(answer: unknown, manner: Manner): unknown {
  if (manner === 'thrown') throw answer
  if (manner === 'rejected') return Promise.reject(answer)
  return manner === 'promised' ? Promise.resolve(answer) : answer
}

/** Each answer that is not the usual one, and how it was given: `commit thrown`. */
const given = new Set<string>()

/** A function that gives an answer: the usual one at once, one that was spoilt in its manner. */
function giver(name: string, answer: unknown, usual: unknown, manner: Manner) {
  return () => {
    if (answer === usual) return answer
    given.add(`${name} ${manner}`)
    return answered(answer, manner)
  }
}

function repositoriesOf({ answers }: Outside, base: Outside, manner: Manner): Repositories {
  const give = (method: keyof Outside['answers']) =>
    giver(method, answers[method], base.answers[method], manner)
  const repositories = {
    memberships: { findStandings: give('findStandings'), findGroupsOf: give('findGroupsOf') },
    profiles: { findProfiles: give('findProfiles') },
    preferences: { findOptOuts: give('findOptOuts'), setOptOut: give('setOptOut') },
    contacts: {
      findContactsAmong: give('findContactsAmong'),
      findContactsOf: give('findContactsOf'),
    },
    groups: { findGroups: give('findGroups') },
    invitations: {
      findClaims: give('findClaims'),
      findRecentFingerprints: give('findRecentFingerprints'),
      findFreeAt: give('findFreeAt'),
      findInvitation: give('findInvitation'),
      commit: give('commit'),
    },
    answers: {
      findChanges: give('findChanges'),
      findInvitationsOf: give('findInvitationsOf'),
      change: give('change'),
    },
  }
  return untyped(repositories)
}

function optionsOf(world: Outside, base: Outside, manner: Manner): PolicyOptions<readonly []>[] {
  const give = (name: keyof Outside) => giver(name, world[name], base[name], manner)
  const clock = give('clock')
  const rules = [
    defineRule({ name: 'quotaIsLeft', load: give('loaded'), check: untyped(give('denial')) }),
  ]
  const observe = give('observed')
  const pace = { burst: 2, every: { minutes: 1 } }
  return untyped([
    { clock, rules, screen: give('evidence'), pace },
    { clock, findMentions: give('mentions'), observe },
    { clock, loadFacts: give('facts'), rules, pace, observe },
  ])
}

interface Question {
  readonly ask: () => ResultAsync<unknown, { readonly type: string }>
  /** Discloses the answer to the inviter or the recipient, and puts it into words. */
  readonly disclose?: (answer: Result<unknown, unknown>) => void
}

/** Everything that one can ask, over all that is outside. */
function questions(world: Outside, base: Outside, manner: Manner): Question[] {
  const repositories = repositoriesOf(world, base, manner)
  return optionsOf(world, base, manner).flatMap((options) => {
    const policy = new InvitationPolicy(repositories, options)
    const service = new InvitationService(policy, repositories)
    const answers = new AnswerService(policy, repositories)
    const { answering, withdrawal, page } = world
    return [
      { ask: () => policy.evaluate(untyped(world.request)), disclose: discloseVerdict },
      { ask: () => policy.groupsFor(untyped(world.groups)), disclose: discloseChoices },
      { ask: () => policy.contactsFor(untyped(world.contacts)), disclose: discloseChoices },
      {
        ask: () => policy.contactsFor({ inviterId: 'anna', groupId: 'typescript-hamburg' }),
        disclose: discloseChoices,
      },
      {
        ask: () => service.send(untyped(world.request), untyped(world.sending)),
        disclose: discloseVerdict,
      },
      { ask: () => policy.recheck(untyped(world.sent)) },
      { ask: () => service.prepareDelivery(untyped(world.delivery)) },
      {
        ask: () => service.optOut(untyped(world.memberId), untyped(world.optOut)),
        disclose: discloseToRecipient,
      },
      {
        ask: () => service.optIn(untyped(world.memberId), untyped(world.optOut)),
        disclose: discloseToRecipient,
      },
      { ask: () => answers.accept(untyped(answering)), disclose: discloseToRecipient },
      { ask: () => answers.decline(untyped(answering)), disclose: discloseToRecipient },
      { ask: () => answers.withdraw(untyped(answering)), disclose: discloseVerdict },
      { ask: () => answers.withdraw(untyped(withdrawal)), disclose: discloseVerdict },
      {
        ask: () => answers.received(untyped(world.memberId), untyped(page)),
        disclose: discloseToRecipient,
      },
      { ask: () => answers.sent(untyped('anna'), untyped(page)), disclose: discloseVerdict },
    ]
  })
}

/** As anything: the types do not allow what is tried here. */
const untyped = (value: unknown) => value as never

function discloseVerdict(answer: Result<unknown, unknown>) {
  if (answer.isOk()) return
  const disclosed = forInviter(untyped(answer.error))
  for (const words of [de, en]) words.describe(disclosed)
  toProblemDetails(disclosed)
}

function discloseToRecipient(answer: Result<unknown, unknown>) {
  if (answer.isOk()) return
  const disclosed = forRecipient(untyped(answer.error))
  for (const words of [de, en]) words.describe(disclosed)
  toProblemDetails(disclosed)
}

function discloseChoices(answer: Result<unknown, unknown>) {
  if (answer.isErr()) return
  for (const choice of untyped(answer.value) as ContactChoice[])
    en.describe(choiceForInviter(choice))
}

const errors = [
  ...['InvalidRequest', 'InvitationDenied', 'DependencyFailed', 'InvitationIdReused'],
  ...['InvitationNotFound', 'DeliveryCancelled', 'InvitationWithdrawn', 'InvitationAccepted'],
  ...['InvitationExpired', 'GroupNotFound', 'RecipientBanned'],
]

/** Every question is answered, by a value or an error of a known type. */
async function expectAnswers(spoilt: Outside, base: Outside, manner: Manner): Promise<void> {
  for (const { ask, disclose } of questions(spoilt, base, manner)) {
    const answer = await ask()
    if (answer.isErr()) expect(errors).toContain(answer.error.type)
    disclose?.(answer)
  }
}

test(`nothing that is awaited throws or rejects, whatever stands in ${spots.length} positions`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...spots),
      anyValue(),
      fc.constantFrom(...manners),
      async ({ world, place }, make, manner) => {
        await expectAnswers(replaced(world, place, make()) as Outside, world, manner)
      },
    ),
    // One that waits for ever fails as well.
    { ...runs(3_000), timeout: 20_000 },
  )
})

test('each dependency is called, in whatever manner it answers', async () => {
  given.clear()
  const wholes = spots.filter(({ place }) => place.length === (place[0] === ANSWERS ? 2 : 1))
  for (const { world, place } of wholes) {
    for (const manner of manners) {
      await expectAnswers(replaced(world, place, 0) as Outside, world, manner)
    }
  }
  const answers = [...Object.keys(outside.answers), 'clock', 'evidence', 'mentions', 'loaded']
  const all = [...answers, 'denial', 'observed', 'facts'].flatMap((name) =>
    manners.map((manner) => `${name} ${manner}`),
  )
  expect([...given].sort()).toEqual(all.sort())
})

test('the schema of a draft throws at no value', () => {
  fc.assert(
    fc.property(fc.constantFrom(...placesIn(request)), anyValue(), (place, make) => {
      const result = invitationDraftSchema['~standard'].validate(replaced(request, place, make()))
      expect(Object.keys(result)).toHaveLength(1)
    }),
    runs(3_000),
  )
})
