/**
 * How certain a finding is.
 *
 * `sure`: an honest person hardly ever writes this, and the enforcement decides whether it is denied. `suspected`: an
 * honest person may well have written it, so that it is only ever advised. This library's own distinction.
 *
 * @since 0.1.0
 */
export type Certainty = 'sure' | 'suspected'

/** Completes the sentence "must be …" for a value that is no certainty. */
export const A_CERTAINTY = 'sure, suspected or undefined'

export function isCertaintyOrNone(value: unknown): value is Certainty | undefined {
  return value === undefined || value === 'sure' || value === 'suspected'
}
