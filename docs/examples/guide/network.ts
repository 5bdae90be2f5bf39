import type { InvitationRequest } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'

/** Anna is in both groups. Bernd is her contact, and plays chess already. Dora wants no invitations. */
export const repositories = createInMemoryRepositories({
  members: [
    { memberId: 'anna', displayName: 'Anna Schmidt' },
    { memberId: 'bernd', displayName: 'Bernd Müller', haves: ['TypeScript'] },
    { memberId: 'dora', displayName: 'Dora Weiß', optedOut: true },
  ],
  groups: [
    { groupId: 'ts', name: 'TypeScript Hamburg', standings: { anna: 'member' } },
    { groupId: 'chess', name: 'Chess', standings: { anna: 'moderator', bernd: 'member' } },
  ],
  contacts: [['anna', 'bernd']],
})

/** What Anna has written to Bernd. */
export const request: InvitationRequest = {
  inviterId: 'anna',
  recipientId: 'bernd',
  groupId: 'ts',
  route: 'profile',
  text: 'Hi Bernd, you offer TypeScript. Will you join our group?',
}

/** The time of the guide. Without a clock of your own, it is the present. */
export const clock = () => new Date('2026-09-02T09:30:00Z')
