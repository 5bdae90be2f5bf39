import {
  type InvitationFacts,
  type InvitationRequest,
  type MemberProfile,
  type OptOut,
  repeatableAt,
  type Standing,
} from 'group-invitations'
import { fingerprintText, RECENT_FINGERPRINT_DAYS } from 'group-invitations/content'
import { everybody, groupOf, type PersonKey, profileOf } from './people.js'
import { entriesIn, type State } from './state.js'

/** What is known of an invitation that was sent: its claim and its fingerprint. */
export interface SentBefore {
  readonly invitationId: string
  readonly inviterId: string
  readonly recipientId: string
  readonly sentAt: Date
  readonly repeatableAt: Date
  /** Absent: it was sent too long ago to be compared. */
  readonly textFingerprint?: string
}

const DAY = 86_400_000

/** The instant of the decision. */
export function instantOf({ now }: Pick<State, 'now'>): Date {
  return new Date(`${now}Z`)
}

export function requestOf(state: State): InvitationRequest {
  const { inviter, recipient, group, route, subject, text } = state
  return { inviterId: inviter, recipientId: recipient, groupId: group, route, subject, text }
}

/** The profile of a person, which the user has changed if it is the recipient's. */
export function profileIn(state: State, person: PersonKey): MemberProfile | undefined {
  const profile = profileOf(person)
  if (profile === undefined || person !== state.recipient) return profile
  return {
    ...profile,
    locale: state.locale === '' ? undefined : state.locale,
    wants: entriesIn(state.wants),
    haves: entriesIn(state.haves),
    other: entriesIn(state.other),
  }
}

/** The standing of a person in the chosen group. Somebody who invites themselves has that of the inviter. */
export function standingIn(state: State, person: PersonKey): Standing | undefined {
  const { inviter, recipient, inviterStanding, recipientStanding } = state
  if (person === 'nobody' || state.group === 'none') return undefined
  const standings: Partial<Record<PersonKey, State['inviterStanding']>> = {
    [recipient]: recipientStanding,
    [inviter]: inviterStanding,
  }
  const standing = standings[person] ?? 'none'
  return standing === 'none' ? undefined : standing
}

/** Nobody is a contact of themselves, nor of somebody who is not there. */
export function areContactsIn({ areContacts, inviter, recipient }: State): boolean {
  return areContacts && ![recipient, 'nobody'].includes(inviter) && recipient !== 'nobody'
}

export function optOutsOf({ optOuts, inviter, recipient, group }: State): OptOut[] {
  if (recipient === 'nobody') return []
  const byScope = {
    all: 'all',
    inviter: { inviterId: inviter },
    group: { groupId: group },
  } as const
  return optOuts.map((scope) => byScope[scope])
}

/** Who got the copied text: the first people besides the two. */
function copyRecipients({ copies, inviter, recipient }: State): PersonKey[] {
  return everybody()
    .filter((person) => person !== inviter && person !== recipient)
    .slice(0, copies)
}

/** What the inviter has sent before the case begins. */
export function sentBefore(state: State): SentBefore[] {
  const { inviter, recipient, invitedOn, copied } = state
  const sent = (id: string, to: PersonKey, sentAt: Date) => ({
    ...{ invitationId: id, inviterId: inviter, recipientId: to },
    ...{ sentAt, repeatableAt: repeatableAt(sentAt) },
  })
  const aWeekAgo = new Date(+instantOf(state) - 7 * DAY)
  return [
    ...(invitedOn === '' ? [] : [sent('earlier', recipient, new Date(`${invitedOn}T00:00Z`))]),
    ...copyRecipients(state).map((to) => ({
      ...sent(`copy-${to}`, to, aWeekAgo),
      textFingerprint: fingerprintText(copied, profileIn(state, to)),
    })),
  ]
}

/** All that the rules may know, with what was sent in the playground itself. */
export function factsOf(state: State, sentHere: readonly SentBefore[]): InvitationFacts {
  const { inviter, recipient } = state
  const now = instantOf(state)
  const sent = [...sentBefore(state), ...sentHere].filter(({ inviterId }) => inviterId === inviter)
  return {
    now,
    inviterProfile: profileIn(state, inviter),
    group: groupOf(state.group),
    inviterStanding: standingIn(state, inviter),
    recipientStanding: standingIn(state, recipient),
    recipientProfile: profileIn(state, recipient),
    recipientOptedOut: optOutsOf(state).length > 0,
    areDirectContacts: areContactsIn(state),
    claim: latest(sent.filter(({ recipientId }) => recipientId === recipient)),
    recentFingerprints: sent.flatMap(({ recipientId, sentAt, textFingerprint }) =>
      textFingerprint !== undefined && +sentAt >= +now - RECENT_FINGERPRINT_DAYS * DAY
        ? [{ recipientId, textFingerprint }]
        : [],
    ),
  }
}

/** The claim that a pair has: the one that ends last. */
export function latest(sent: readonly SentBefore[]): SentBefore | undefined {
  return sent.reduce<SentBefore | undefined>(
    (last, each) => (last === undefined || each.repeatableAt > last.repeatableAt ? each : last),
    undefined,
  )
}
