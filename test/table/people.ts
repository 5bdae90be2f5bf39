import type { CandidateDenial, InvitationFacts, Route, Standing } from 'group-invitations'
import {
  createInMemoryRepositories,
  type InMemoryRepositories,
  type Network,
} from 'group-invitations/memory'
import { anInviter, aProfile, someFacts } from '../support/builders.js'
import { histories, type History, invitationsTo, latestClaim, takingClaim } from './history.js'

/** All that can be so or otherwise of the people, before a word is written. */
export interface People {
  readonly route: Route
  readonly inviter: Standing | undefined
  /** What Anna wants for herself, which is nobody else's matter. */
  readonly inviterHasOptedOut: boolean
  /** Whether Anna invites herself. */
  readonly isSelf: boolean
  readonly recipient: Standing | undefined
  readonly exists: boolean
  readonly isContact: boolean
  readonly hasOptedOut: boolean
  readonly history: History
  /** Whether Anna still has a profile; her memberships, contacts and settings are there in any case. */
  readonly inviterExists: boolean
  /** Whether there is still such a group; its memberships are there in any case. */
  readonly groupExists: boolean
}

export const standings = ['member', 'moderator', 'pending', 'banned', undefined] as const
export const booleans = [true, false] as const
const routes = ['profile', 'group'] as const

/** All others, with an inviter and a group that exist, also such as only facts can have: a member who does not exist. */
function* everybody(): Generator<People> {
  const isThere = { inviterExists: true, groupExists: true }
  for (const route of routes)
    for (const inviter of standings)
      for (const inviterHasOptedOut of booleans)
        for (const isSelf of booleans)
          for (const recipient of standings)
            for (const exists of booleans)
              for (const isContact of booleans)
                for (const hasOptedOut of booleans)
                  for (const history of histories)
                    yield {
                      ...{ route, inviter, inviterHasOptedOut, isSelf, recipient, exists },
                      ...{ isContact, hasOptedOut, history, ...isThere },
                    }
}

/** What may be gone: the inviter, the group, both. */
export const losses = [
  { inviterExists: false, groupExists: true },
  { inviterExists: true, groupExists: false },
  { inviterExists: false, groupExists: false },
] as const

/** All people with nothing gone. */
export const allPeople: readonly People[] = [...everybody()]

/** All people again, each with one of the losses, which take turns. */
export const allBereft: readonly People[] = allPeople.map((people, index) => {
  const { inviterExists, groupExists } = losses[index % 3] ?? losses[0]
  return { ...people, inviterExists, groupExists }
})

/**
 * Whether a network can be so: a recipient who does not exist has neither standing, contacts nor settings; and one member
 * has one profile, is in one standing, has one setting, and is neither a contact of their own nor was invited by
 * themselves.
 */
export function canBe(people: People): boolean {
  const { inviter, inviterHasOptedOut, inviterExists, isSelf, recipient, exists } = people
  const { isContact, hasOptedOut, history } = people
  const isOne =
    exists === inviterExists && recipient === inviter && hasOptedOut === inviterHasOptedOut
  if (isSelf) return isOne && !isContact && history === 'nothing'
  return exists || !(recipient || isContact || hasOptedOut)
}

export const recipientIdIn = ({ isSelf }: People) => (isSelf ? 'anna' : 'bernd')

/** Such people as repositories. Anna's memberships and the group's are left over if she or the group is gone. */
export function repositoriesOf(people: People): InMemoryRepositories {
  const repositories = createInMemoryRepositories(networkOf(people))
  return withoutLost(repositories, people, (groupId) => groupId !== 'typescript-hamburg')
}

/** The same repositories, if need be without Anna's profile, or with only some of the groups. */
export function withoutLost(
  repositories: InMemoryRepositories,
  { inviterExists, groupExists }: Pick<People, 'inviterExists' | 'groupExists'>,
  isLeft: (groupId: string) => boolean,
): InMemoryRepositories {
  const { profiles, groups } = repositories
  const hasProfile = (memberId: string) => inviterExists || memberId !== 'anna'
  const isGroup = (groupId: string) => groupExists || isLeft(groupId)
  return {
    ...repositories,
    profiles: {
      findProfiles: (memberIds, viewerId) =>
        profiles.findProfiles(memberIds.filter(hasProfile), viewerId),
    },
    groups: { findGroups: (groupIds) => groups.findGroups(groupIds.filter(isGroup)) },
  }
}

