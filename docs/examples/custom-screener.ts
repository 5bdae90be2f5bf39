import {
  createTermScreener,
  MITIGATING_TERMS,
  PROHIBITED_TERMS,
  type Screen,
  screenText,
} from 'group-invitations/content'
import { InvitationPolicy, type PolicyRepositories, sanctionFor } from 'group-invitations'

/** A model of the service: the probability that a text is spam, from 0 to 1. */
export interface SpamModel {
  probabilityOf(text: string): Promise<number>
}

/** The built-in terms first, then the model for the texts without a finding. */
export const screenWith =
  (model: SpamModel): Screen =>
  async (draft, about) => {
    const evidence = screenText(draft, about)
    if (evidence.length > 0) return evidence
    const probability = await model.probabilityOf(draft.text)
    return probability < 0.9 ? [] : [{ category: 'spam', term: 'the style of the text', index: 0 }]
  }

/** The built-in terms, and a term of this network. */
export const screenKaffeefahrt = createTermScreener({
  terms: [...PROHIBITED_TERMS, { term: 'kaffeefahrt*', category: 'spam', weight: 'strong' }],
  mitigatingTerms: MITIGATING_TERMS,
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
