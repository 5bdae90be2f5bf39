import type { NetworkMember } from 'group-invitations/memory'

export type OptOutRow = readonly [memberId: string, scope: string, scopeId: string]

/** The opt-outs of a member as the tables of the adapters have them. */
export function optOutRowsOf(member: NetworkMember): readonly OptOutRow[] {
  const { memberId, optedOut = false, optOuts = [] } = member
  const rows = optOuts.map((optOut): OptOutRow => {
    if (typeof optOut === 'string') return [memberId, optOut, '']
    const { inviterId, groupId = '' } = optOut
    return inviterId === undefined ? [memberId, 'group', groupId] : [memberId, 'inviter', inviterId]
  })
  const hasAll = rows.some(([, scope]) => scope === 'all')
  return optedOut && !hasAll ? [...rows, [memberId, 'all', '']] : rows
}
