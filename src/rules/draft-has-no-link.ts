import { type DraftPlace, findInDraft } from '../content/draft-place.js'
import { findLink } from '../content/links.js'
import type { Draft } from '../model/invitation.js'

/**
 * The draft has a link, a domain or an e-mail address. This library's own rule.
 *
 * @since 0.1.0
 */
export interface LinkInText extends DraftPlace {
  readonly type: 'LinkInText'
  /** As it stands there, without the punctuation behind it. */
  readonly link: string
}

/**
 * A personal invitation does without links. This library's own rule.
 *
 * What leads away from the network is what spam and phishing live on. The first link is told, the subject's before the
 * text's.
 */
export function draftHasNoLink(draft: Draft): LinkInText | undefined {
  const found = findInDraft(draft, findLink)
  return found && { type: 'LinkInText', ...found }
}
