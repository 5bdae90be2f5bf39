import type { FormDenial } from '../decision/denials.js'
import { judgeForm } from '../decision/form-rules.js'
import type { RequestIssue } from '../model/errors.js'
import type { InvitationDraft } from '../model/invitation.js'
import type { UnsafeCharacter } from '../rules/characters-are-safe.js'
import type { SubjectTooLong } from '../rules/subject-fits.js'
import type { TextTooLong } from '../rules/text-fits.js'
import type { TextEmpty } from '../rules/text-is-present.js'
import { codePointName } from '../text/code-points.js'
import type { Excess, LengthUnit } from '../text/measure.js'
import { parseDraft } from '../validation/parse-draft.js'
import { anObject, issueOf } from '../validation/parse-fields.js'
import { type DraftJsonSchema, draftJsonSchema } from './draft-json-schema.js'

/**
 * The messages for each denial of the form, and for a value that is missing or has the wrong type or shape.
 *
 * @since 0.1.0
 */
export interface FormWords {
  readonly SubjectTooLong: (denial: SubjectTooLong) => string
  readonly TextEmpty: (denial: TextEmpty) => string
  readonly TextTooLong: (denial: TextTooLong) => string
  readonly UnsafeCharacter: (denial: UnsafeCharacter) => string
  /** For a value that is missing or has the wrong type or shape. The `message` of `issue` is in English. */
  readonly InvalidValue: (issue: RequestIssue) => string
}

/**
 * One error in a draft.
 *
 * @since 0.1.0
 */
export interface DraftIssue extends RequestIssue {
  /** What is wrong, in the words of the schema. */
  readonly message: string
  /** The denial that `evaluate` would return. Absent if the value has the wrong type or shape. */
  readonly denial?: FormDenial
}

/**
 * The result of a validation: the value, or at least one issue.
 *
 * @since 0.1.0
 */
export type DraftValidation =
  | { readonly value: InvitationDraft; readonly issues?: undefined }
  | { readonly issues: readonly DraftIssue[] }

/**
 * A schema of drafts, as Standard Schema v1 and Standard JSON Schema v1 define it (https://standardschema.dev).
 *
 * @since 0.1.0
 */
export interface DraftSchema {
  /** All that the two ask for: their version, the name of the library, and the functions. */
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'group-invitations'
    readonly validate: (value: unknown) => DraftValidation
    /** The same for every language: its descriptions are in English. */
    readonly jsonSchema: DraftJsonSchema
    /** Only for type inference: it never exists. */
    readonly types?: { readonly input: InvitationDraft; readonly output: InvitationDraft }
  }
}

/**
 * Returns `invitationDraftSchema` with other messages: `draftSchemaIn(de.form)`, with `de` from
 * `group-invitations/messages`. A schema is frozen.
 *
 * @since 0.1.0
 */
export function draftSchemaIn(words: FormWords): DraftSchema {
  const standard: DraftSchema['~standard'] = Object.freeze({
    version: 1,
    vendor: 'group-invitations',
    validate: (value: unknown) => validated(value, words),
    jsonSchema: draftJsonSchema,
  })
  return Object.freeze({ '~standard': standard })
}

function validated(value: unknown, words: FormWords): DraftValidation {
  if (!anObject.accepts(value)) return misshapen([issueOf(anObject, [], 'The draft')], words)
  const issues: RequestIssue[] = []
  const parsed = parseDraft(value, issues)
  if (parsed === undefined) return misshapen(issues, words)
  const denials = judgeForm(parsed.draft, parsed).filter((denial) => denial !== undefined)
  if (denials.length === 0) return { value: parsed.draft }
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
 * Validates drafts in forms and routers by the same rules on shape and form as `evaluate`.
 *
 * A draft passes exactly if `evaluate`, for any inviter, returns neither an `InvalidRequest` nor a `FormDenial`.
 *
 * The value has only the fields of a draft, so an `inviterId` in a body is removed; subject and text are normalised.
 * If the shape is wrong, the issues are those of the shape alone, in the order of the fields; otherwise those of the
 * form, in the order of the rulebook. Synchronous; never throws.
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
