import {
  adviceForInviter,
  choiceForInviter,
  defineRule,
  forInviter,
  InvitationPolicy,
  InvitationService,
  type OptOut,
  type PrivateDenial,
  type Repositories,
  type Standing,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { describe, expect, test } from 'vitest'
import { aClaim, after, aProfile, anInviter, NOW } from '../support/builders.js'
import { recorded } from '../support/recorded.js'

/** All that could make a difference to whether Anna may invite Bernd. */
interface World extends PublicWorld {
  /** Whether there is a Bernd whom Anna may see. */
  readonly isSeen: boolean
  readonly hasOptedOut: boolean
  readonly recipient: Standing | undefined
  readonly isBlocked: boolean
}

/** What Anna knows anyway, or does herself. */
interface PublicWorld {
  readonly gone: 'nothing' | 'inviter' | 'group'
  readonly inviter: Standing | undefined
  readonly route: 'profile' | 'group'
  readonly isContact: boolean
  readonly isTaken: boolean
  readonly text: string
}

const COPY =
  'Lieber Bernd, wir treffen uns jeden ersten Montag im Monat im Hafen und reden über TypeScript.'
const texts = [
  'Lieber Bernd, du bietest TypeScript an.',
  'Kommt doch vorbei: elbschach.de, {name}!',
  COPY,
  '',
]
const standings = ['member', 'moderator', 'pending', 'banned', undefined] as const
const booleans = [true, false]

function* publicWorlds(): Generator<PublicWorld> {
  for (const gone of ['nothing', 'inviter', 'group'] as const)
    for (const inviter of standings)
      for (const route of ['profile', 'group'] as const)
        for (const isContact of booleans)
          for (const isTaken of booleans)
            for (const text of gone === 'nothing' ? texts : texts.slice(0, 1))
              yield { gone, inviter, route, isContact, isTaken, text }
}

function* worldsOf(known: PublicWorld): Generator<World> {
  for (const isSeen of booleans)
    for (const hasOptedOut of booleans)
      for (const recipient of standings)
        for (const isBlocked of booleans)
          yield { ...known, isSeen, hasOptedOut, recipient, isBlocked }
}

const copies = ['clara', 'deniz'].map((recipientId) => ({
  recipientId,
  textFingerprint: fingerprintText(COPY, aProfile()),
}))

function repositoriesOf(world: World): Repositories {
  const { gone, inviter, recipient, isSeen } = world
  const inGroup = new Map<string, Standing>()
  if (inviter) inGroup.set('anna', inviter)
  if (recipient) inGroup.set('bernd', recipient)
  const profiles = new Map([
    ...(gone === 'inviter' ? [] : [['anna', anInviter()] as const]),
    ...(isSeen ? [['bernd', aProfile()] as const] : []),
  ])
  const bernd = (holds: boolean) => new Set(holds ? ['bernd'] : [])
  const { invitations, answers } = createInMemoryRepositories()
  return {
    memberships: {
      findStandings: () => new Map([['chess', inGroup]]),
      findGroupsOf: () => ['chess'],
    },
    profiles: { findProfiles: () => profiles },
    preferences: {
      findOptOuts: () => new Map([['bernd', optOutsOf(world)]]),
      setOptOut: () => undefined,
    },
    contacts: {
      findContactsAmong: () => bernd(world.isContact),
      findContactsOf: () => (world.isContact ? ['bernd'] : []),
    },
    groups: {
      findGroups: () => new Map(gone === 'group' ? [] : [['chess', { name: 'Schach' }]]),
    },
    invitations: {
      ...invitations,
      findClaims: () => new Map(world.isTaken ? [['bernd', aClaim(after(NOW, 1))]] : []),
      findRecentFingerprints: () => copies,
    },
    answers,
  }
}

// What stops the invitation, and what does not, take turns.
const STOPPING = [['all'], [{ inviterId: 'anna' }], [{ groupId: 'chess' }]] as const
const HARMLESS = [[], [{ inviterId: 'clara' }], [{ groupId: 'zen' }]] as const

function optOutsOf({ hasOptedOut, recipient }: World): readonly OptOut[] {
  const turn = standings.indexOf(recipient) % 3
  return (hasOptedOut ? STOPPING : HARMLESS)[turn] ?? []
}

const REVEALED = ['RecipientOptedOut', 'InviterBlocked'] as const
const PRIVATE = Object.keys({
  RecipientNotFound: true,
  RecipientOptedOut: true,
  MembershipPending: true,
  RecipientBanned: true,
} satisfies Record<PrivateDenial['type'], true>)

/** The types of all denials in all worlds. */
const raised = new Set<string>()

/** The outcome of each way to ask, and the calls that were made for it. */
async function outcomesIn(world: World) {
  const { repositories, calls } = recorded(repositoriesOf(world))
  const policy = new InvitationPolicy(repositories, {
    clock: () => NOW,
    rules: [
      defineRule({
        name: 'blockList',
        load: (...asked) => void calls.push(['blockList.load', ...asked]),
        check: () => (world.isBlocked ? { type: 'InviterBlocked' } : undefined),
      }),
    ],
    screen: () => (calls.push(['screen']), []),
  })
  const people = { inviterId: 'anna', recipientId: 'bernd', groupId: 'chess' }
  const request = { ...people, route: world.route, text: world.text }
  const verdict = await policy.evaluate(request)
  if (verdict.isErr() && verdict.error.type === 'InvitationDenied') {
    for (const { type } of verdict.error.denials) raised.add(type)
  }
  const sent = await new InvitationService(policy, repositories).send(request, {
    invitationId: 'form-1',
  })
  const groups = (await policy.groupsFor(people))._unsafeUnwrap()
  const given = (await policy.contactsFor({ ...people, contactIds: ['bernd'] }))._unsafeUnwrap()
  const listed = (await policy.contactsFor(people))._unsafeUnwrap()
  return { world, verdict, sent, groups, contacts: [...given, ...listed], calls }
}

type Outcomes = Awaited<ReturnType<typeof outcomesIn>>
type Revealed = readonly (typeof REVEALED)[number][]

/** All that each way to ask lets the inviter know. */
function answersOf({ verdict, sent, groups, contacts, calls }: Outcomes, reveal: Revealed) {
  const told = (outcome: typeof verdict | typeof sent) =>
    outcome.match(
      (approved) => adviceForInviter(approved),
      (error) => forInviter(error, { reveal }),
    )
  return {
    evaluate: told(verdict),
    send: told(sent),
    groupsFor: groups.map((choice) => choiceForInviter(choice, { reveal })),
    contactsFor: contacts.map((choice) => choiceForInviter(choice, { reveal })),
    calls,
  }
}

type Way = keyof ReturnType<typeof answersOf>

/**
 * What Anna may learn of Bernd by one way to ask. In two worlds that are the same to her, and in which she may learn the
 * same, she gets the same answer.
 */
function learned(world: World, way: Way, reveal: Revealed): unknown {
  const { inviter, recipient, isTaken, isSeen, hasOptedOut, isBlocked } = world
  const isModerator = inviter === 'moderator'
  if (inviter !== 'member' && !isModerator) return 'nothing'
  const isMember = recipient === 'member' || recipient === 'moderator'
  const known = isMember ? 'is in the group' : isModerator && recipient === 'pending' && 'asks'
  // A picker shows a contact's profile while the cooldown runs, as Anna may see it anywhere.
  if (isTaken) return ['taken', known, way === 'contactsFor' && isSeen]
  if (known) return known
  const revealed = [
    hasOptedOut && reveal.includes('RecipientOptedOut'),
    isBlocked && reveal.includes('InviterBlocked'),
  ]
  const isUnavailable =
    !isSeen ||
    recipient === 'pending' ||
    recipient === 'banned' ||
    (hasOptedOut && !revealed[0]) ||
    (isBlocked && !revealed[1])
  return [isUnavailable, revealed]
}

/** Anna's own standing outside the group makes a difference to nothing, and neither does that of the group. */
function knownOf({ gone, inviter, route, isContact, isTaken, text }: PublicWorld): unknown {
  const isInside = inviter === 'member' || inviter === 'moderator'
  const own = [gone === 'inviter', route, isContact, isTaken, text]
  return isInside ? [...own, inviter, gone] : own
}

const known = [...publicWorlds()]
const all = await Promise.all(known.flatMap((world) => [...worldsOf(world)]).map(outcomesIn))

test('there are 240 worlds to Anna, and 40 behind each', () => {
  expect(known).toHaveLength(240)
  expect(all).toHaveLength(9_600)
})

describe.each<{ name: string; reveal: Revealed }>([
  { name: 'nothing', reveal: [] },
  { name: REVEALED.join(' and '), reveal: REVEALED },
])('to a service that reveals $name', ({ reveal }) => {
  const answers = new Map<string, Set<string>>()

  test('each way to ask has one answer for each thing that may be learned', () => {
    for (const outcomes of all) {
      const { world } = outcomes
      for (const [way, answer] of Object.entries(answersOf(outcomes, reveal))) {
        // `Object.entries` forgets that these are the keys.
        const may = learned(world, way as Way, reveal)
        const isCalls = way === 'calls'
        // The calls do not depend on what is private, whether it is learned or not, except that nothing is stored.
        const key = JSON.stringify([way, knownOf(world), isCalls ? isSendable(world) : may])
        answers.set(key, (answers.get(key) ?? new Set()).add(JSON.stringify(answer)))
      }
    }
    const leaks = [...answers].filter(([, different]) => different.size > 1)
    expect(leaks.slice(0, 3)).toEqual([])
  })

  test('what may be learned is learned', () => {
    const told = (way: Way, type: string) =>
      [...answers].filter(
        ([key, [answer = '']]) => key.startsWith(`["${way}"`) && answer.includes(type),
      )
    for (const way of ['evaluate', 'send', 'groupsFor', 'contactsFor'] as const) {
      for (const type of ['AlreadyMember', 'MembershipPending', 'RecipientUnavailable']) {
        expect(told(way, type).length, `${way} ${type}`).toBeGreaterThan(0)
      }
      for (const type of REVEALED) {
        expect(told(way, type).length > 0, `${way} ${type}`).toBe(reveal.includes(type))
      }
    }
  })
})

function isSendable(world: World): boolean {
  const { gone, inviter, route, isContact, isTaken, text } = world
  const isInside = inviter === 'member' || inviter === 'moderator'
  const isFree = route === 'profile' || isContact
  const { isSeen, hasOptedOut, recipient, isBlocked } = world
  const isAvailable = isSeen && !hasOptedOut && recipient === undefined && !isBlocked
  const isFine = text === texts[0]
  return gone === 'nothing' && isInside && isFree && !isTaken && isFine && isAvailable
}

test('each private denial is raised in some world', () => {
  expect(PRIVATE.filter((type) => !raised.has(type))).toEqual([])
})
