/**
 * How certain a content rule is of what it found.
 *
 * - `sure`: no honest text has it. The enforcement decides what follows.
 * - `suspected`: an honest text may have it. It is only ever advised, never denied.
 *
 * @since 0.1.0
 */
export type Certainty = 'sure' | 'suspected'
