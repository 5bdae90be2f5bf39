import {
  type ContentScreener,
  createTermScreener,
  MITIGATING_TERMS,
  PROHIBITED_TERMS,
  screenText,
} from 'group-invitations/content'
import { InvitationPolicy, type PolicyRepositories, sanctionFor } from 'group-invitations'

/** A model of the service's own: how likely a text is spam, from 0 to 1. */
export interface SpamModel {
  probabilityOf(text: string): Promise<number>
}

/** The built-in terms first, and the model for what they let through. */
export const screenerWith = (model: SpamModel): ContentScreener => ({
  async screen(draft, recipient) {
    const evidence = screenText(draft, recipient)
    if (evidence.length > 0) return evidence
    const probability = await model.probabilityOf(draft.text)
    return probability < 0.9 ? [] : [{ category: 'spam', term: 'the look of the text', index: 0 }]
  },
})

/** The built-in terms, and some that only this network knows. */
export const kaffeefahrtScreener = createTermScreener({
  terms: [...PROHIBITED_TERMS, { term: 'kaffeefahrt*', category: 'spam', weight: 'strong' }],
  excuses: MITIGATING_TERMS,
})

/** Refuses nothing for its content yet: tells in advisories what it would have refused, so that one can watch first. */
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

/** Whether a person should look at what somebody has tried to send. */
export function isForReview(denials: readonly { readonly type: string }[]): boolean {
  return denials.some((denial) => sanctionFor(denial) === 'AccessDeletion')
}
