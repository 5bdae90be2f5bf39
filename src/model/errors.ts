/**
 * One thing wrong with the shape of a request.
 *
 * @since 0.1.0
 */
export interface RequestIssue {
  /** What the value must be, in English. */
  readonly message: string
  /**
   * The keys that lead to the value, places in a list as strings from `0` on: `['reference', 'entry']`,
   * `['contactIds', '2']`. Empty: the whole of what was handed over.
   */
  readonly path: readonly string[]
}

/**
 * A value of the wrong type or shape, as plain JavaScript or JSON may bring it. No rule was asked.
 *
 * @since 0.1.0
 */
export interface InvalidRequest {
  readonly type: 'InvalidRequest'
  /** At least one, in the order of the request's fields, those of options last. */
  readonly issues: readonly RequestIssue[]
}

/**
 * Something outside gave no usable answer, so nothing was decided; or nobody knows whether it was stored.
 *
 * Trying again may help, unless the answer breaks a promise. Sending is tried again with the same `invitationId`.
 *
 * @since 0.1.0
 */
export interface DependencyFailed {
  readonly type: 'DependencyFailed'
  /**
   * What failed: a repository by its name in `Repositories` (`memberships`, `profiles`, …), `facts` for the facts
   * source, `clock`, `matcher`, `screener`, `crypto` for the platform's random identifiers, or the name of an own rule.
   */
  readonly repository: string
  /**
   * The method that failed, such as `findStandings`; `loadFacts` of a facts source, `now` of the clock, `findMentions`
   * of the matcher, `screen` of the screener, `randomUUID` of `crypto`, `load` or `check` of an own rule.
   */
  readonly operation: string
  /** What was thrown, or a `TypeError` that says which promise the answer breaks. For logs, never for members. */
  readonly cause: unknown
}
