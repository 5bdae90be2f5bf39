import type { Draft } from '../model/invitation.js'
import { TEXT_CHARACTER_LIMIT } from '../text/limits.js'
import { type Excess, excessOf } from '../text/measure.js'

/**
 * The text is too long: `limit` is 500 where `unit` is `characters` (D7). The other limits are this library's own.
 *
 * @since 0.1.0
 */
export interface TextTooLong extends Excess {
  readonly type: 'TextTooLong'
}

/**
 * The individual text has at most 500 characters (D7): 500 pass, 501 do not.
 *
 * Besides, 5,000 bytes as UTF-8 and 32 code points in one character are this library's safety caps. Of several
 * overruns the one in characters is told.
 */
export function textFits({ text }: Draft): TextTooLong | undefined {
  const excess = excessOf(text, TEXT_CHARACTER_LIMIT)
  return excess && { type: 'TextTooLong', ...excess }
}
