import type { Result } from 'neverthrow'
import { assert } from '../validation/assert.js'
import type { FindMentions, Screen } from '../content/draft-context.js'
import { draftOf } from '../model/draft-of.js'
import type { ContentEnforcement } from '../decision/enforcement.js'
import type { DependencyFailed } from '../model/errors.js'
import type { InvitationFacts } from '../rules/facts.js'
import type { Draft } from '../model/invitation.js'
import { askAll, type OutsideCall } from '../ports/asking.js'
import { readEvidence, readMentions } from '../decision/check-content.js'
import { needsEvidence, needsMentions } from '../decision/analyze-draft.js'
import { readProfile } from '../decision/check-facts.js'

/** A service's own readers of drafts, in the place of the built-in ones. */
export interface Readers {
  readonly findMentions?: FindMentions | undefined
  readonly screen?: Screen | undefined
}

/**
 * Asks a service's own readers about a draft, side by side, and gives the facts with what they have found.
 *
 * What the facts know already, or no rule wants to know, nobody is asked for. Never rejects.
 */
export async function consult(
  { findMentions, screen }: Readers,
  draft: Draft,
  facts: InvitationFacts,
  enforcement: ContentEnforcement,
): Promise<Result<InvitationFacts, DependencyFailed>> {
  const about = () => ({ recipient: readProfile(facts.recipientProfile, 'the profile') })
  const mentioning: OutsideCall<InvitationFacts['mentions']> = {
    repository: 'findMentions',
    operation: 'call',
    ask: () => findMentions?.(draftOf(draft), about()),
    read: (answer) => readMentions(answer, 'the answer'),
  }
  const screening: OutsideCall<InvitationFacts['evidence']> = {
    repository: 'screen',
    operation: 'call',
    ask: () => screen?.(draftOf(draft), about()),
    read: (answer) => {
      const found = readEvidence(answer, 'the answer')
      for (const [at, { index, field }] of found.entries()) {
        const { length } = field === 'subject' ? (draft.subject ?? '') : draft.text
        assert(index <= length, `the answer[${at}].index`, 'within the draft')
      }
      return found
    },
  }
  const asksMentions = findMentions && facts.mentions === undefined && needsMentions(enforcement)
  const asksEvidence = screen && facts.evidence === undefined && needsEvidence(enforcement)
  const consulted = await askAll([
    asksMentions ? mentioning : { known: facts.mentions },
    asksEvidence ? screening : { known: facts.evidence },
  ])
  return consulted.map(([mentions, evidence]) => ({ ...facts, mentions, evidence }))
}
