import type { InvitationClaim, InvitationRequest, MemberProfile, Standing } from 'group-invitations'
import type { BenchPorts } from '../world.js'
import { type Answers, findAnswers, isOptedOut, type Situation, situationIn } from './answers.js'
import type { ContactOption, Contender, Decision, GroupOption, RuleDenial } from './contender.js'
import { approvalOf, draftOf, excess, type WrittenDraft } from './written-draft.js'

/** The rules as a good service team would write them by hand: the floor. */
export function handWritten(ports: BenchPorts, clock: () => Date): Contender {
  return {
    async evaluate(request) {
      const { inviterId, recipientId, groupId } = request
      const answers = await findAnswers(ports, inviterId, [recipientId], [groupId])
      const situation = situationIn(answers, inviterId, recipientId, groupId)
      return decideByHand(request, situation, clock())
    },

    async groupsFor(inviterId, recipientId) {
      const groupIds = await ports.memberships.findGroupsOf(inviterId)
      const answers = await findAnswers(ports, inviterId, [recipientId], groupIds)
      return chooseGroup(answers, inviterId, recipientId, groupIds, clock())
    },

    async contactsFor(inviterId, groupId) {
      const contactIds = await ports.contacts.findContactsOf(inviterId)
      const answers = await findAnswers(ports, inviterId, contactIds, [groupId], true)
      return chooseContact(answers, inviterId, contactIds, groupId, clock())
    },
  }
}

/** The synchronous core of an evaluation: all rules, one after the other. */
export function decideByHand(
  request: InvitationRequest,
  situation: Situation,
  now: Date,
): Decision {
  const { inviterId, recipientId, groupId, route } = request
  const { inviter, inviterStanding, recipientStanding, claim, profile } = situation
  const draft = draftOf(request)
  const denials: RuleDenial[] = []
  if (inviterId === recipientId) denials.push({ type: 'SelfInvitation' })
  denyInviter(denials, inviter)
  denyGroup(denials, groupId, situation.group !== undefined, inviterStanding)
  if (route === 'group' && !situation.isContact) denials.push({ type: 'NotADirectContact' })
  denyDraft(denials, draft)
  denyRecipient(denials, claim, profile, situation.isOptedOut, now)
  denyStanding(denials, recipientStanding, inviterStanding)
  return denials.length > 0 ? { ok: false, denials } : approvalOf(draft, profile, now)
}

/** What concerns the inviter and the recipient alone is found once. */
function chooseGroup(
  { standings, profiles, optOuts, groups, claims }: Answers,
  inviterId: string,
  recipientId: string,
  groupIds: readonly string[],
  now: Date,
): readonly GroupOption[] {
  const inviter = profiles.get(inviterId)
  const profile = profiles.get(recipientId)
  const claim = claims.get(recipientId)
  const settings = optOuts.get(recipientId)
  return groupIds.map((groupId) => {
    const group = groups.get(groupId)
    const inGroup = standings.get(groupId)
    const inviterStanding = inGroup?.get(inviterId)
    const denials: RuleDenial[] = []
    if (inviterId === recipientId) denials.push({ type: 'SelfInvitation' })
    denyInviter(denials, inviter)
    denyGroup(denials, groupId, group !== undefined, inviterStanding)
    denyRecipient(denials, claim, profile, isOptedOut(settings, inviterId, groupId), now)
    denyStanding(denials, inGroup?.get(recipientId), inviterStanding)
    return { groupId, group, denials }
  })
}

/** What concerns the inviter and the group alone is found once. */
function chooseContact(
  { standings, profiles, optOuts, groups, claims }: Answers,
  inviterId: string,
  contactIds: readonly string[],
  groupId: string,
  now: Date,
): readonly ContactOption[] {
  const inviter = profiles.get(inviterId)
  const groupIsThere = groups.has(groupId)
  const inGroup = standings.get(groupId)
  const inviterStanding = inGroup?.get(inviterId)
  return contactIds.map((contactId) => {
    const profile = profiles.get(contactId)
    const denials: RuleDenial[] = []
    if (inviterId === contactId) denials.push({ type: 'SelfInvitation' })
    denyInviter(denials, inviter)
    denyGroup(denials, groupId, groupIsThere, inviterStanding)
    const isOut = isOptedOut(optOuts.get(contactId), inviterId, groupId)
    denyRecipient(denials, claims.get(contactId), profile, isOut, now)
    denyStanding(denials, inGroup?.get(contactId), inviterStanding)
    return { contactId, profile, denials }
  })
}

const isIn = (standing: Standing | undefined) => standing === 'member' || standing === 'moderator'

function denyInviter(denials: RuleDenial[], inviter: MemberProfile | undefined): void {
  if (!inviter) denials.push({ type: 'InviterNotFound' })
}

function denyGroup(
  denials: RuleDenial[],
  groupId: string,
  isThere: boolean,
  inviterStanding: Standing | undefined,
): void {
  if (!isThere) denials.push({ type: 'GroupNotFound', groupId })
  if (!isIn(inviterStanding)) denials.push({ type: 'InviterNotInGroup', groupId })
}

function denyDraft(denials: RuleDenial[], { subject, text, unsafe }: WrittenDraft): void {
  const subjectLength = excess(subject, 120)
  if (subjectLength !== undefined) {
    denials.push({ type: 'SubjectTooLong', length: subjectLength, limit: 120, unit: 'characters' })
  }
  if (text === '') denials.push({ type: 'TextEmpty' })
  const textLength = excess(text, 500)
  if (textLength !== undefined) {
    denials.push({ type: 'TextTooLong', length: textLength, limit: 500, unit: 'characters' })
  }
  if (unsafe) denials.push(unsafe)
}

function denyRecipient(
  denials: RuleDenial[],
  claim: InvitationClaim | undefined,
  profile: MemberProfile | undefined,
  isOut: boolean,
  now: Date,
): void {
  if (claim && now < claim.repeatableAt) {
    const { invitationId, sentAt, repeatableAt } = claim
    denials.push({ type: 'RateLimited6Months', invitationId, sentAt, repeatableAt })
  }
  if (!profile) denials.push({ type: 'RecipientNotFound' })
  if (isOut) denials.push({ type: 'RecipientOptedOut' })
}

function denyStanding(
  denials: RuleDenial[],
  standing: Standing | undefined,
  inviterStanding: Standing | undefined,
): void {
  if (isIn(standing)) denials.push({ type: 'AlreadyMember' })
  else if (standing === 'pending') {
    denials.push({ type: 'MembershipPending', inviterMayAdmit: inviterStanding === 'moderator' })
  } else if (standing === 'banned') denials.push({ type: 'RecipientBanned' })
}
