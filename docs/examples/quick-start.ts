import { InvitationPolicy } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'

const repositories = createInMemoryRepositories({
  members: [
    { memberId: 'anna', displayName: 'Anna Schmidt' },
    { memberId: 'bernd', displayName: 'Bernd Müller', haves: ['TypeScript'] },
  ],
  groups: [{ groupId: 'ts', name: 'TypeScript Hamburg', standings: { anna: 'member' } }],
})

const verdict = await new InvitationPolicy(repositories).evaluate({
  inviterId: 'anna',
  recipientId: 'bernd',
  groupId: 'ts',
  route: 'profile',
  text: 'Lieber Bernd, du bietest TypeScript an. Magst du unsere Gruppe kennenlernen?',
})
console.log(verdict.isOk() ? verdict.value : verdict.error)
