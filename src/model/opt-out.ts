import type { GroupId, MemberId } from './member.js'

/**
 * What a member has switched off: all group invitations (D6), those of one inviter, or those into one group.
 *
 * "Never again from this person" and "never again into this group" are this library's own. Each member may have any
 * number of opt-outs beside each other: to end one of them ends no other.
 *
 * @since 0.1.0
 */
export type OptOut = 'all' | { readonly inviterId: MemberId } | { readonly groupId: GroupId }

/** Whether an invitation of this inviter into this group is stopped. */
export type IsStopped = (inviterId: MemberId, groupId: GroupId) => boolean

/** Which invitations the opt-outs of one member stop: found in the same time, however many there are. */
export function stoppedBy(optOuts: readonly OptOut[] = []): IsStopped {
  if (optOuts.includes('all')) return () => true
  const [inviterIds, groupIds] = [new Set<unknown>(), new Set<unknown>()]
  for (const optOut of optOuts) {
    inviterIds.add(valueIn(Object(optOut) as object, 'inviterId'))
    groupIds.add(valueIn(Object(optOut) as object, 'groupId'))
  }
  return (inviterId, groupId) => inviterIds.has(inviterId) || groupIds.has(groupId)
}

/** Its value, own or by its class. What was added to `Object.prototype` is nobody's setting. */
function valueIn(optOut: object, key: string): unknown {
  const isPolluted = key in Object.prototype && !Object.hasOwn(optOut, key)
  return isPolluted ? undefined : Reflect.get(optOut, key)
}
