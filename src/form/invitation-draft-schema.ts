import type { FormDenial } from '../decision/denials.js'
import type { RequestIssue } from '../model/errors.js'
import { judgeForm } from '../decision/form-rules.js'
import type { InvitationDraft } from '../model/invitation.js'
import { takeDraft } from '../validation/parse-draft.js'
import { anObject, issueOf } from '../validation/parse-fields.js'
import type { UnsafeCharacter } from '../rules/characters-are-safe.js'
import type { SubjectTooLong } from '../rules/subject-fits.js'
import type { TextTooLong } from '../rules/text-fits.js'
import type { TextEmpty } from '../rules/text-is-present.js'
import { codePointName } from '../text/code-points.js'
import type { Excess, LengthUnit } from '../text/measure.js'

/**
 * What is said of each denial of the form, and of a value that is missing, or of the wrong type or shape.
 *
 * @since 0.1.0
 */
export interface FormWords {
  readonly SubjectTooLong: (denial: SubjectTooLong) => string
  readonly TextEmpty: (denial: TextEmpty) => string
  readonly TextTooLong: (denial: TextTooLong) => string
  readonly UnsafeCharacter: (denial: UnsafeCharacter) => string
  readonly InvalidValue: (issue: RequestIssue) => string
}

/**
 * One thing wrong with a draft. Its `message` is in the words of the schema.
 *
 * @since 0.1.0
 */
export interface DraftIssue extends RequestIssue {
  /** The denial that `evaluate` would give; absent where the value is of the wrong type or shape. */
  readonly denial?: FormDenial
}

/**
 * What became of a draft: its value, or at least one issue.
 *
 * @since 0.1.0
 */
export type DraftValidation =
  | { readonly value: InvitationDraft; readonly issues?: undefined }
  | { readonly issues: readonly DraftIssue[] }

/**
 * A schema of drafts, in the form of Standard Schema v1 (https://standardschema.dev).
 *
 * @since 0.1.0
 */
export interface DraftSchema {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'group-invitations'
    readonly validate: (value: unknown) => DraftValidation
    /** For type inference alone: never there. */
    readonly types?: { readonly input: InvitationDraft; readonly output: InvitationDraft }
  }
}

/**
 * The schema `invitationDraftSchema` with other words for the form: `draftSchemaIn(de.form)`, of
 * `group-invitations/messages`.
 *
 * @since 0.1.0
 */
export function draftSchemaIn(words: FormWords): DraftSchema {
  return {
    '~standard': {
      version: 1,
      vendor: 'group-invitations',
      validate: (value) => validated(value, words),
    },
  }
}

function validated(value: unknown, words: FormWords): DraftValidation {
  if (!anObject.accepts(value)) return misshapen([issueOf(anObject, [], 'The draft')], words)
  const issues: RequestIssue[] = []
  const taken = takeDraft(value, issues)
  if (taken === undefined) return misshapen(issues, words)
  const denials = judgeForm(taken.draft, taken).filter((denial) => denial !== undefined)
  if (denials.length === 0) return { value: taken.draft }
  return { issues: denials.map((denial) => issueOn(denial, words)) }
}

function misshapen(issues: readonly RequestIssue[], words: FormWords): DraftValidation {
  return { issues: issues.map((issue) => ({ ...issue, message: words.InvalidValue(issue) })) }
}

function issueOn(denial: FormDenial, words: FormWords): DraftIssue {
  switch (denial.type) {
    case 'SubjectTooLong':
      return { message: words.SubjectTooLong(denial), path: ['subject'], denial }
    case 'TextEmpty':
      return { message: words.TextEmpty(denial), path: ['text'], denial }
    case 'TextTooLong':
      return { message: words.TextTooLong(denial), path: ['text'], denial }
    case 'UnsafeCharacter':
      return { message: words.UnsafeCharacter(denial), path: [denial.field], denial }
  }
}

const units: { readonly [Unit in LengthUnit]: string } = {
  characters: 'characters',
  bytes: 'bytes',
  codePointsPerCharacter: 'code points in one character',
}

function tooLong(field: 'subject' | 'text', { length, limit, unit }: Excess): string {
  return `${field} must have at most ${limit} ${units[unit]}, and has ${length}`
}

/**
 * Validates drafts in forms and routers by the very shape and form rules of `evaluate`: what this schema lets
 * through, `evaluate` refuses neither as `InvalidRequest` nor by a `FormDenial`, and the other way round, whoever the
 * inviter is.
 *
 * The value has no other fields than a draft's, so that an `inviterId` smuggled into a body is gone; subject and text
 * are normalised. Issues are in the order of the fields, or of the rulebook; those of shape alone where there are
 * any. Synchronous; never throws.
 *
 * @since 0.1.0
 */
export const invitationDraftSchema: DraftSchema = /* @__PURE__ */ draftSchemaIn({
  SubjectTooLong: (denial) => tooLong('subject', denial),
  TextEmpty: () => 'text must not be empty',
  TextTooLong: (denial) => tooLong('text', denial),
  UnsafeCharacter: ({ field, index, codePoint }) =>
    `${field} must not have ${codePointName(codePoint)}, at ${index}`,
  InvalidValue: ({ message }) => message,
})
