import { choiceForInviter, InvitationPolicy } from 'group-invitations'
import { en } from 'group-invitations/messages'
import { clock, repositories } from './network.js'

const policy = new InvitationPolicy(repositories, { clock })

// On the profile of Bernd: the groups of Anna.
const groups = await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
for (const choice of groups.unwrapOr([])) {
  const { group, ...disclosed } = choiceForInviter(choice)
  console.log(group?.name, '–', en.describe(disclosed) || 'can be chosen')
}

// In a group: the contacts of Anna.
const contacts = await policy.contactsFor({ inviterId: 'anna', groupId: 'ts' })
for (const choice of contacts.unwrapOr([])) {
  const { profile, ...disclosed } = choiceForInviter(choice)
  console.log(profile?.displayName, '–', en.describe(disclosed) || 'can be chosen')
}
