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
