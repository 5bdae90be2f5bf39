import { type DraftPlace, findInDraft } from '../content/draft-place.js'
import { findLink } from '../text/links.js'
import type { Draft } from '../model/invitation.js'

/**
 * The draft has a link, a domain or an e-mail address. This library's own rule.
 *
 * The denial names the first one, in the subject before the text.
 *
 * @since 0.1.0
 */
export interface LinkInText extends DraftPlace {
  readonly type: 'LinkInText'
  /** As written in the draft, without the punctuation that follows it. */
  readonly link: string
}

/** A personal invitation needs no links. This library's own rule: spam and phishing depend on links. */
export function draftHasNoLink(draft: Draft): LinkInText | undefined {
  const found = findInDraft(draft, findLink)
  return found && { type: 'LinkInText', ...found }
}
