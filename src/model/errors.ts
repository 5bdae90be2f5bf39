/**
 * One error in the shape of a request.
 *
 * @since 0.1.0
 */
export interface RequestIssue {
  /** What the value must be, in English. */
  readonly message: string
  /**
   * The keys that lead to the value; list indexes are strings and start at `0`: `['reference', 'entry']`,
   * `['contactIds', '2']`. An empty path means the value as a whole.
   */
  readonly path: readonly string[]
}

/**
 * A value has the wrong type or shape, as it may come from plain JavaScript or JSON. No rule was applied.
 *
 * @since 0.1.0
 */
export interface InvalidRequest {
  readonly type: 'InvalidRequest'
  /** At least one, in the order of the request's fields. Issues of the options come last. */
  readonly issues: readonly RequestIssue[]
}

/**
 * A dependency failed: it threw, it rejected, or its answer breaks its contract. No decision is returned.
 *
 * Trying again may help, unless the answer breaks the contract.
 *
 * @since 0.1.0
 */
export interface DependencyFailed {
  readonly type: 'DependencyFailed'
  /**
   * A repository by its name in `Repositories` (`memberships`, `profiles`, …); an option of the policy: `clock`,
   * `loadFacts`, `findMentions`, `screen` or `observe`; `crypto`, the platform's source of random identifiers; or the
   * name of a custom rule. `unknown`, with the operation `unknown`, if an answer failed only later, when a property of it
   * was used.
   */
  readonly dependency: string
  /** The method of the repository, such as `findStandings`; `load` or `check` of a custom rule; otherwise `call`. */
  readonly operation: string
  /** The thrown value, or a `TypeError` that says what is wrong with the answer. For logs, never for members. */
  readonly cause: unknown
  /**
   * `none`: nothing was written. `unknown`: the call was a write (`commit`, `change` or `setOptOut`), and its outcome is
   * unknown. Call the same method again to find out: `send` with the same `invitationId`, the others as they are.
   */
  readonly effect: 'none' | 'unknown'
}
