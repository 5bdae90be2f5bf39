import { err, ok, type Result } from 'neverthrow'
import type { AnswerAction, AnswerDenial, AnswerFacts } from '../decision/answer.js'
import { decideAnswer, isOwnAction } from '../decision/decide-answer.js'
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
  /**
   * Only after accepting: the recipient's standing in the group, as it is now. Absent: they have left it again, or were not
   * admitted.
   */
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
  // For somebody else's nothing more is asked than for one that is not there.
  const isThere = invitation !== undefined && isOwnAction(action, invitation, actor) !== false
  if (!isThere) return err({ type: 'InvitationNotFound', invitationId })
  let latest: InvitationChange | undefined
  for (let writes = 0; writes < MOST_WRITES; writes += 1) {
    const time = policy.now()
    if (time.isErr()) return err(time.error)
    const found = await findFacts(repositories, action, invitation, actor)
    const facts = { ...found, now: time.value, change: latest ?? found.change }
    const decided = decideAnswer(action, invitation, actor, facts)
    if (decided.isErr()) return err(decided.error)
    const { status, replayed } = decided.value
    if (replayed) {
      const standing =
        action === 'accept' ? await findStanding(repositories, invitation) : undefined
      return ok(answered(invitation, status, standing, replayed))
    }
    const { from } = decided.value
    const admit = action === 'accept' ? decided.value.admit : undefined
    const change = { invitationId, status, changedAt: time.value, changedBy: actor }
    // A key without a value: one on `Object.prototype` would admit somebody.
    const outcome = await write(repositories, { change, from, invitation, admit })
    if (outcome.type === 'Changed') {
      return ok(answered(invitation, status, admit && outcome.standing, replayed))
    }
    if (outcome.type === 'NotAdmitted') return err({ type: 'RecipientBanned' })
    latest = outcome.change
  }
  throw outageOf('answers', 'change', new Error('The status did not stay as it is stored'), 'none')
}

function answered(
  invitation: Invitation,
  status: InvitationStatus,
  standing: Standing | undefined,
  replayed: boolean,
): AnsweredInvitation {
  return { invitation, status, ...(standing && { standing }), replayed }
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

const noStandings: ReadonlyMap<MemberId, Standing> = new Map()
const noProfiles: ReadonlyMap<MemberId, MemberProfile> = new Map()
const noGroups: ReadonlyMap<GroupId, Group> = new Map()

/** The facts that the action needs, found side by side. Most need the status alone. */
async function findFacts(
  { memberships, profiles, groups, answers }: AnswerServiceRepositories,
  action: AnswerAction,
  invitation: Invitation,
  actor: InvitationActor,
): Promise<Omit<AnswerFacts, 'now'>> {
  const { invitationId, inviterId, recipientId, groupId } = invitation
  const isModerators = isOwnAction(action, invitation, actor) === undefined
  // Stryker disable next-line StringLiteral: nobody's standing is looked up for the network
  const actorId = 'memberId' in actor ? actor.memberId : ''
  const [changes, standings, seenByInviter, found] = await Promise.all([
    findChanges(answers, [invitationId]),
    action === 'accept'
      ? findStandings(memberships, groupId, [inviterId, recipientId])
      : isModerators
        ? findStandings(memberships, groupId, [actorId])
        : noStandings,
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
  return {
    change: changes.get(invitationId),
    group: found.get(groupId),
    inviterProfile: seenByInviter.get(inviterId),
    inviterStanding: standings.get(inviterId),
    recipientStanding: standings.get(recipientId),
    actorStanding: standings.get(actorId),
  }
}

/** The recipient's standing after the status was found: beside it, it may still be the one before the acceptance. */
async function findStanding(
  { memberships }: AnswerServiceRepositories,
  { groupId, recipientId }: Invitation,
): Promise<Standing | undefined> {
  return (await findStandings(memberships, groupId, [recipientId])).get(recipientId)
}

async function findStandings(
  memberships: AnswerServiceRepositories['memberships'],
  groupId: GroupId,
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, Standing>> {
  const find = () => memberships.findStandings([groupId], memberIds)
  const standings = await ask('memberships', 'findStandings', find, checkStandings)
  return standings.get(groupId) ?? noStandings
}