// The opt-outs that stop Anna's invitation into this group, and those that do not, take turns.
const STOPPING = [['all'], [{ inviterId: 'anna' }], [{ groupId: 'typescript-hamburg' }]] as const
const HARMLESS = [
  [],
  [{ inviterId: 'clara' }],
  [{ inviterId: 'dora' }, { groupId: 'chess' }],
] as const

function optOutsOf({ hasOptedOut, history, recipient }: People) {
  const turn = histories.indexOf(history) + standings.indexOf(recipient)
  return (hasOptedOut ? STOPPING : HARMLESS)[turn % 3]
}

function networkOf(people: People): Network {
  const { inviter, inviterHasOptedOut, recipient, isSelf, exists, isContact } = people
  const hasBernd = exists && !isSelf
  return {
    members: [
      { memberId: 'anna', ...aProfile(), optedOut: inviterHasOptedOut },
      ...['clara', 'dora'].map((memberId) => ({ memberId, ...aProfile() })),
      ...(hasBernd ? [{ memberId: 'bernd', ...aProfile(), optOuts: optOutsOf(people) }] : []),
    ],
    groups: [
      {
        groupId: 'typescript-hamburg',
        name: 'TypeScript Hamburg',
        standings: { anna: inviter, dora: 'member', ...(hasBernd && { bernd: recipient }) },
      },
      { groupId: 'chess', name: 'Schach', standings: { anna: 'member' } },
    ],
    contacts: isContact ? [['bernd', 'anna']] : [],
    invitations: invitationsTo('bernd', people.history),
  }
}

/** Such people as facts. */
export function factsOf(people: People): InvitationFacts {
  return someFacts({
    inviterProfile: people.inviterExists ? anInviter() : undefined,
    group: people.groupExists ? { name: 'TypeScript Hamburg' } : undefined,
    inviterStanding: people.inviter,
    recipientStanding: people.recipient,
    recipientProfile: people.exists ? aProfile() : undefined,
    recipientOptedOut: people.hasOptedOut,
    areDirectContacts: people.isContact,
    claim: latestClaim('bernd', people.history),
  })
}

/** The domain's sentences on who may invite, one a line. */
export function saidOfInviter(
  { route, inviter, inviterExists, groupExists, isSelf, isContact }: People,
  groupId = 'typescript-hamburg',
): CandidateDenial[] {
  return raisedBy([
    [isSelf, { type: 'SelfInvitation' }],
    [!inviterExists, { type: 'InviterNotFound' }],
    [!groupExists, { type: 'GroupNotFound', groupId }],
    [!isIn(inviter), { type: 'InviterNotInGroup', groupId }],
    [route === 'group' && !isContact, { type: 'NotADirectContact' }],
  ])
}

/** The domain's sentences on who may be invited, one a line. */
export function saidOfRecipient(people: People, recipientId = 'bernd'): CandidateDenial[] {
  const { inviter, recipient, exists, hasOptedOut, history } = people
  const claim = takingClaim(recipientId, history)
  return [
    ...(claim ? [{ type: 'RateLimited6Months', ...claim } as const] : []),
    ...raisedBy([
      [!exists, { type: 'RecipientNotFound' }],
      [hasOptedOut, { type: 'RecipientOptedOut' }],
      [isIn(recipient), { type: 'AlreadyMember' }],
      [
        recipient === 'pending',
        { type: 'MembershipPending', inviterMayAdmit: inviter === 'moderator' },
      ],
      [recipient === 'banned', { type: 'RecipientBanned' }],
    ]),
  ]
}

const isIn = (standing: Standing | undefined) => standing === 'member' || standing === 'moderator'

/** The denials of those sentences that are so. */
const raisedBy = (sentences: readonly [isSo: boolean, denial: CandidateDenial][]) =>
  sentences.filter(([isSo]) => isSo).map(([, denial]) => denial)
