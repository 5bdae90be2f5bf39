import { err, ok, type Result } from 'neverthrow'
import { deliveriesOf } from '../model/delivery.js'
import { draftOf } from '../model/draft-of.js'
import type { DependencyFailed } from '../model/errors.js'
import { findInvitation } from './find-invitation.js'
import type { InvitationId, InvitationRequest } from '../model/invitation.js'
import { invitationOf } from './invitation-of.js'
import type { EvaluationError, InvitationPolicy } from '../policy/invitation-policy.js'
import { askAll, askNow } from '../ports/asking.js'
import type { CustomRule } from '../policy/custom-rule.js'
import type { ParsedSending } from './parse-sending.js'
import { randomId } from './random-id.js'
import { readOutcome } from '../ports/check-invitation.js'
import type { ServiceRepositories } from '../ports/repositories.js'
import { type InvitationIdReused, replayOf, type SentInvitation } from './sent-invitation.js'
import type { InvitationApproval } from '../decision/verdict.js'

/**
 * Why `send` has not sent, told apart by `type`. `Rules` are the types of the policy's own rules.
 *
 * @since 0.1.0
 */
export type SendingError<Rules extends readonly CustomRule[] = readonly []> =
  EvaluationError<Rules> | InvitationIdReused

type Sending<Rules extends readonly CustomRule[]> = Promise<
  Result<SentInvitation, SendingError<Rules>>
>

/** Sends an invitation, unless an earlier try has. Never rejects. */
export async function sendInvitation<Rules extends readonly CustomRule[]>(
  policy: InvitationPolicy<Rules>,
  repositories: ServiceRepositories,
  parsed: ParsedSending,
): Sending<Rules> {
  const { request, invitationId } = parsed
  if (invitationId === undefined) {
    const id = askNow(randomId)
    if (id.isErr()) return err(id.error)
    return sendAs(id.value, policy, repositories, parsed)
  }
  const earlier = await replay(repositories, invitationId, request)
  if (earlier) return earlier
  const sent = await sendAs(invitationId, policy, repositories, parsed)
  // A denial may come of an earlier try that has been stored meanwhile: of its claim, or of what has happened since.
  const isDenied = sent.isErr() && sent.error.type === 'InvitationDenied'
  const meanwhile = isDenied ? await replay(repositories, invitationId, request) : undefined
  return meanwhile ?? sent
}

async function sendAs<Rules extends readonly CustomRule[]>(
  invitationId: InvitationId,
  policy: InvitationPolicy<Rules>,
  repositories: ServiceRepositories,
  { request, given }: ParsedSending,
): Sending<Rules> {
  const verdict = await policy.evaluate({ ...request, ...given })
  if (verdict.isErr()) return err(verdict.error)
  return commit(repositories, verdict.value, invitationId)
}

/** The result of an earlier try, `undefined` where there was none. */
async function replay(
  { invitations }: ServiceRepositories,
  invitationId: InvitationId,
  request: InvitationRequest,
): Promise<Result<SentInvitation, InvitationIdReused | DependencyFailed> | undefined> {
  const found = await findInvitation(invitations, invitationId)
  if (found.isErr()) return err(found.error)
  if (found.value === undefined) return undefined
  return replayOf(found.value, request)
}

async function commit(
  { invitations }: ServiceRepositories,
  approval: InvitationApproval,
  invitationId: InvitationId,
): Sending<readonly []> {
  const { request, advisories, textFingerprint } = approval
  // Made anew for the repository: what becomes of it there reaches nobody.
  const sent = () => {
    const invitation = invitationOf(approval, invitationId)
    return { invitation, deliveries: deliveriesOf(invitation) }
  }
  const call = {
    repository: 'invitations',
    operation: 'commit',
    ask: () => invitations.commit({ ...sent(), textFingerprint }),
    read: (answer: unknown) => readOutcome(answer, sent().invitation),
  }
  const answered = await askAll([call])
  if (answered.isErr()) return err(answered.error)
  const [outcome] = answered.value
  switch (outcome.type) {
    case 'Committed':
      return ok({ ...sent(), advisories, replayed: false })
    case 'IdTaken':
      return replayOf(outcome.invitation, request)
    case 'PairTaken': {
      const denial = { type: 'RateLimited6Months', ...outcome.claim } as const
      const draft = draftOf(request)
      return err({ type: 'InvitationDenied', denials: [denial], advisories, draft })
    }
  }
}
