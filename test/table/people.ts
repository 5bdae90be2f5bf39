import type { CandidateDenial, InvitationFacts, Route, Standing } from 'group-invitations'
import type { Network } from 'group-invitations/memory'
import { aProfile, someFacts } from '../support/builders.js'
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
}

export const standings = ['member', 'moderator', 'pending', 'banned', undefined] as const
export const booleans = [true, false] as const
const routes = ['profile', 'group'] as const

/** All people, also such as only facts can have: a member who does not exist. */
export function* allPeople(): Generator<People> {
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
                      ...{ isContact, hasOptedOut, history },
                    }
}

/**
 * Whether a network can be so: somebody who does not exist has neither standing, contacts nor settings; and one member
 * is in one standing, has one setting, and is neither a contact of their own nor was invited by themselves.
 */
export function canBe(people: People): boolean {
  const { inviter, inviterHasOptedOut, isSelf, recipient, exists } = people
  const { isContact, hasOptedOut, history } = people
  if (!exists && (isSelf || recipient || isContact || hasOptedOut)) return false
  const isOne = recipient === inviter && hasOptedOut === inviterHasOptedOut
  return !isSelf || (isOne && !isContact && history === 'nothing')
}

export const recipientIdIn = ({ isSelf }: People) => (isSelf ? 'anna' : 'bernd')

/** Such people as a network. */
export function networkOf(people: People): Network {
  const { inviter, inviterHasOptedOut, recipient, isSelf, exists, isContact } = people
  const hasBernd = exists && !isSelf
  return {
    members: [
      { memberId: 'anna', ...aProfile(), optedOut: inviterHasOptedOut },
      ...['clara', 'dora'].map((memberId) => ({ memberId, ...aProfile() })),
      ...(hasBernd ? [{ memberId: 'bernd', ...aProfile(), optedOut: people.hasOptedOut }] : []),
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
  { route, inviter, isSelf, isContact }: People,
  groupId = 'typescript-hamburg',
): CandidateDenial[] {
  return raisedBy([
    [isSelf, { type: 'SelfInvitation' }],
    [!isIn(inviter), { type: 'InviterNotInGroup', groupId }],
    [route === 'group' && !isContact, { type: 'NotADirectContact' }],
  ])
}

/** The domain's sentences on who may be invited, one a line. */
export function saidOfRecipient(people: People, recipientId = 'bernd'): CandidateDenial[] {
  const { recipient, exists, hasOptedOut, history } = people
  const claim = takingClaim(recipientId, history)
  return [
    ...(claim ? [{ type: 'RateLimited6Months', ...claim } as const] : []),
    ...raisedBy([
      [!exists, { type: 'RecipientNotFound' }],
      [hasOptedOut, { type: 'RecipientOptedOut' }],
      [isIn(recipient), { type: 'AlreadyMember' }],
      [recipient === 'pending', { type: 'MembershipPending' }],
      [recipient === 'banned', { type: 'RecipientBanned' }],
    ]),
  ]
}

const isIn = (standing: Standing | undefined) => standing === 'member' || standing === 'moderator'

/** The denials of those sentences that are so. */
const raisedBy = (sentences: readonly [isSo: boolean, denial: CandidateDenial][]) =>
  sentences.filter(([isSo]) => isSo).map(([, denial]) => denial)
