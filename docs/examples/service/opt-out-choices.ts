import type {
  GroupRepository,
  InvitationRepository,
  OptOut,
  PreferenceRepository,
  ProfileRepository,
} from 'group-invitations'
import type { OptOutLink } from './opt-out-links.js'

/** What the page of a link looks up. */
export interface OptOutStores {
  readonly invitations: Pick<InvitationRepository, 'findInvitation'>
  readonly profiles: Pick<ProfileRepository, 'findProfiles'>
  readonly groups: Pick<GroupRepository, 'findGroups'>
  readonly preferences: Pick<PreferenceRepository, 'findOptOuts'>
}

/** Something that a member can switch off. */
export interface OptOutChoice {
  /** Which it is among those of one link. */
  readonly name: 'all' | 'inviter' | 'group'
  readonly optOut: OptOut
  readonly words: string
  /** Whether it is switched off now. */
  readonly isOff: boolean
}

/**
 * What the page of a link offers: everything, and the inviter and the group of the invitation in whose e-mail the link
 * stood. If that invitation was deleted, everything alone.
 */
export async function optOutChoices(
  stores: OptOutStores,
  { memberId, invitationId }: OptOutLink,
): Promise<readonly OptOutChoice[]> {
  const invitation = await stores.invitations.findInvitation(invitationId)
  if (invitation === undefined) {
    const isOff = hasAll((await stores.preferences.findOptOuts([memberId], [], [])).get(memberId))
    return [{ ...ALL, isOff }]
  }
  const { inviterId, groupId } = invitation
  const [profiles, groups, found] = await Promise.all([
    stores.profiles.findProfiles([inviterId], memberId),
    stores.groups.findGroups([groupId]),
    stores.preferences.findOptOuts([memberId], [inviterId], [groupId]),
  ])
  const optOuts = found.get(memberId) ?? []
  const inviter = profiles.get(inviterId)?.displayName ?? 'the member who invited you'
  const group = groups.get(groupId)?.name
  return [
    { ...ALL, isOff: hasAll(optOuts) },
    {
      name: 'inviter',
      optOut: { inviterId },
      words: `invitations from ${inviter}`,
      isOff: optOuts.some(
        (each) => each !== 'all' && 'inviterId' in each && each.inviterId === inviterId,
      ),
    },
    {
      name: 'group',
      optOut: { groupId },
      words: `invitations into ${group === undefined ? 'that group' : `“${group}”`}`,
      isOff: optOuts.some(
        (each) => each !== 'all' && 'groupId' in each && each.groupId === groupId,
      ),
    },
  ]
}

/** Everything: what a mail program's own button means. */
export const ALL = { name: 'all', optOut: 'all', words: 'all group invitations' } as const

const hasAll = (optOuts: readonly OptOut[] = []) => optOuts.includes('all')
