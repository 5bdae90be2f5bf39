import type { InvitationFacts } from './facts.js'
import type { InvitationRequest } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'

/**
 * The text addresses neither what the recipient looks for nor what they offer (D11).
 *
 * @since 0.1.0
 */
export interface WantsAndHavesNotAddressed {
  readonly type: 'WantsAndHavesNotAddressed'
  /** The entries under "Ich suche", of which one would have counted. At least one of the two lists has entries. */
  readonly wants: readonly string[]
  /** The entries under "Ich biete", of which one would have counted. */
  readonly haves: readonly string[]
}

/**
 * An invitation should address the profile fields "Ich suche" and "Ich biete" (D11).
 *
 * One entry of either is enough. Never a refusal. Silent where both fields are empty.
 */
export function wantsAndHavesAreAddressed(
  _request: InvitationRequest,
  { recipientProfile }: InvitationFacts,
  { mentions }: DraftAnalysis,
): WantsAndHavesNotAddressed | undefined {
  const { wants, haves } = recipientProfile ?? { wants: [], haves: [] }
  const isEmpty = wants.length === 0 && haves.length === 0
  if (isEmpty || mentions.some(({ field }) => field !== 'other')) return undefined
  return { type: 'WantsAndHavesNotAddressed', wants, haves }
}
