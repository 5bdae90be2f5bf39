import { ok, type Result } from 'neverthrow'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import type { Invitation, InvitationId } from '../model/invitation.js'
import type { MemberId } from '../model/member.js'
import { ask } from '../ports/asking.js'
import { checkInvitationsOf } from '../ports/check-changes.js'
import type { AnswerServiceRepositories } from '../ports/repositories.js'
import { invalid } from '../validation/invalid.js'
import { anIdentifier, issueWith, type Kind, noneOr, take } from '../validation/parse-fields.js'
import { parseOptions } from './parse-options.js'

/**
 * Which page of a list. An unknown key is an `InvalidRequest`.
 *
 * @since 0.1.0
 */
export interface PageOptions {
  /**
   * The `next` of the page before. Absent: the first page. If there is no such invitation, because it was deleted
   * meanwhile, the page is empty: begin at the first page again.
   */
  readonly before?: InvitationId | undefined
  /** How many invitations are looked at: an integer from 1 to 1,000, by default 100. */
  readonly limit?: number | undefined
}

/**
 * A page of a list, the newest first.
 *
 * @since 0.1.0
 */
export interface InvitationPage<Item> {
  /** May be fewer than the `limit`, also none on a page in the middle, since what is hidden is left out. */
  readonly items: readonly Item[]
  /** The `before` of the following page. Absent: this is the last page. */
  readonly next?: InvitationId
}

export interface PageRequest {
  readonly memberId: MemberId
  readonly before: InvitationId | undefined
  readonly limit: number
}

/** Parses the arguments of a list. Never throws. */
export function parsePage(
  memberId: unknown,
  options: unknown,
): Result<PageRequest, InvalidRequest> {
  const issues: RequestIssue[] = []
  if (!anIdentifier.accepts(memberId)) issues.push(issueWith(memberId, anIdentifier, ['memberId']))
  const own = parseOptions(options, ['before', 'limit'], issues)
  const before = take(own, 'before', anIdentifierOrNone, issues)
  const limit = take(own, 'limit', aLimitOrNone, issues)
  if (issues.length > 0 || !anIdentifier.accepts(memberId)) return invalid(issues)
  return ok({ memberId, before, limit: limit ?? DEFAULT_LIMIT })
}

const DEFAULT_LIMIT = 100
const MOST = 1000

const aLimitOrNone: Kind<number | undefined> = noneOr({
  name: 'an integer from 1 to 1,000',
  accepts: (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST,
})
const anIdentifierOrNone = noneOr(anIdentifier)

/** A page before anything is hidden. Rejects with an outage. */
export async function findPage(
  { answers }: AnswerServiceRepositories,
  role: 'inviter' | 'recipient',
  { memberId, before, limit }: PageRequest,
): Promise<InvitationPage<Invitation>> {
  // One more shows whether there is a following page.
  const found = await ask(
    'answers',
    'findInvitationsOf',
    () => answers.findInvitationsOf(memberId, role, limit + 1, before),
    (answer) => checkInvitationsOf(answer, memberId, role, limit + 1),
  )
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, ...(last && { next: last.invitationId }) }
}
