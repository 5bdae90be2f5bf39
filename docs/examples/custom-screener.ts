import {
  createTermScreener,
  PROHIBITED_TERMS,
  type Screen,
  screenText,
} from 'group-invitations/content'
import { InvitationPolicy, type PolicyRepositories, sanctionFor } from 'group-invitations'

/** A model of the service: the probability that a text is spam, from 0 to 1. */
export interface SpamModel {
  probabilityOf(text: string): Promise<number>
}

/** The model alone only suspects. What it and the built-in screener both suspect is sure. */
export const screenWith =
  (model: SpamModel): Screen =>
  async (draft, about) => {
    const evidence = screenText(draft, about)
    if (evidence.some(({ certainty }) => certainty === 'sure')) return evidence
    if ((await model.probabilityOf(draft.text)) < 0.9) return evidence
    const certainty = evidence.length > 0 ? 'sure' : 'suspected'
    return [...evidence, { category: 'spam', term: 'the style of the text', index: 0, certainty }]
  }

/** The built-in terms, and two of this network: one is enough on its own, the other is only a witness. */
export const screenKaffeefahrt = createTermScreener({
  terms: [
    ...PROHIBITED_TERMS,
    { term: 'kaffeefahrt*', category: 'spam', certainty: 'sure' },
    { term: 'heizdecke*', category: 'spam', certainty: 'suspected' },
  ],
})

/** Denies nothing for its content yet: the advisories show what it would deny. */
export function watchingPolicy(repositories: PolicyRepositories) {
  return new InvitationPolicy(repositories, {
    enforcement: {
      UnfilledPlaceholder: 'advise',
      SalutationMissing: 'advise',
      ProfileReferenceMissing: 'advise',
      MassMessage: 'advise',
      ProhibitedContent: 'advise',
    },
  })
}

/** Whether a person should look at the attempt. */
export function isForReview(denials: readonly { readonly type: string }[]): boolean {
  return denials.some((denial) => sanctionFor(denial) === 'AccessDeletion')
}
