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

/** Whether one of these opt-outs stops an invitation of this inviter into this group. */
export function isOptedOut(
  optOuts: readonly OptOut[] | undefined,
  inviterId: MemberId,
  groupId: GroupId,
): boolean {
  if (optOuts === undefined) return false
  return optOuts.some(
    (optOut) =>
      optOut === 'all' || has(optOut, 'inviterId', inviterId) || has(optOut, 'groupId', groupId),
  )
}

/** Whether it has this value itself or by its class. What was added to `Object.prototype` is nobody's setting. */
function has(optOut: object, key: string, value: string): boolean {
  const isPolluted = key in Object.prototype && !Object.hasOwn(optOut, key)
  return !isPolluted && Reflect.get(optOut, key) === value
}
