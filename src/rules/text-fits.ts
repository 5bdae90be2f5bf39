import type { Draft } from '../model/invitation.js'
import { TEXT_CHARACTER_LIMIT } from '../text/limits.js'
import { type Excess, excessOf } from '../text/measure.js'

/**
 * The text is too long (D7).
 *
 * `limit` is 500 if `unit` is `characters`: 500 are allowed, 501 are denied. Two safety caps are this library's own:
 * 5,000 `bytes` as UTF-8, and 32 `codePointsPerCharacter`. If the text exceeds several limits, the denial has the first
 * of them in this order.
 *
 * @since 0.1.0
 */
export interface TextTooLong extends Excess {
  readonly type: 'TextTooLong'
}

/** The individual text has at most 500 characters (D7). */
export function textFits({ text }: Draft): TextTooLong | undefined {
  const excess = excessOf(text, TEXT_CHARACTER_LIMIT)
  return excess && { type: 'TextTooLong', ...excess }
}
