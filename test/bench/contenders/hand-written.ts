import { addMonths } from 'date-fns/addMonths'
import { UTCDateMini } from '@date-fns/utc/date/mini'
import type {
  Group,
  InvitationClaim,
  InvitationRequest,
  MemberProfile,
  OptOut,
  Route,
  Standing,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import type { BenchPorts } from '../world.js'
import type { Choice, Contender, Decision, RuleDenial } from './contender.js'

/** What is known about a pair and a group. */
export interface Situation {
  readonly inviter: MemberProfile | undefined
  readonly group: Group | undefined
  readonly inviterStanding: Standing | undefined
  readonly recipientStanding: Standing | undefined
  readonly profile: MemberProfile | undefined
  readonly optedOut: boolean
  readonly isContact: boolean
  readonly claim: InvitationClaim | undefined
}

const UNSAFE_IN_SUBJECT =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069](?<!\t)/u
const UNSAFE_IN_TEXT =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069](?<![\t\n\r\u0085])/u

const utc = (value: Date | number | string) => new UTCDateMini(value)

export function normalize(text: string): string {
  return text
    .replace(/[\u00AD\u180E\u200B\u2060\uFEFF]/g, '')
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .trim()
    .normalize('NFC')
}

let segmenter: Intl.Segmenter | undefined

/** A character has at least one unit, so that only a text with more units than characters allowed is looked through. */
export function excess(text: string, limit: number): number | undefined {
  if (text.length <= limit) return undefined
  segmenter ??= new Intl.Segmenter()
  let length = 0
  for (const _character of segmenter.segment(text)) length += 1
  return length > limit ? length : undefined
}

/** The first character that is not safe to send on. */
export function unsafeCharacter(given: InvitationRequest): RuleDenial | undefined {
  const subject = given.subject ?? ''
  const inSubject = subject.search(UNSAFE_IN_SUBJECT)
  if (inSubject >= 0) {
    const codePoint = subject.codePointAt(inSubject) ?? 0
    return { type: 'UnsafeCharacter', field: 'subject', index: inSubject, codePoint }
  }
  const inText = given.text.search(UNSAFE_IN_TEXT)
  if (inText < 0) return undefined
  const codePoint = given.text.codePointAt(inText) ?? 0
  return { type: 'UnsafeCharacter', field: 'text', index: inText, codePoint }
}

