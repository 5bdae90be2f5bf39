import type { GroupId, MemberId } from '../model/member.js'
import type { OptOut } from '../model/opt-out.js'
import { fieldOf } from '../validation/assert.js'

/** Whether an invitation of this inviter into this group is stopped. */
export type IsStopped = (inviterId: MemberId, groupId: GroupId) => boolean

/** Which invitations the opt-outs of one member stop: found in the same time, however many there are. */
export function stoppedBy(optOuts: readonly OptOut[] | undefined): IsStopped {
  if (optOuts === undefined) return never
  if (optOuts.includes('all')) return always
  const inviterIds = new Set(optOuts.map((optOut) => fieldOf(optOut, 'inviterId')))
  const groupIds = new Set(optOuts.map((optOut) => fieldOf(optOut, 'groupId')))
  return (inviterId, groupId) => inviterIds.has(inviterId) || groupIds.has(groupId)
}

const never: IsStopped = () => false
const always: IsStopped = () => true
