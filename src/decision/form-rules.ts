import type { FormDenial } from './denials.js'
import type { Draft, GivenDraft } from '../model/invitation.js'
import { charactersAreSafe } from '../rules/characters-are-safe.js'
import type { FormRule } from '../rules/rule.js'
import { subjectFits } from '../rules/subject-fits.js'
import { textFits } from '../rules/text-fits.js'
import { textIsPresent } from '../rules/text-is-present.js'

/** The rules on the form of the draft, which the inviter can mend at once. */
export const formRules = {
  SubjectTooLong: subjectFits,
  TextEmpty: textIsPresent,
  TextTooLong: textFits,
  UnsafeCharacter: charactersAreSafe,
} satisfies {
  readonly [Type in FormDenial['type']]: FormRule<Extract<FormDenial, { readonly type: Type }>>
}

/** Applies the rules on the form to a normalised draft and the draft as it was given. */
export function formDenials(draft: Draft, given: GivenDraft): FormDenial[] {
  const rules: readonly FormRule<FormDenial>[] = Object.values(formRules)
  return rules.flatMap((rule) => rule(draft, undefined, given) ?? [])
}
