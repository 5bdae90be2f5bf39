import { choiceForInviter, InvitationPolicy } from 'group-invitations'
import { en } from 'group-invitations/messages'
import { clock, repositories } from './network.js'

const policy = new InvitationPolicy(repositories, { clock })

// On the profile of Bernd: the groups of Anna.
const groups = await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
for (const group of groups.unwrapOr([])) {
  const disclosed = choiceForInviter(group)
  console.log(disclosed.group?.name, '–', en.describe(disclosed) || 'can be chosen')
}

// In a group: the contacts of Anna.
const contacts = await policy.contactsFor({ inviterId: 'anna', groupId: 'ts' })
for (const contact of contacts.unwrapOr([])) {
  const disclosed = choiceForInviter(contact)
  console.log(disclosed.profile?.displayName, '–', en.describe(disclosed) || 'can be chosen')
}
