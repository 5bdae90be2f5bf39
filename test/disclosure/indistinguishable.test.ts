import {
  choiceForInviter,
  defineRule,
  forInviter,
  InvitationPolicy,
  type PolicyRepositories,
  type PrivateDenial,
  type Route,
  type Standing,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { describe, expect, test } from 'vitest'
import { aClaim, after, aProfile, NOW } from '../support/builders.js'
import { recorded } from '../support/recorded.js'

/** All that could make a difference to whether Anna may invite Bernd. */
interface World {
  inviter: Standing | undefined
  route: Route
  isContact: boolean
  isTaken: boolean
  text: string
  // What of these makes no difference to the answer is for the recipient and the group alone to know.
  exists: boolean
  hasOptedOut: boolean
  recipient: Standing | undefined
  isBlocked: boolean
}

const COPY =
  'Lieber Bernd, wir treffen uns jeden ersten Montag im Monat im Hafen und reden über TypeScript.'
const texts = [
  'Lieber Bernd, du bietest TypeScript an.',
  'Hallo zusammen, kommt doch vorbei!',
  'Lieber Bernd, TypeScript und mehr: elbschach.de, {name}!',
  COPY,
  '',
  'a'.repeat(501),
]
const standings = ['member', 'moderator', 'pending', 'banned', undefined] as const
const booleans = [true, false]

function* worlds(): Generator<World> {
  for (const inviter of standings)
    for (const route of ['profile', 'group'] as const)
      for (const isContact of booleans)
        for (const isTaken of booleans)
          for (const text of texts)
            for (const exists of booleans)
              for (const hasOptedOut of booleans)
                for (const recipient of standings)
                  for (const isBlocked of booleans)
                    yield {
                      ...{ inviter, route, isContact, isTaken, text },
                      ...{ exists, hasOptedOut, recipient, isBlocked },
                    }
}

const copies = ['clara', 'deniz'].map((recipientId) => ({
  recipientId,
  textFingerprint: fingerprintText(COPY, aProfile()),
}))

function repositoriesOf(world: World): PolicyRepositories {
  const known = [
    ['anna', world.inviter],
    ['bernd', world.recipient],
  ] as const
  const standingsIn = new Map(known.flatMap(([id, standing]) => (standing ? [[id, standing]] : [])))
  const bernd = (holds: boolean) => new Set(holds ? ['bernd'] : [])
  return {
    memberships: {
      findStandings: () => new Map([['chess', standingsIn]]),
      findGroupsOf: () => ['chess'],
    },
    profiles: { findProfiles: () => new Map(world.exists ? [['bernd', aProfile()]] : []) },
    preferences: { findOptedOut: () => bernd(world.hasOptedOut) },
    contacts: {
      findContactsAmong: () => bernd(world.isContact),
      findContactsOf: () => (world.isContact ? ['bernd'] : []),
    },
    invitations: {
      findClaims: () => new Map(world.isTaken ? [['bernd', aClaim(after(NOW, 1))]] : []),
      findRecentFingerprints: () => copies,
    },
  }
}

const PRIVATE = Object.keys({
  RecipientNotFound: true,
  RecipientOptedOut: true,
  MembershipPending: true,
  RecipientBanned: true,
} satisfies Record<PrivateDenial['type'], true>)

/** The types of all denials in all worlds. */
const raised = new Set<string>()

/** What the inviter is told in a world, by every way of asking, and the calls that were made for it. */
async function answersIn(world: World) {
  const { repositories, calls } = recorded(repositoriesOf(world))
  const screened: unknown[] = []
  const policy = new InvitationPolicy(repositories, {
    clock: () => NOW,
    rules: [
      defineRule({
        name: 'blockList',
        load: (...asked) => calls.push(['blockList.load', ...asked]),
        check: () => (world.isBlocked ? { type: 'InviterBlocked' } : undefined),
      }),
    ],
    screen: () => (screened.push('screened'), []),
  })
  const people = { inviterId: 'anna', recipientId: 'bernd', groupId: 'chess' }
  const verdict = await policy.evaluate({ ...people, route: world.route, text: world.text })
  if (verdict.isErr() && verdict.error.type === 'InvitationDenied') {
    for (const { type } of verdict.error.denials) raised.add(type)
  }
  const groups = await policy.groupsFor(people)
  const contacts = await policy.contactsFor({ ...people, contactIds: ['bernd'] })
  return {
    told: verdict.match(
      () => undefined,
      (error) => forInviter(error),
    ),
    choices: [
      groups._unsafeUnwrap().map((choice) => choiceForInviter(choice)),
      contacts._unsafeUnwrap().map((choice) => choiceForInviter(choice)),
    ] as const,
    calls: [calls, screened],
  }
}

const all = await Promise.all(
  [...worlds()].map(async (world) => ({ world, answers: await answersIn(world) })),
)

/** The different answers in those worlds that are the same in what the inviter may know. */
function answersBy(
  isMeant: (one: (typeof all)[number]) => boolean,
  shown: (answers: (typeof all)[number]['answers']) => unknown,
): Map<string, Set<string>> {
  const answersOf = new Map<string, Set<string>>()
  for (const one of all.filter(isMeant)) {
    const { inviter, route, isContact, isTaken, text } = one.world
    const isInside = inviter === 'member' || inviter === 'moderator'
    const key = JSON.stringify([isInside && inviter, route, isContact, isTaken, text])
    const answers = answersOf.get(key) ?? new Set()
    answersOf.set(key, answers.add(JSON.stringify(shown(one.answers))))
  }
  return answersOf
}

const isOutside = ({ inviter }: World) => inviter !== 'member' && inviter !== 'moderator'
const tells = (denials: readonly { type: string }[], type: string) =>
  denials.some((denial) => denial.type === type)

test('there are 9,600 worlds, and most of them are told something', () => {
  expect(all).toHaveLength(9_600)
  expect(all.filter(({ answers }) => answers.told).length).toBeGreaterThan(9_000)
})

test('each private denial is raised in some world', () => {
  expect(PRIVATE.filter((type) => !raised.has(type))).toEqual([])
})

describe('the causes of RecipientUnavailable', () => {
  test('cannot be told apart by what is told of a decision, nor by the calls made', () => {
    const answersOf = answersBy(
      ({ answers: { told } }) =>
        told?.type === 'InvitationDenied' && tells(told.denials, 'RecipientUnavailable'),
      ({ told, calls }) => [told, calls],
    )
    expect(answersOf.size).toBe(96)
    for (const [key, answers] of answersOf) expect(answers.size, key).toBe(1)
  })

  test.each([
    ['groups', 0],
    ['contacts', 1],
  ] as const)('cannot be told apart by a choice of %s', (_which, index) => {
    const answersOf = answersBy(
      ({ answers }) =>
        answers.choices[index].some(({ denials }) => tells(denials, 'RecipientUnavailable')),
      ({ choices, calls }) => [choices[index], calls],
    )
    expect(answersOf.size).toBe(96)
    for (const [key, answers] of answersOf) expect(answers.size, key).toBe(1)
  })

  test('are all that makes one: nobody else is unavailable, and none of them is told', () => {
    for (const { world, answers } of all) {
      const { told } = answers
      const isMember = world.recipient === 'member' || world.recipient === 'moderator'
      const isUnavailable =
        !world.exists ||
        world.hasOptedOut ||
        world.isBlocked ||
        world.recipient === 'pending' ||
        world.recipient === 'banned'
      const denials = told?.type === 'InvitationDenied' ? told.denials : []
      expect(tells(denials, 'RecipientUnavailable'), JSON.stringify(world)).toBe(
        isUnavailable && !isMember && !isOutside(world),
      )
    }
  })
})

test('to somebody outside the group nothing of its members, or of the recipient, makes a difference', () => {
  const answersOf = answersBy(
    ({ world }) => isOutside(world),
    (answers) => answers,
  )
  expect(answersOf.size).toBe(48)
  for (const [key, answers] of answersOf) expect(answers.size, key).toBe(1)
})

test('to who is in the group, what is not withheld is told', () => {
  const answersOf = answersBy(
    ({ world }) => !isOutside(world) && world.exists && !world.hasOptedOut && !world.isBlocked,
    ({ told }) => told,
  )
  for (const answers of answersOf.values()) expect(answers.size).toBe(3)
})
