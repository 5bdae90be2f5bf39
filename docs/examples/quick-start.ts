import { InvitationPolicy } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'

const repositories = createInMemoryRepositories({
  members: [
    { memberId: 'anna', displayName: 'Anna Schmidt' },
    { memberId: 'bernd', displayName: 'Bernd Müller', haves: ['TypeScript'] },
    { memberId: 'clara', displayName: 'Clara Nowak', optedOut: true },
  ],
  groups: [{ groupId: 'ts', name: 'TypeScript Hamburg', standings: { anna: 'member' } }],
})

const verdict = await new InvitationPolicy(repositories).evaluate({
  inviterId: 'anna',
  recipientId: 'clara',
  groupId: 'ts',
  route: 'profile',
  text: 'Hi Bernd, you offer TypeScript. Will you join our group?',
})
console.dir(verdict.isOk() ? verdict.value : verdict.error, { depth: null })
