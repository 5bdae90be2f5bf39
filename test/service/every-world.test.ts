import { isDeepStrictEqual } from 'node:util'
import {
  defineRule,
  deliveriesOf,
  type Denial,
  type StandingDenial,
  InvitationPolicy,
  InvitationService,
  type Repositories,
  type Route,
  type Standing,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { aProfile, aRequest, NOW } from '../support/builders.js'
import { HALF_A_YEAR_ON } from '../support/sending.js'

/** What may be so or otherwise after an invitation was sent. */
interface World {
  readonly route: Route
  readonly inviter: Standing | undefined
  readonly recipient: Standing | undefined
  readonly inviterExists: boolean
  readonly recipientExists: boolean
  readonly groupExists: boolean
  readonly hasOptedOut: boolean
  readonly isContact: boolean
  readonly isBlocked: boolean
}

const standings = ['member', 'moderator', 'pending', 'banned', undefined] as const
const booleans = [true, false] as const
const routes = ['profile', 'group'] as const

function* worldsOn(route: Route): Generator<World> {
  for (const inviter of standings)
    for (const recipient of standings)
      for (const inviterExists of booleans)
        for (const recipientExists of booleans)
          for (const groupExists of booleans)
            for (const hasOptedOut of booleans)
              for (const isContact of booleans)
                for (const isBlocked of booleans)
                  yield {
                    ...{ route, inviter, recipient, inviterExists, recipientExists },
                    ...{ groupExists, hasOptedOut, isContact, isBlocked },
                  }
}

const GOOD: World = {
  ...{ route: 'profile', inviter: 'member', recipient: undefined, hasOptedOut: false },
  ...{ inviterExists: true, recipientExists: true, groupExists: true },
  ...{ isContact: true, isBlocked: false },
}

const GROUP = 'typescript-hamburg'

/** The world as repositories, without any invitation. Standings and settings stay, also of what is gone. */
function repositoriesOf(world: World): Repositories {
  const repositories = createInMemoryRepositories({
    members: [
      { memberId: 'anna', ...aProfile({ displayName: 'Anna Weber' }) },
      { memberId: 'bernd', ...aProfile(), optedOut: world.hasOptedOut },
    ],
    groups: [
      {
        ...{ groupId: GROUP, name: 'TypeScript Hamburg' },
        standings: { anna: world.inviter, bernd: world.recipient },
      },
    ],
    contacts: world.isContact ? [['anna', 'bernd']] : [],
  })
  const { profiles, groups } = repositories
  const exists: Readonly<Record<string, boolean>> = {
    anna: world.inviterExists,
    bernd: world.recipientExists,
  }
  return {
    ...repositories,
    profiles: {
      findProfiles: (memberIds, viewerId) =>
        profiles.findProfiles(
          memberIds.filter((memberId) => exists[memberId]),
          viewerId,
        ),
    },
    groups: { findGroups: (groupIds) => groups.findGroups(world.groupExists ? groupIds : []) },
  }
}

function policyOver(repositories: Repositories, { isBlocked }: World, now = NOW) {
  const blocks = { name: 'blocks', check: () => (isBlocked ? { type: 'Blocked' } : undefined) }
  return new InvitationPolicy(repositories, { clock: () => now, rules: [defineRule(blocks)] })
}

/** Anna's invitation as it was sent in a good world by this route. */
async function sentOn(route: Route) {
  const repositories = repositoriesOf(GOOD)
  const service = new InvitationService(policyOver(repositories, GOOD), repositories)
  const sent = await service.send(aRequest({ route }), { invitationId: 'i-1' })
  expect(sent.isOk()).toBe(true)
  return repositories.invitations
}

const [email] = deliveriesOf({ invitationId: 'i-1' })
if (email === undefined) throw new Error('There is no delivery by e-mail.')

/** What the picker of the route says of Bernd: each choice by its denials. */
async function choicesIn(repositories: Repositories, world: World) {
  const policy = policyOver(repositories, world)
  const choices = await (world.route === 'profile'
    ? policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
    : policy.contactsFor({ inviterId: 'anna', groupId: GROUP, contactIds: ['bernd'] }))
  return choices._unsafeUnwrap().map(({ denials }): readonly Denial[] => denials)
}

/** On a profile there are only groups in which Anna is. */
const isOffered = ({ route, inviter }: World) =>
  route === 'group' || inviter === 'member' || inviter === 'moderator'

/** All that can speak against an invitation to somebody else on the profile route. */
const onProfile = Object.keys({
  InviterNotFound: 1,
  GroupNotFound: 1,
  InviterNotInGroup: 1,
  RecipientNotFound: 1,
  RecipientOptedOut: 1,
  AlreadyMember: 1,
  MembershipPending: 1,
  RecipientBanned: 1,
  Blocked: 1,
} satisfies Record<
  Exclude<StandingDenial['type'], 'SelfInvitation' | 'NotADirectContact'> | 'Blocked',
  1
>)

test.each(routes)(
  'in 1,600 worlds what would not be sent by the route %s is not delivered, for the same reasons',
  async (route) => {
    const invitations = await sentOn(route)
    const request = aRequest({ route })
    const wrong: unknown[] = []
    const raised = new Set<string>()
    let worlds = 0
    let prepared = 0
    for (const world of worldsOn(route)) {
      const unsent = repositoriesOf(world)
      const sent = { ...unsent, invitations }
      const evaluate = async (repositories: Repositories): Promise<readonly Denial[]> =>
        (await policyOver(repositories, world).evaluate(request)).match(
          () => [],
          (error) => (error.type === 'InvitationDenied' ? error.denials : [error]),
        )
      const prepare = async (now: Date): Promise<readonly Denial[]> => {
        const service = new InvitationService(policyOver(sent, world, now), sent)
        return (await service.prepareDelivery(email)).match(
          () => [],
          (error) => (error.type === 'DeliveryCancelled' ? error.reasons : [error]),
        )
      }
      const denials = await evaluate(unsent)
      const reasons = await prepare(NOW)
      const expired = { type: 'InvitationExpired', repeatableAt: HALF_A_YEAR_ON }
      const again = await evaluate(sent)
      const cooldown = again.filter(({ type }) => type === 'RateLimited6Months')
      const found = {
        reasons,
        besideItsCooldown: again.filter((denial) => !cooldown.includes(denial)),
        cooldowns: cooldown.length,
        atItsEnd: await prepare(HALF_A_YEAR_ON),
        choices: await choicesIn(unsent, world),
      }
      const expected = {
        reasons: denials,
        besideItsCooldown: denials,
        cooldowns: 1,
        atItsEnd: [expired, ...denials],
        choices: isOffered(world) ? [denials] : [],
      }
      if (!isDeepStrictEqual(found, expected)) wrong.push({ world, found, expected })
      for (const { type } of reasons) raised.add(type)
      worlds += 1
      if (reasons.length === 0) prepared += 1
    }
    expect(wrong).toEqual([])
    // Anna is member or moderator, and nothing speaks against it; on the profile route they may be contacts or not.
    expect({ worlds, prepared }).toEqual({ worlds: 1_600, prepared: route === 'profile' ? 4 : 2 })
    const types = route === 'profile' ? onProfile : [...onProfile, 'NotADirectContact']
    expect([...raised].sort()).toEqual(types.sort())
  },
)
