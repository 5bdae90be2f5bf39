import type { Draft } from '../model/invitation.js'
import { SUBJECT_CHARACTER_LIMIT } from '../text/limits.js'
import { type Excess, excessOf } from '../text/measure.js'

/**
 * The subject line is too long. The limits are this library's own.
 *
 * `limit` is 120 if `unit` is `characters`. The safety caps of `TextTooLong` hold for the subject too. An invitation
 * needs no subject: there is a default.
 *
 * @since 0.1.0
 */
export interface SubjectTooLong extends Excess {
  readonly type: 'SubjectTooLong'
}

/** The subject line can be changed, and has at most 120 characters (D7). The limit is this library's own. */
export function subjectFits({ subject }: Draft): SubjectTooLong | undefined {
  const excess = subject === undefined ? undefined : excessOf(subject, SUBJECT_CHARACTER_LIMIT)
  return excess && { type: 'SubjectTooLong', ...excess }
}
