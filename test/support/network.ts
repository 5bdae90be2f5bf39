import type { Network } from 'group-invitations/memory'

/** Anna may invite Bernd into `typescript-hamburg`, by either route, and nothing speaks against it. */
export const NETWORK = {
  members: [
    { memberId: 'anna', displayName: 'Anna Schmidt' },
    { memberId: 'bernd', displayName: 'Bernd Müller', haves: ['TypeScript'] },
    { memberId: 'clara', displayName: 'Clara Nowak' },
    { memberId: 'dora', displayName: 'Dora Weiß', optedOut: true },
  ],
  groups: [
    {
      groupId: 'typescript-hamburg',
      name: 'TypeScript Hamburg',
      standings: { anna: 'member', clara: 'moderator' },
    },
    { groupId: 'chess', name: 'Schach', standings: { anna: 'moderator', bernd: 'member' } },
  ],
  contacts: [['anna', 'bernd']],
  invitations: [],
} satisfies Network
