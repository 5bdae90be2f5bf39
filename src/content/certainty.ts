/**
 * How certain a finding is.
 *
 * `sure`: an honest person hardly ever writes this, and the enforcement decides whether it is denied. `suspected`: an
 * honest person may well have written it, so that it is only ever advised. This library's own distinction.
 *
 * @since 0.1.0
 */
export type Certainty = 'sure' | 'suspected'
