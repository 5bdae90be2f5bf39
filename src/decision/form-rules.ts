import type { FormDenial } from './denials.js'
import type { Draft } from '../model/invitation.js'
import type { GivenDraft } from '../rules/draft-analysis.js'
import { charactersAreSafe } from '../rules/characters-are-safe.js'
import type { FormRule } from '../rules/rule.js'
import { subjectFits } from '../rules/subject-fits.js'
import { textFits } from '../rules/text-fits.js'
import { textIsPresent } from '../rules/text-is-present.js'

/** The rules on the form of what is written: mended at once, by the inviter alone. */
export const formRules = {
  SubjectTooLong: subjectFits,
  TextEmpty: textIsPresent,
  TextTooLong: textFits,
  UnsafeCharacter: charactersAreSafe,
} satisfies {
  readonly [Type in FormDenial['type']]: FormRule<Extract<FormDenial, { readonly type: Type }>>
}

/** Asks the rules on the form alone, of a normalised draft and what was given. */
export function formDenialsOf(draft: Draft, reading: GivenDraft): FormDenial[] {
  const rules: readonly FormRule<FormDenial>[] = Object.values(formRules)
  return rules.flatMap((rule) => rule(draft, undefined, reading) ?? [])
}
