import {
  type Group,
  type InvitationClaim,
  type MemberProfile,
  type OptOut,
  type RecentFingerprint,
  repeatableAt,
  type Repositories,
  type Standing,
} from 'group-invitations'
import { pick } from '../../src/memory/store.js'
import { VERA } from './draft.js'
import { GONE, GROUP, GROUP_PICKER, PICKERS } from './requests.js'

/** The ports that every contender calls: for many at once, and answered by promises, as a database's driver does. */
export type BenchPorts = Pick<
  Repositories,
  'memberships' | 'profiles' | 'preferences' | 'contacts' | 'groups' | 'invitations'
>

const SENT_LATELY = new Date('2026-03-01T09:30:00.000Z')
const SENT_LONG_AGO = new Date('2025-03-01T09:30:00.000Z')

const memberId = (index: number) => `m-${index}`

/** The same numbers in every run: xorshift of 32 bits. */
function seededRandom(): (below: number) => number {
  let state = 20261123
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

function profileOf(index: number): MemberProfile {
  return {
    displayName: `Vera Muster ${index}`,
    givenName: 'Vera',
    familyName: `Muster ${index}`,
    locale: 'de',
    wants: ['Austausch', `Thema ${index % 97}`],
    haves: ['TypeScript', `Erfahrung ${index % 89}`],
    other: [`Firma ${index % 83}`],
  }
}

/** Each kind stops the invitations that are measured: as many as the one switch would. */
function optOutsOf(index: number): readonly OptOut[] {
  if (index % 2 === 0) return ['all']
  return index % 4 === 1
    ? [{ inviterId: memberId(index - 1) }, { groupId: GROUP }]
    : Object.values(PICKERS).map((inviterId) => ({ inviterId }))
}

// Rows, made at each call as by the driver of a database. Field by field: spreads would take longer than all the rest.

const profileRow = (profile: MemberProfile | undefined): MemberProfile | undefined =>
  profile && {
    displayName: profile.displayName,
    givenName: profile.givenName,
    familyName: profile.familyName,
    locale: profile.locale,
    wants: profile.wants.slice(),
    haves: profile.haves.slice(),
    other: profile.other.slice(),
  }

const groupRow = (group: Group | undefined): Group | undefined =>
  group && { name: group.name, url: group.url }

const claimRow = (claim: InvitationClaim | undefined): InvitationClaim | undefined =>
  claim && {
    invitationId: claim.invitationId,
    sentAt: new Date(claim.sentAt),
    repeatableAt: new Date(claim.repeatableAt),
  }

const optOutRow = (optOut: OptOut): OptOut => (optOut === 'all' ? optOut : { ...optOut })

/**
 * A network in maps: members, 1,000 groups, past invitations evenly spread over the members as inviters.
 *
 * The first inviter, `m-0`, is in the group, and nothing speaks against their inviting `m-1`; everything speaks against
 * `m-2`. Each picker of `PICKERS` has so many contacts, of whom about one in four cannot be invited.
 * `m-gone` is still a moderator of the group, and `m-0` a member of the group that is gone.
 */
export function createWorld(members: number, pastInvitations: number): BenchPorts {
  if (members < 20_000) throw new RangeError('There are to be twice as many members as contacts.')
  const random = seededRandom()
  // Few, so that they stay in the caches of the processor: only the rows that are made of them are to be measured.
  const samples = Array.from({ length: 100 }, (_, index) => profileOf(index))
  const profiles = new Map<string, MemberProfile>()
  const optOuts = new Map<string, readonly OptOut[]>()
  const groups = new Map<string, Group>()
  const standings = new Map<string, Map<string, Standing>>()
  const groupsOf = new Map<string, string[]>()
  const contacts = new Map<string, Set<string>>()
  const claims = new Map<string, Map<string, InvitationClaim>>()

  const join = (groupId: string, member: string, standing: Standing) => {
    const inGroup = standings.get(groupId) ?? new Map<string, Standing>()
    standings.set(groupId, inGroup.set(member, standing))
    if (standing === 'member' || standing === 'moderator') {
      groupsOf.set(member, [...(groupsOf.get(member) ?? []), groupId])
    }
  }
  const claim = (inviter: string, recipient: string, sentAt: Date, invitationId: string) => {
    const byInviter = claims.get(inviter) ?? new Map<string, InvitationClaim>()
    const ends = sentAt === SENT_LATELY ? LATELY_ENDS : LONG_AGO_ENDS
    claims.set(inviter, byInviter.set(recipient, { invitationId, sentAt, repeatableAt: ends }))
  }

  for (let index = 0; index < 1_000; index += 1) {
    groups.set(`g-${index}`, { name: `Gruppe ${index}`, url: `https://network.example/${index}` })
  }
  for (let index = 0; index < members; index += 1) {
    const profile = samples[index % samples.length]
    if (profile) profiles.set(memberId(index), profile)
    if (index > 2 && random(10) === 0) optOuts.set(memberId(index), optOutsOf(index))
    if (index > 2) join(`g-${random(1_000)}`, memberId(index), 'member')
  }
  for (let index = 0; index < pastInvitations; index += 1) {
    const sentAt = random(3) === 0 ? SENT_LATELY : SENT_LONG_AGO
    const inviter = 3 + (index % (members - 3))
    claim(memberId(inviter), memberId(3 + random(members - 3)), sentAt, `i-${index}`)
  }

  join(GROUP, 'm-0', 'moderator')
  join(GROUP, 'm-2', 'member')
  join(GROUP, GONE.member, 'moderator')
  join(GONE.group, 'm-0', 'member')
  profiles.set('m-1', VERA)
  contacts.set('m-0', new Set(['m-1']))
  optOuts.set('m-2', ['all'])
  claim('m-0', 'm-1', SENT_LONG_AGO, 'i-old')
  claim('m-0', 'm-2', SENT_LATELY, 'i-recent')

  for (const [count, picker] of Object.entries(PICKERS)) {
    profiles.set(picker, profileOf(0))
    join(GROUP, picker, 'member')
    const chosen = new Set<string>()
    while (chosen.size < Number(count)) chosen.add(memberId(3 + random(members - 3)))
    contacts.set(picker, chosen)
    for (const contact of chosen) {
      const fate = random(20)
      if (fate === 0) join(GROUP, contact, 'member')
      else if (fate === 1) join(GROUP, contact, 'pending')
      else if (fate < 4) claim(picker, contact, SENT_LATELY, `i-${picker}-${contact}`)
      else if (fate < 7) claim(picker, contact, SENT_LONG_AGO, `i-${picker}-${contact}`)
      else if (fate === 7) join(GROUP, contact, 'banned')
    }
  }

  const { inviterId, recipientId } = GROUP_PICKER
  profiles.set(inviterId, profileOf(0))
  profiles.set(recipientId, profileOf(1))
  optOuts.set(recipientId, [{ groupId: 'g-7' }, { groupId: 'g-70' }])
  const fates = ['member', 'pending', 'banned'] as const
  for (let index = 0; index < 300; index += 1) {
    join(`g-${index}`, inviterId, index % 10 === 0 ? 'moderator' : 'member')
    const fate = fates[random(20)]
    if (fate) join(`g-${index}`, recipientId, fate)
  }

  return {
    memberships: {
      async findStandings(groupIds, memberIds) {
        return Promise.resolve(
          pick(groupIds, (groupId) => {
            const inGroup = standings.get(groupId)
            return inGroup && pick(memberIds, (member) => inGroup.get(member))
          }),
        )
      },
      findGroupsOf: async (member) => Promise.resolve([...(groupsOf.get(member) ?? [])]),
    },
    profiles: {
      findProfiles: async (memberIds) =>
        Promise.resolve(pick(memberIds, (member) => profileRow(profiles.get(member)))),
    },
    preferences: {
      findOptOuts: async (memberIds) =>
        Promise.resolve(pick(memberIds, (member) => optOuts.get(member)?.map(optOutRow))),
      setOptOut: () => undefined,
    },
    contacts: {
      findContactsAmong: async (member, candidates) => {
        const known = contacts.get(member)
        return Promise.resolve(new Set(candidates.filter((candidate) => known?.has(candidate))))
      },
      findContactsOf: async (member) => Promise.resolve([...(contacts.get(member) ?? [])]),
    },
    groups: {
      findGroups: async (groupIds) =>
        Promise.resolve(pick(groupIds, (groupId) => groupRow(groups.get(groupId)))),
    },
    invitations: {
      findClaims: async (inviter, recipients) => {
        const byInviter = claims.get(inviter)
        return Promise.resolve(pick(recipients, (recipient) => claimRow(byInviter?.get(recipient))))
      },
      findRecentFingerprints: async () => Promise.resolve([]),
      findInvitation: () => undefined,
      commit: () => ({ type: 'Committed' }),
    },
  }
}

const LATELY_ENDS = repeatableAt(SENT_LATELY)
const LONG_AGO_ENDS = repeatableAt(SENT_LONG_AGO)

/** The same network, in which every inviter has sent these texts lately. */
export function withFingerprints(
  ports: BenchPorts,
  fingerprints: readonly RecentFingerprint[],
): BenchPorts {
  const findRecentFingerprints = async () => Promise.resolve(fingerprints)
  return { ...ports, invitations: { ...ports.invitations, findRecentFingerprints } }
}
