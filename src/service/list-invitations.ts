import { err, ok, type Result } from 'neverthrow'
import type { DependencyFailed } from '../model/errors.js'
import type { InvitationStatus } from '../model/invitation-change.js'
import type { Invitation } from '../model/invitation.js'
import {
  belongs,
  fieldsOfGroup,
  fieldsOfProfile,
  type Group,
  type MemberProfile,
} from '../model/member.js'
import type { InvitationPolicy } from '../policy/invitation-policy.js'
import { ask } from '../ports/asking.js'
import {
  checkGroupsToChoose,
  checkOptOuts,
  checkProfilesToChoose,
  checkStandings,
} from '../ports/check-answers.js'
import type { AnswerServiceRepositories } from '../ports/repositories.js'
import { stoppedBy } from '../ports/stopped-by.js'
import { findChanges } from './find-changes.js'
import { findPage, type InvitationPage, type PageRequest } from './invitation-page.js'
import { withRealReference } from './real-reference.js'

/**
 * An invitation that its recipient can answer.
 *
 * @since 0.1.0
 */
export interface ReceivedItem {
  /** Its reference is absent if the recipient's own profile has no such entry any more. */
  readonly invitation: Invitation
  /** The inviter's profile, as the recipient may see it. */
  readonly inviter: MemberProfile
  readonly group: Group
}

/**
 * An invitation that the inviter has sent, as far as the inviter may know what became of it.
 *
 * @since 0.1.0
 */
export interface SentItem {
  readonly invitation: Invitation
  /** The recipient's profile, as the inviter may see it; `undefined`: there is none, or the inviter may not see it. */
  readonly recipient: MemberProfile | undefined
  /** The group; `undefined`: there is none any more. */
  readonly group: Group | undefined
  /** A declined invitation is `Open` until its `repeatableAt`, and then `Expired`, as if nothing had been done. */
  readonly status: SentStatus
}

/**
 * What the inviter may know of an invitation's life.
 *
 * @since 0.1.0
 */
export type SentStatus = 'Open' | 'Accepted' | 'Withdrawn' | 'Expired'

/** What the recipient can answer. Rejects with the first outage. */
export async function listReceived(
  policy: Pick<InvitationPolicy, 'now'>,
  repositories: AnswerServiceRepositories,
  request: PageRequest,
): Promise<Result<InvitationPage<ReceivedItem>, DependencyFailed>> {
  const time = policy.now()
  if (time.isErr()) return err(time.error)
  const { memberId } = request
  const { items, ...page } = await findPage(repositories, 'recipient', request)
  if (items.length === 0) return ok({ items: [] })
  const inviterIds = distinct(items, ({ inviterId }) => inviterId)
  const groupIds = distinct(items, ({ groupId }) => groupId)
  const { memberships, preferences } = repositories
  const [changes, profiles, groups, standings, optOuts] = await Promise.all([
    findChanges(repositories.answers, idsOf(items)),
    findProfiles(repositories, [...inviterIds, memberId], memberId),
    findGroups(repositories, groupIds),
    ask(
      'memberships',
      'findStandings',
      () => memberships.findStandings(groupIds, [memberId]),
      checkStandings,
    ),
    ask(
      'preferences',
      'findOptOuts',
      () => preferences.findOptOuts([memberId], inviterIds, groupIds),
      checkOptOuts,
    ),
  ])
  const isStopped = stoppedBy(optOuts.get(memberId))
  const received = items.flatMap((invitation): ReceivedItem[] => {
    const { invitationId, inviterId, groupId, repeatableAt, text } = invitation
    const standing = standings.get(groupId)?.get(memberId)
    const isOpen = !changes.has(invitationId) && time.value < repeatableAt && text !== ''
    const isWanted = !isStopped(inviterId, groupId)
    const isJoinable = !belongs(standing) && standing !== 'banned'
    const inviter = profiles.get(inviterId)
    const group = groups.get(groupId)
    if (!isOpen || !isWanted || !isJoinable || !inviter || !group) return []
    return [
      {
        invitation: withRealReference(invitation, profiles.get(memberId)),
        inviter: fieldsOfProfile(inviter),
        group: fieldsOfGroup(group),
      },
    ]
  })
  return ok({ items: received, ...page })
}

/** What the inviter has sent. Rejects with the first outage. */
export async function listSent(
  policy: Pick<InvitationPolicy, 'now'>,
  repositories: AnswerServiceRepositories,
  request: PageRequest,
): Promise<Result<InvitationPage<SentItem>, DependencyFailed>> {
  const time = policy.now()
  if (time.isErr()) return err(time.error)
  const { items, ...page } = await findPage(repositories, 'inviter', request)
  if (items.length === 0) return ok({ items: [] })
  const recipientIds = distinct(items, ({ recipientId }) => recipientId)
  const groupIds = distinct(items, ({ groupId }) => groupId)
  const [changes, profiles, groups] = await Promise.all([
    findChanges(repositories.answers, idsOf(items)),
    findProfiles(repositories, recipientIds, request.memberId),
    findGroups(repositories, groupIds),
  ])
  const sent = items.map((invitation): SentItem => {
    const { invitationId, recipientId, groupId, repeatableAt } = invitation
    const recipient = profiles.get(recipientId)
    const group = groups.get(groupId)
    return {
      invitation,
      recipient: recipient && fieldsOfProfile(recipient),
      group: group && fieldsOfGroup(group),
      status: statusForInviter(changes.get(invitationId)?.status, time.value >= repeatableAt),
    }
  })
  return ok({ items: sent, ...page })
}

/** A decline looks like silence. */
function statusForInviter(status: InvitationStatus | undefined, isExpired: boolean): SentStatus {
  if (status === 'Accepted' || status === 'Withdrawn') return status
  return isExpired ? 'Expired' : 'Open'
}

const idsOf = (items: readonly Invitation[]) => items.map(({ invitationId }) => invitationId)

function distinct(items: readonly Invitation[], of: (item: Invitation) => string): string[] {
  return [...new Set(items.map(of))]
}

function findProfiles(
  { profiles }: AnswerServiceRepositories,
  memberIds: readonly string[],
  viewerId: string,
) {
  const find = () => profiles.findProfiles(memberIds, viewerId)
  return ask('profiles', 'findProfiles', find, checkProfilesToChoose)
}

function findGroups({ groups }: AnswerServiceRepositories, groupIds: readonly string[]) {
  return ask('groups', 'findGroups', () => groups.findGroups(groupIds), checkGroupsToChoose)
}
