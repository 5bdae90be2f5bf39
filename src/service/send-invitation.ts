import { err, ok, type Result } from 'neverthrow'
import type { InvitationApproval, InvitationDenied } from '../decision/verdict.js'
import { deliveriesOf } from '../model/delivery.js'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import { AN_INVITATION_ID, isInvitationId } from '../model/identifiers.js'
import { draftOf, type InvitationId, type InvitationRequest } from '../model/invitation.js'
import { type Pace, retryAtOf } from '../model/pace.js'
import {
  type EvaluationError,
  type InvitationPolicy,
  evaluateInSteps,
} from '../policy/invitation-policy.js'
import { ask, askNow } from '../ports/asking.js'
import { checkOutcome } from '../ports/check-invitation.js'
import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { TooManyInvitations } from '../rules/pace-is-kept.js'
import type { RateLimited6Months } from '../rules/pair-is-free.js'
import type { Denial } from '../rules/rule.js'
import { assert } from '../validation/assert.js'
import { invalid } from '../validation/invalid.js'
import { parseRequest } from '../validation/parse-request.js'
import { findInvitation } from './find-invitation.js'
import { parseSendOptions, type SendOptions } from './send-options.js'
import { invitationOf } from './invitation-of.js'
import { type InvitationIdReused, replayOf, type SentInvitation } from './sent-invitation.js'

/**
 * Why `send` did not send, told apart by `type`. `CustomDenial` is the union of the custom rules' denials.
 *
 * @since 0.1.0
 */
export type SendingError<CustomDenial extends Denial = never> =
  EvaluationError<CustomDenial> | InvitationIdReused

type Invitations = Pick<InvitationRepository, 'findInvitation' | 'commit'>
type Sending<CustomDenial extends Denial> = Promise<
  Result<SentInvitation, SendingError<CustomDenial>>
>

/** Sends an invitation, unless an earlier try did. Rejects with the first outage; that of the look goes first. */
export async function sendInvitation<CustomDenial extends Denial>(
  policy: InvitationPolicy<CustomDenial>,
  invitations: Invitations,
  value: InvitationRequest,
  options: SendOptions | undefined,
): Sending<CustomDenial> {
  const parsed = parseRequest(value)
  const chosen = parseSendOptions(options)
  if (parsed.isErr() || chosen.isErr()) return invalid([...issuesOf(parsed), ...issuesOf(chosen)])
  const { request } = parsed.value
  const { invitationId } = chosen.value
  const look = () => findReplay(invitations, invitationId, request)

  const looking = look()
  const finding = evaluateInSteps(policy, parsed.value)
  // A replay neither waits for the facts nor fails by them, and is not judged.
  finding.catch(() => undefined)
  const replay = await looking
  if (replay) return replay

  const judge = await finding
  const result = await sendAs(invitationId, invitations, await judge())
  // The earlier try may have been stored meanwhile: then the denial is its claim's, or comes from what followed it.
  const isDenied = result.isErr() && result.error.type === 'InvitationDenied'
  const lateReplay = isDenied ? await look() : undefined
  return lateReplay ?? result
}

const issuesOf = (parsed: Result<unknown, InvalidRequest>): readonly RequestIssue[] =>
  parsed.match(
    () => [],
    ({ issues }) => issues,
  )

async function sendAs<CustomDenial extends Denial>(
  invitationId: InvitationId | undefined,
  invitations: Invitations,
  verdict: Result<InvitationApproval, EvaluationError<CustomDenial>>,
): Sending<CustomDenial> {
  if (verdict.isErr()) return err(verdict.error)
  return commit(invitations, verdict.value, invitationId ?? randomId())
}

/** The result of an earlier try; `undefined` if there was none. */
async function findReplay(
  invitations: Invitations,
  invitationId: InvitationId | undefined,
  request: InvitationRequest,
): Promise<Result<SentInvitation, InvitationIdReused> | undefined> {
  if (invitationId === undefined) return undefined
  const stored = await findInvitation(invitations, invitationId)
  if (stored === undefined) return undefined
  return replayOf(stored, request)
}

async function commit(
  invitations: Invitations,
  approval: InvitationApproval,
  invitationId: InvitationId,
): Sending<never> {
  const { advisories, textFingerprint, pace } = approval
  const invitation = invitationOf(approval, invitationId)
  const deliveries = deliveriesOf(invitation)
  const outcome = await ask(
    'invitations',
    'commit',
    () => invitations.commit({ invitation, textFingerprint, deliveries, ...(pace && { pace }) }),
    (answer) => checkOutcome(answer, invitation, pace),
    'unknown',
  )
  switch (outcome.type) {
    case 'Committed':
      return ok({ invitation, deliveries, advisories, replayed: false })
    case 'IdTaken':
      return replayOf(outcome.invitation, approval.request)
    case 'PairTaken': {
      const { invitationId, sentAt, repeatableAt } = outcome.claim
      return denied(approval, {
        type: 'RateLimited6Months',
        invitationId,
        sentAt: new Date(sentAt),
        repeatableAt: new Date(repeatableAt),
      })
    }
    case 'PaceTaken': {
      // Checked: without a pace there is no such outcome.
      const retryAt = retryAtOf(outcome.freeAt, pace as Pace)
      return denied(approval, { type: 'TooManyInvitations', retryAt })
    }
  }
}

/** Another invitation was stored since the evaluation. */
function denied(
  { request, advisories }: InvitationApproval,
  denial: RateLimited6Months | TooManyInvitations,
): Result<never, InvitationDenied> {
  return err({ type: 'InvitationDenied', denials: [denial], advisories, draft: draftOf(request) })
}

/** Web Crypto, which every platform has. */
declare const crypto: { randomUUID(): string }

/** An identifier that nothing else has. Throws an outage. */
function randomId(): InvitationId {
  return askNow(
    'crypto',
    'call',
    () => crypto.randomUUID(),
    (id) => {
      assert(isInvitationId(id), 'the identifier', AN_INVITATION_ID)
      return id
    },
  )
}
