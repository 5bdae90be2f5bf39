import type { Disclosed } from '../disclosure/disclosed.js'
import type { DisclosedToRecipient } from '../disclosure/disclosed-to-recipient.js'
import type { Denial } from '../rules/rule.js'
import { ownFieldsOf } from '../validation/assert.js'
import { type Audience, isKnown, kindOf } from './kinds.js'

/**
 * One reason, with the fields of its denial.
 *
 * @since 0.1.0
 */
export interface ProblemError {
  /** The type of the denial. `InvalidRequest` for each value of the wrong shape. */
  readonly type: string
  /**
   * The field of the request to mend, as a JSON Pointer in a URI fragment: `#/text`. `#` is the whole request. Absent if
   * no field is to mend: for denials of custom rules, `ServiceUnavailable`, what is about one invitation by its identifier
   * (`InvitationIdReused`, `InvitationAccepted`, …), and what the recipient learns of themselves.
   */
  readonly pointer?: string
  /** The reason in the reader's language. In English for a value of the wrong shape, which is the client's defect. */
  readonly detail: string
  /** The other fields of the denial. A field called `pointer` or `detail` is overwritten. */
  readonly [field: string]: unknown
}

/** The reasons of a disclosed error, one by one. */
export function errorsOf(
  disclosed: Disclosed | DisclosedToRecipient,
  reasons: readonly string[],
): ProblemError[] {
  switch (disclosed.type) {
    case 'InvitationDenied':
      return errorsAmong(disclosed.denials, reasons)
    case 'InvalidRequest':
      return disclosed.issues.map(({ path, message }) => ({
        type: disclosed.type,
        pointer: `#${path.map((key) => `/${key}`).join('')}`,
        detail: message,
      }))
    case 'InvitationIdReused':
    case 'InvitationAccepted':
    case 'InvitationExpired':
    case 'InvitationGone':
    case 'RecipientBanned':
    case 'ServiceUnavailable': {
      const { audience, ...error } = disclosed
      return errorsAmong([error], reasons, audience)
    }
    default:
      // JavaScript may pass a choice, whose reasons have words too.
      throw new TypeError('disclosed must be what forInviter or forRecipient returns')
  }
}

/** Denials or advisories with their texts. */
export function errorsAmong(
  denials: readonly (Denial & { readonly pointer?: unknown })[],
  details: readonly string[],
  audience: Audience = 'inviter',
): ProblemError[] {
  return denials.map((denial, index) => {
    const { pointer: _pointer, ...fields } = denial
    const pointer = pointerOf(denial, audience)
    const detail = String(details[index])
    return { ...fields, ...(pointer !== undefined && { pointer }), detail }
  })
}

/** The denial of a custom rule has no pointer, whatever its fields are. */
function pointerOf(
  denial: Denial & { readonly field?: unknown },
  audience: Audience,
): string | undefined {
  if (!isKnown(denial.type)) return undefined
  const { field } = ownFieldsOf(denial)
  return typeof field === 'string'
    ? `#/${field}`
    : ownFieldsOf(kindOf(denial.type, audience)).pointer
}
