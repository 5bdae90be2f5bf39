import { type ContactRepository, InvitationPolicy } from 'group-invitations'
import { clock, repositories, request } from './network.js'

/** Your table of contacts, with a row for each direction. */
const table = [
  { memberId: 'anna', contactId: 'bernd' },
  { memberId: 'bernd', contactId: 'anna' },
]
const contactsOf = (memberId: string) =>
  table.filter((row) => row.memberId === memberId).map(({ contactId }) => contactId)

const contacts: ContactRepository = {
  findContactsAmong: (memberId, candidateIds) =>
    new Set(contactsOf(memberId).filter((contactId) => candidateIds.includes(contactId))),
  findContactsOf: contactsOf,
}

/** Shows whether Anna may invite Bernd from the group, where only contacts can be chosen. */
async function show(port: ContactRepository) {
  const policy = new InvitationPolicy({ ...repositories, contacts: port }, { clock })
  const verdict = await policy.evaluate({ ...request, route: 'group' })
  if (verdict.isOk()) console.log('Approved')
  else if (verdict.error.type === 'DependencyFailed') {
    const { dependency, operation, effect } = verdict.error
    console.log('Failed:', { dependency, operation, effect })
  }
}

await show(contacts)
await show({ ...contacts, findContactsAmong: () => Promise.reject(new Error('no connection')) })
