import type { Draft, GivenDraft } from '../model/invitation.js'
import { charactersAreSafe } from '../rules/characters-are-safe.js'
import { subjectFits } from '../rules/subject-fits.js'
import { textFits } from '../rules/text-fits.js'
import { textIsPresent } from '../rules/text-is-present.js'
import type { FormDenial } from './denials.js'

/**
 * Applies the rules on the form to a normalised draft and the draft as it was given. They stand apart from the rulebook,
 * so that a browser can apply them without the others.
 */
export function judgeForm(draft: Draft, given: GivenDraft): readonly (FormDenial | undefined)[] {
  return [
    subjectFits(draft),
    textIsPresent(draft),
    textFits(draft),
    charactersAreSafe(draft, undefined, given),
  ]
}
