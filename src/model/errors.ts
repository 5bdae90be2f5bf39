/**
 * One thing wrong with the shape of a request.
 *
 * @since 0.1.0
 */
export interface RequestIssue {
  /** What the value must be, in English. */
  readonly message: string
  /**
   * The keys that lead to the value, with list indexes as strings from `0` on: `['reference', 'entry']`,
   * `['contactIds', '2']`. Empty: the value as a whole.
   */
  readonly path: readonly string[]
}

/**
 * A value of the wrong type or shape, as plain JavaScript or JSON may bring it. No rule was applied.
 *
 * @since 0.1.0
 */
export interface InvalidRequest {
  readonly type: 'InvalidRequest'
  /** At least one, in the order of the request's fields; issues of the options come last. */
  readonly issues: readonly RequestIssue[]
}

/**
 * A dependency failed: it threw, rejected, or broke a promise with its answer. Nothing was decided.
 *
 * Trying again may help, unless the answer breaks a promise. Retry `send` with the same `invitationId`.
 *
 * @since 0.1.0
 */
export interface DependencyFailed {
  readonly type: 'DependencyFailed'
  /**
   * A repository by its name in `Repositories` (`memberships`, `profiles`, …); `clock`, `loadFacts`, `findMentions` or
   * `screen` of the policy's options; `crypto` for the platform's random identifiers; or the name of a custom rule.
   */
  readonly dependency: string
  /**
   * The repository's method, such as `findStandings`; `load` or `check` of a custom rule; `call` of everything else.
   */
  readonly operation: string
  /** What was thrown, or a `TypeError` that says which promise the answer breaks. For logs, never for members. */
  readonly cause: unknown
  /**
   * `none`: nothing was written. `unknown`: the call was a write, and its outcome is unknown. Retry `send` with the same
   * `invitationId` to find out.
   */
  readonly effect: 'none' | 'unknown'
}
