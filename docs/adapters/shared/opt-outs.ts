import type { MemberId, OptOut } from 'group-invitations'

type Scope = 'all' | 'inviter' | 'group'

/** One opt-out: `scope_id` is the inviter or the group, and empty for `all`. */
export interface OptOutRow {
  member_id: MemberId
  scope: Scope
  scope_id: string
}

/** The opt-outs as `findOptOuts` returns them. */
export function optOutsIn(rows: readonly OptOutRow[]): ReadonlyMap<MemberId, readonly OptOut[]> {
  const optOuts = new Map<MemberId, OptOut[]>()
  for (const row of rows) {
    optOuts.set(row.member_id, [...(optOuts.get(row.member_id) ?? []), optOutIn(row)])
  }
  return optOuts
}

function optOutIn({ scope, scope_id }: OptOutRow): OptOut {
  if (scope === 'all') return scope
  return scope === 'inviter' ? { inviterId: scope_id } : { groupId: scope_id }
}

/** The columns of an opt-out. */
export function scopeOf(optOut: OptOut): [scope: Scope, scopeId: string] {
  if (optOut === 'all') return [optOut, '']
  return 'inviterId' in optOut ? ['inviter', optOut.inviterId] : ['group', optOut.groupId]
}
