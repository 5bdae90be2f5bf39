import type { DependencyFailed } from 'group-invitations'

/** An outage for the log. It names no member, and nothing that a member has written. */
export interface Outage {
  readonly dependency: string
  readonly operation: string
  readonly effect: 'none' | 'unknown'
  /** The error's name, message and code. A value that is no error may be anything, and so only its type is logged. */
  readonly cause: string
}

export function outageOf({ dependency, operation, effect, cause }: DependencyFailed): Outage {
  return { dependency, operation, effect, cause: inOneLine(cause) }
}

function inOneLine(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause
  // Drivers put the reason into a code, and may leave the message empty.
  const code = 'code' in cause && typeof cause.code === 'string' ? [cause.code] : []
  return [cause.name, cause.message, ...code].filter((part) => part !== '').join(': ')
}
