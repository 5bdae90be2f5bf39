import { err, ok, type Result } from 'neverthrow'
import type { AnswerAction, AnswerDenial, AnswerFacts } from '../decision/answer.js'
import { decideAnswer } from '../decision/decide-answer.js'
import type { DependencyFailed } from '../model/errors.js'
import type {
  InvitationActor,
  InvitationChange,
  InvitationStatus,
} from '../model/invitation-change.js'
import type { Invitation } from '../model/invitation.js'
import type { Group, GroupId, MemberId, MemberProfile, Standing } from '../model/member.js'
import type { InvitationPolicy } from '../policy/invitation-policy.js'
import type { ChangeRecord } from '../ports/answer-repository.js'
import { ask, outageOf } from '../ports/asking.js'
import { checkGroups, checkProfiles, checkStandings } from '../ports/check-answers.js'
import { checkChangeOutcome } from '../ports/check-changes.js'
import type { AnswerServiceRepositories } from '../ports/repositories.js'
import type { ParsedAnswer } from './answer-request.js'
import { findChanges } from './find-changes.js'
import { findInvitation } from './find-invitation.js'

/**
 * An invitation that was answered or withdrawn.
 *
 * @since 0.1.0
 */
export interface AnsweredInvitation {
  readonly invitation: Invitation
  /** The stored status. A withdrawn invitation stays `Withdrawn` if it is declined, and is `replayed` then. */
  readonly status: InvitationStatus
  /** Only after accepting: the recipient's standing in the group, as it is now. Absent: they have left it again. */
  readonly standing?: Standing
  /** Whether it was so before, so that this call wrote nothing. */
  readonly replayed: boolean
}

/** A store whose status is always another one than it says is no reason to go on for ever. */
const MOST_WRITES = 3

/** Answers an invitation, unless it was answered before. Rejects with the first outage. */
export async function answerInvitation(
  policy: Pick<InvitationPolicy, 'now'>,
  repositories: AnswerServiceRepositories,
  action: AnswerAction,
  { invitationId, actor }: ParsedAnswer,
): Promise<Result<AnsweredInvitation, AnswerDenial | DependencyFailed>> {
  const invitation = await findInvitation(repositories.invitations, invitationId)
  if (invitation === undefined) return err({ type: 'InvitationNotFound', invitationId })
  let latest: InvitationChange | undefined
  for (let writes = 0; writes < MOST_WRITES; writes += 1) {
    const time = policy.now()
    if (time.isErr()) return err(time.error)
    const found = await findFacts(repositories, action, invitation, actor)
    const facts = { ...found, now: time.value, change: latest ?? found.change }
    const decided = decideAnswer(action, invitation, actor, facts)
    if (decided.isErr()) return err(decided.error)
    const { status, replayed } = decided.value
    if (replayed) return ok(answered(action, invitation, status, facts.recipientStanding, replayed))

    const { from, admit } = decided.value
    const change = { invitationId, status, changedAt: time.value, changedBy: actor }
    const outcome = await write(repositories, { change, from, invitation, ...(admit && { admit }) })
    if (outcome.type === 'Changed') {
      return ok(answered(action, invitation, status, outcome.standing, replayed))
    }
    if (outcome.type === 'NotAdmitted') return err({ type: 'RecipientBanned' })
    latest = outcome.change
  }
  throw outageOf('answers', 'change', new Error('The status did not stay as it is stored'), 'none')
}

function answered(
  action: AnswerAction,
  invitation: Invitation,
  status: InvitationStatus,
  standing: Standing | undefined,
  replayed: boolean,
): AnsweredInvitation {
  const isShown = action === 'accept' && standing !== undefined
  return { invitation, status, ...(isShown && { standing }), replayed }
}

function write({ answers }: AnswerServiceRepositories, record: ChangeRecord) {
  return ask(
    'answers',
    'change',
    () => answers.change(record),
    (answer) => checkChangeOutcome(answer, record),
    'unknown',
  )
}

const noStandings: ReadonlyMap<GroupId, ReadonlyMap<MemberId, Standing>> = new Map()
const noProfiles: ReadonlyMap<MemberId, MemberProfile> = new Map()
const noGroups: ReadonlyMap<GroupId, Group> = new Map()

/** The facts that the action needs, found side by side. Declining needs the status alone. */
async function findFacts(
  { memberships, profiles, groups, answers }: AnswerServiceRepositories,
  action: AnswerAction,
  { invitationId, inviterId, recipientId, groupId }: Invitation,
  actor: InvitationActor,
): Promise<Omit<AnswerFacts, 'now'>> {
  const actorId = 'memberId' in actor ? actor.memberId : undefined
  const memberIds = [
    ...new Set([inviterId, recipientId, ...(actorId === undefined ? [] : [actorId])]),
  ]
  const [changes, standings, seenByInviter, found] = await Promise.all([
    findChanges(answers, [invitationId]),
    action === 'decline'
      ? noStandings
      : ask(
          'memberships',
          'findStandings',
          () => memberships.findStandings([groupId], memberIds),
          checkStandings,
        ),
    action === 'accept'
      ? ask(
          'profiles',
          'findProfiles',
          () => profiles.findProfiles([inviterId], inviterId),
          checkProfiles,
        )
      : noProfiles,
    action === 'accept'
      ? ask('groups', 'findGroups', () => groups.findGroups([groupId]), checkGroups)
      : noGroups,
  ])
  const inGroup = standings.get(groupId)
  return {
    change: changes.get(invitationId),
    group: found.get(groupId),
    inviterProfile: seenByInviter.get(inviterId),
    inviterStanding: inGroup?.get(inviterId),
    recipientStanding: inGroup?.get(recipientId),
    actorStanding: actorId === undefined ? undefined : inGroup?.get(actorId),
  }
}
