import { DENIAL_TYPES } from 'group-invitations'

/** A counter as OpenTelemetry's meters make it. Another library needs one line: `add: (n, labels) => c.inc(labels, n)`. */
export interface Counter {
  add(value: number, labels: { readonly type: string }): void
}

/** What has denials: any error of `evaluate` or `send`, and what `forInviter` makes of it. Others count nothing. */
interface MaybeDenied {
  readonly type: string
  readonly denials?: readonly { readonly type: string }[]
}

/**
 * Returns a function that counts the denials of an error by their type.
 *
 * - Every type is there from the start with 0, so that an alert can tell "never" from "not measured". `furtherTypes` are
 *   those of custom rules.
 * - The type is the only label. A member or a group in a label would make a metric for each, and name them to everybody
 *   who sees the metrics.
 */
export function denialCounter(counter: Counter, furtherTypes: readonly string[] = []) {
  for (const type of [...DENIAL_TYPES, ...furtherTypes]) counter.add(0, { type })
  return ({ denials = [] }: MaybeDenied): void => {
    for (const { type } of denials) counter.add(1, { type })
  }
}
