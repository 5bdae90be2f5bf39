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

/** What a link is about: everything, or the inviter or the group of the invitation in whose e-mail it stood. */
export type OptOutName = 'all' | 'inviter' | 'group'

/** In words that anybody may see who has the e-mail: whether the member still sees the inviter is private too. */
export const WORDS: Readonly<Record<OptOutName, string>> = {
  all: 'all group invitations',
  inviter: 'invitations from the member who wrote this one',
  group: 'invitations into this group',
}

/** What the member has set, for that member alone. */
export interface OptOutSetting {
  readonly name: OptOutName
  readonly words: string
  readonly isOff: boolean
}

/** The opt-out that a button sets or ends; `undefined`: the invitation was deleted. */
export async function findOptOut(
  { invitations }: OptOutStores,
  { invitationId }: OptOutLink,
  name: OptOutName,
): Promise<OptOut | undefined> {
  // One click must not wait for what it does not need, nor fail with it.
  if (name === 'all') return 'all'
  const invitation = await invitations.findInvitation(invitationId)
  if (invitation === undefined) return undefined
  const { inviterId, groupId } = invitation
  return name === 'inviter' ? { inviterId } : { groupId }
}

/** What the page shows to its member: everything alone, if it is off or the invitation was deleted. */
export async function findSettings(
  { invitations, profiles, groups, preferences }: OptOutStores,
  { memberId, invitationId }: OptOutLink,
): Promise<readonly OptOutSetting[]> {
  const invitation = await invitations.findInvitation(invitationId)
  const inviterIds = invitation ? [invitation.inviterId] : []
  const groupIds = invitation ? [invitation.groupId] : []
  const [found, inviters, names] = await Promise.all([
    preferences.findOptOuts([memberId], inviterIds, groupIds),
    profiles.findProfiles(inviterIds, memberId),
    groups.findGroups(groupIds),
  ])
  const optOuts = found.get(memberId) ?? []
  const isAllOff = optOuts.includes('all')
  const all: OptOutSetting = { name: 'all', words: WORDS.all, isOff: isAllOff }
  if (invitation === undefined || isAllOff) return [all]

  const { inviterId, groupId } = invitation
  const inviter = inviters.get(inviterId)?.displayName
  const group = names.get(groupId)?.name
  return [
    all,
    {
      name: 'inviter',
      words: inviter === undefined ? WORDS.inviter : `invitations from ${inviter}`,
      isOff: optOuts.some(
        (each) => each !== 'all' && 'inviterId' in each && each.inviterId === inviterId,
      ),
    },
    {
      name: 'group',
      words: group === undefined ? WORDS.group : `invitations into “${group}”`,
      isOff: optOuts.some(
        (each) => each !== 'all' && 'groupId' in each && each.groupId === groupId,
      ),
    },
  ]
}
