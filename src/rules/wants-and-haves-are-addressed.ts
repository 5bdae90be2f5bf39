import type { InvitationRequest } from '../model/invitation.js'
import type { DraftAnalysis } from './draft-analysis.js'
import type { InvitationFacts } from './facts.js'

/**
 * The invitation addresses neither what the recipient looks for ("Ich suche") nor what they offer ("Ich biete") (D11).
 *
 * A mention of one entry of either field is enough. It is only ever an advisory: the network says "should".
 *
 * @since 0.1.0
 */
export interface WantsAndHavesNotAddressed {
  readonly type: 'WantsAndHavesNotAddressed'
  /** The entries under "Ich suche". At least one of the two lists has entries. */
  readonly wants: readonly string[]
  /** The entries under "Ich biete". */
  readonly haves: readonly string[]
}

/** An invitation should address the profile fields "Ich suche" and "Ich biete" (D11). */
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
