/**
 * What must not be in an invitation (D12).
 *
 * @since 0.1.0
 */
export type ProhibitedCategory = 'multi-level-marketing' | 'spam'

/** Completes the sentence "must be …" for what is no category. */
export const A_CATEGORY = 'multi-level-marketing or spam'

/** Whether the value is a category. */
export function isProhibitedCategory(value: unknown): value is ProhibitedCategory {
  return value === 'multi-level-marketing' || value === 'spam'
}