/** Whether one of the recipient's settings stops this inviter, or invitations into this group. */
function isOptedOut(
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

const isIn = (standing: Standing | undefined) => standing === 'member' || standing === 'moderator'

/** All rules, one after the other; without a draft those that look at the people. */
function denialsFor(
  inviterId: string,
  recipientId: string,
  groupId: string,
  route: Route,
  situation: Situation,
  now: Date,
  draft?: { given: InvitationRequest; subject: string; text: string },
): RuleDenial[] {
  const denials: RuleDenial[] = []
  if (inviterId === recipientId) denials.push({ type: 'SelfInvitation' })
  if (!situation.inviter) denials.push({ type: 'InviterNotFound' })
  if (!situation.group) denials.push({ type: 'GroupNotFound', groupId })
  if (!isIn(situation.inviterStanding)) denials.push({ type: 'InviterNotInGroup', groupId })
  if (route === 'group' && !situation.isContact) denials.push({ type: 'NotADirectContact' })
  if (draft) {
    const subjectLength = excess(draft.subject, 120)
    if (subjectLength !== undefined) {
      denials.push({
        type: 'SubjectTooLong',
        length: subjectLength,
        limit: 120,
        unit: 'characters',
      })
    }
    if (draft.text === '') denials.push({ type: 'TextEmpty' })
    const textLength = excess(draft.text, 500)
    if (textLength !== undefined) {
      denials.push({ type: 'TextTooLong', length: textLength, limit: 500, unit: 'characters' })
    }
    const unsafe = unsafeCharacter(draft.given)
    if (unsafe) denials.push(unsafe)
  }
  const { claim } = situation
  if (claim && now < claim.repeatableAt) {
    const { invitationId, sentAt, repeatableAt } = claim
    denials.push({ type: 'RateLimited6Months', invitationId, sentAt, repeatableAt })
  }
  if (!situation.profile) denials.push({ type: 'RecipientNotFound' })
  if (situation.optedOut) denials.push({ type: 'RecipientOptedOut' })
  if (isIn(situation.recipientStanding)) denials.push({ type: 'AlreadyMember' })
  if (situation.recipientStanding === 'pending') {
    const inviterMayAdmit = situation.inviterStanding === 'moderator'
    denials.push({ type: 'MembershipPending', inviterMayAdmit })
  }
  if (situation.recipientStanding === 'banned') denials.push({ type: 'RecipientBanned' })
  return denials
}

/** The synchronous core: everything but the reading. */
export function decideByHand(
  request: InvitationRequest,
  situation: Situation,
  now: Date,
): Decision {
  const subject = normalize(request.subject ?? '')
  const text = normalize(request.text)
  const { inviterId, recipientId, groupId, route } = request
  const draft = { given: request, subject, text }
  const denials = denialsFor(inviterId, recipientId, groupId, route, situation, now, draft)
  return denials.length > 0
    ? { ok: false, denials }
    : approvalOf(subject, text, situation.profile, now)
}

/** Who sends stores a fingerprint: everyone takes the library's. */
export function approvalOf(
  subject: string,
  text: string,
  profile: MemberProfile | undefined,
  now: Date,
): Decision {
  return {
    ok: true,
    subject: subject || undefined,
    text,
    decidedAt: now,
    repeatableAt: new Date(+addMonths(now, 6, { in: utc })),
    textFingerprint: fingerprintText(text, profile),
  }
}

/** Reads what is known for one request: all ports side by side. */
export async function situationOf(
  ports: BenchPorts,
  { inviterId, recipientId, groupId }: InvitationRequest,
): Promise<Situation> {
  const [standings, profiles, optOuts, contacts, groups, claims] = await Promise.all([
    ports.memberships.findStandings([groupId], [inviterId, recipientId]),
    ports.profiles.findProfiles([inviterId, recipientId], inviterId),
    ports.preferences.findOptOuts([recipientId], [inviterId], [groupId]),
    ports.contacts.findContactsAmong(inviterId, [recipientId]),
    ports.groups.findGroups([groupId]),
    ports.invitations.findClaims(inviterId, [recipientId]),
  ])
  const inGroup = standings.get(groupId)
  return {
    inviter: profiles.get(inviterId),
    group: groups.get(groupId),
    inviterStanding: inGroup?.get(inviterId),
    recipientStanding: inGroup?.get(recipientId),
    profile: profiles.get(recipientId),
    optedOut: isOptedOut(optOuts.get(recipientId), inviterId, groupId),
    isContact: contacts.has(recipientId),
    claim: claims.get(recipientId),
  }
}

/** Reads what is known for each contact: as many calls for one as for thousands. */
export async function situationsOf(
  ports: BenchPorts,
  inviterId: string,
  groupId: string,
): Promise<[contactId: string, situation: Situation][]> {
  const contactIds = await ports.contacts.findContactsOf(inviterId)
  const [standings, profiles, optOuts, groups, claims] = await Promise.all([
    ports.memberships.findStandings([groupId], [inviterId, ...contactIds]),
    ports.profiles.findProfiles([inviterId, ...contactIds], inviterId),
    ports.preferences.findOptOuts(contactIds, [inviterId], [groupId]),
    ports.groups.findGroups([groupId]),
    ports.invitations.findClaims(inviterId, contactIds),
  ])
  const inGroup = standings.get(groupId)
  const inviter = profiles.get(inviterId)
  const group = groups.get(groupId)
  const inviterStanding = inGroup?.get(inviterId)
  return contactIds.map((contactId) => [
    contactId,
    {
      inviter,
      group,
      inviterStanding,
      recipientStanding: inGroup?.get(contactId),
      profile: profiles.get(contactId),
      optedOut: isOptedOut(optOuts.get(contactId), inviterId, groupId),
      isContact: true,
      claim: claims.get(contactId),
    },
  ])
}

/** The rules as a good service team would write them by hand: the floor. */
export function handWritten(ports: BenchPorts, clock: () => Date): Contender {
  return {
    async evaluate(request) {
      return decideByHand(request, await situationOf(ports, request), clock())
    },

    async contactsFor(inviterId, groupId) {
      const now = clock()
      const choices: Choice[] = []
      for (const [contactId, situation] of await situationsOf(ports, inviterId, groupId)) {
        choices.push({
          contactId,
          profile: situation.profile,
          denials: denialsFor(inviterId, contactId, groupId, 'group', situation, now),
        })
      }
      return choices
    },
  }
}
