import type { CandidateDenial, MemberProfile } from 'group-invitations'
import type { Network } from 'group-invitations/memory'
import { after, aProfile, NOW } from './builders.js'

/** Anna is in four groups, and each of her seven contacts has another reason to be invited or not. */
export const CITY: Network = {
  members: ['anna', 'bernd', 'clara', 'dora', 'emil', 'fritz', 'gerd', 'hanna'].map((memberId) => ({
    memberId,
    displayName: memberId,
    optedOut: memberId === 'dora',
  })),
  groups: [
    { groupId: 'zen', name: 'Zen', standings: { anna: 'member' } },
    {
      groupId: 'chess',
      name: 'Schach',
      standings: { anna: 'moderator', clara: 'member', emil: 'pending', fritz: 'banned' },
    },
    { groupId: 'arts', name: 'Kunst', standings: { anna: 'member', bernd: 'moderator' } },
    { groupId: 'closed', name: 'Zu', standings: { anna: 'pending', bernd: 'member' } },
    { groupId: 'run', name: 'Laufen', standings: { anna: 'member', bernd: 'pending' } },
  ],
  contacts: ['hanna', 'bernd', 'clara', 'dora', 'emil', 'fritz', 'gerd'].map((contact) => [
    'anna',
    contact,
  ]),
  invitations: [
    { invitationId: 'i-1', inviterId: 'anna', recipientId: 'gerd', sentAt: after(NOW, -1) },
  ],
}

/** What Anna's invitation to Gerd denies to a further one. */
export const taken: CandidateDenial = {
  type: 'RateLimited6Months',
  invitationId: 'i-1',
  sentAt: after(NOW, -1),
  repeatableAt: after(new Date('2026-11-12T12:00:00.000Z'), -1),
}

/** The profile of a member of the city. */
export const profileOf = (memberId: string): MemberProfile =>
  aProfile({ displayName: memberId, haves: [] })
