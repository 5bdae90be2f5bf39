import type { Draft } from '../model/invitation.js'

/**
 * The text is empty, or has only invisible characters (D9).
 *
 * @since 0.1.0
 */
export interface TextEmpty {
  readonly type: 'TextEmpty'
}

/** An invitation is personal, so it has a text (D9). */
export function textIsPresent(draft: Draft): TextEmpty | undefined {
  return draft.text === '' ? { type: 'TextEmpty' } : undefined
}
