import type { DraftContext, FindMentions, Screen } from '../content/draft-context.js'
import { needsEvidence, needsMentions } from '../decision/analyze-draft.js'
import { checkEvidence, checkMentions, checkPlaces } from '../decision/check-content.js'
import type { ContentEnforcement } from '../decision/enforcement.js'
import { type Draft, draftOf } from '../model/invitation.js'
import { ask } from '../ports/asking.js'
import type { InvitationFacts } from '../rules/facts.js'

/** A service's own analysis of drafts. */
interface Analysts {
  readonly findMentions?: FindMentions | undefined
  readonly screen?: Screen | undefined
}

/**
 * Asks the service's own `findMentions` and `screen` about a draft, side by side, and adds their answers to the facts.
 * Each is skipped if the facts have its answer already or no rule needs it. Rejects with the first outage.
 */
export async function consult(
  { findMentions, screen }: Analysts,
  request: Draft,
  facts: InvitationFacts,
  enforcement: ContentEnforcement,
): Promise<InvitationFacts> {
  const draft = draftOf(request)
  const about: DraftContext = { recipient: facts.recipientProfile, group: facts.group }
  const needsTheirMentions = facts.mentions === undefined && needsMentions(enforcement)
  const needsTheirEvidence = facts.evidence === undefined && needsEvidence(enforcement)
  const [mentions, evidence] = await Promise.all([
    findMentions && needsTheirMentions
      ? ask(
          'findMentions',
          'call',
          () => findMentions(draft, about),
          (answer) => checkMentions(answer, 'the answer'),
        )
      : facts.mentions,
    screen && needsTheirEvidence
      ? ask(
          'screen',
          'call',
          () => screen(draft, about),
          (answer) => checkPlaces(checkEvidence(answer, 'the answer'), draft, 'the answer'),
        )
      : facts.evidence,
  ])
  return { ...facts, mentions, evidence }
}
