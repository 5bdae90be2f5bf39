import type { Draft } from '../model/invitation.js'
import { SUBJECT_CHARACTER_LIMIT } from '../text/limits.js'
import { type Excess, excessOf } from '../text/measure.js'

/**
 * The subject line is too long: `limit` is 120 where `unit` is `characters`. The limits are this library's own.
 *
 * @since 0.1.0
 */
export interface SubjectTooLong extends Excess {
  readonly type: 'SubjectTooLong'
}

/**
 * The subject line may be changed, to at most 120 characters (D7). The limit is this library's own.
 *
 * The safety caps of the text hold for it too. No subject is fine: a default exists.
 */
export function subjectFits({ subject }: Draft): SubjectTooLong | undefined {
  const excess = subject === undefined ? undefined : excessOf(subject, SUBJECT_CHARACTER_LIMIT)
  return excess && { type: 'SubjectTooLong', ...excess }
}
