// How every contender except the library finds what it decides on.
import type { Group, InvitationClaim, MemberProfile, OptOut, Standing } from 'group-invitations'
import type { BenchPorts } from '../world.js'

/** What the ports answer about an inviter, and any number of recipients and groups. */
export interface Answers {
  readonly standings: ReadonlyMap<string, ReadonlyMap<string, Standing>>
  readonly profiles: ReadonlyMap<string, MemberProfile>
  readonly optOuts: ReadonlyMap<string, readonly OptOut[]>
  readonly groups: ReadonlyMap<string, Group>
  readonly claims: ReadonlyMap<string, InvitationClaim>
  /** Absent: all recipients are contacts. */
  readonly contacts: ReadonlySet<string> | undefined
}

/** What is known of one inviter, one recipient and one group. */
export interface Situation {
  readonly inviter: MemberProfile | undefined
  readonly group: Group | undefined
  readonly inviterStanding: Standing | undefined
  readonly recipientStanding: Standing | undefined
  readonly profile: MemberProfile | undefined
  readonly isOptedOut: boolean
  readonly isContact: boolean
  readonly claim: InvitationClaim | undefined
}

/** Calls each port once, all in parallel. */
export async function findAnswers(
  ports: BenchPorts,
  inviterId: string,
  recipientIds: readonly string[],
  groupIds: readonly string[],
  areContacts = false,
): Promise<Answers> {
  const [standings, profiles, optOuts, groups, claims, contacts] = await Promise.all([
    ports.memberships.findStandings(groupIds, [inviterId, ...recipientIds]),
    ports.profiles.findProfiles([inviterId, ...recipientIds], inviterId),
    ports.preferences.findOptOuts(recipientIds, [inviterId], groupIds),
    ports.groups.findGroups(groupIds),
    ports.invitations.findClaims(inviterId, recipientIds),
    areContacts ? undefined : ports.contacts.findContactsAmong(inviterId, recipientIds),
  ])
  return { standings, profiles, optOuts, groups, claims, contacts }
}

export function situationIn(
  { standings, profiles, optOuts, groups, claims, contacts }: Answers,
  inviterId: string,
  recipientId: string,
  groupId: string,
): Situation {
  const inGroup = standings.get(groupId)
  return {
    inviter: profiles.get(inviterId),
    group: groups.get(groupId),
    inviterStanding: inGroup?.get(inviterId),
    recipientStanding: inGroup?.get(recipientId),
    profile: profiles.get(recipientId),
    isOptedOut: isOptedOut(optOuts.get(recipientId), inviterId, groupId),
    isContact: contacts?.has(recipientId) ?? true,
    claim: claims.get(recipientId),
  }
}

/** Whether one of the recipient's settings stops this inviter, or invitations into this group. */
export function isOptedOut(
  optOuts: readonly OptOut[] | undefined,
  inviterId: string,
  groupId: string,
): boolean {
  if (!optOuts) return false
  for (const optOut of optOuts) {
    if (optOut === 'all') return true
    if ('inviterId' in optOut ? optOut.inviterId === inviterId : optOut.groupId === groupId) {
      return true
    }
  }
  return false
}
