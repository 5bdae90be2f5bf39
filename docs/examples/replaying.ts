import { decide, DENIAL_TYPES, type EnforcementOptions, parseFacts } from 'group-invitations'
import type { DecisionRecord, Outcome } from './recording.js'

/** A recorded decision beside the same decision made anew. */
export interface Replay {
  readonly before: Outcome
  readonly after: Outcome
}

/**
 * Decides a recorded line anew, by the settings of its policy with these changes. Denials of custom rules stay as they
 * were: what these rules had loaded is not recorded.
 *
 * Throws an error that says what is wrong with the line.
 */
export function replay(line: string, changes: EnforcementOptions = {}): Replay {
  const { request, facts, options, denials, advisories } = JSON.parse(line) as DecisionRecord
  const enforcement = { ...options.enforcement, ...changes }
  const missing = LOOKED_UP.find(
    (type) => options.enforcement?.[type] === 'off' && enforcement[type] !== 'off',
  )
  if (missing) throw new TypeError(`${missing} was off: what it needs was not looked up`)
  const verdict = decide(request, parseFacts(facts), { ...options, enforcement })
  const custom = denials.filter((type) => !DENIAL_TYPES.some((known) => known === type))
  const found = verdict.isOk() ? { ...verdict.value, denials: [] } : verdict.error
  if ('issues' in found) {
    throw new TypeError(`request: ${found.issues.map(({ message }) => message).join(', ')}`)
  }
  return {
    before: { denials, advisories },
    after: {
      denials: [...found.denials.map(({ type }) => type), ...custom],
      advisories: found.advisories.map(({ type }) => type),
    },
  }
}

/** What needs more than the draft: texts that were sent before, and the service's own analysis. */
const LOOKED_UP = [
  'ProfileReferenceMissing',
  'WantsAndHavesNotAddressed',
  'MassMessage',
  'ProhibitedContent',
] as const satisfies (keyof EnforcementOptions)[]

/** How many decisions have changed in the same way, and how often each type is new or gone. */
interface Change {
  count: number
  readonly types: Map<string, number>
}

/** Counts replays, such as those of a file, one by one. */
export class ReplayCounts {
  private readonly changes = new Map<string, Change>()

  add({ before, after }: Replay): void {
    const denials = differenceOf(before.denials, after.denials)
    const advisories = differenceOf(before.advisories, after.advisories)
    if (isApproved(before) !== isApproved(after)) {
      this.count(isApproved(after) ? 'denied → approved' : 'approved → denied', denials)
    } else if (denials.length > 0) this.count('denied for other reasons', denials)
    else if (advisories.length > 0) this.count('advised differently', advisories)
    else this.count('the same', [])
  }

  /** A line for each kind of change, such as `approved → denied: 3 (LinkInText 3)`. */
  lines(): string[] {
    return [...this.changes].map(([kind, { count, types }]) => {
      const each = [...types].map(([type, times]) => `${type} ${times}`).join(', ')
      return `${kind}: ${count}${each && ` (${each})`}`
    })
  }

  private count(kind: string, types: readonly string[]): void {
    const change = this.changes.get(kind) ?? { count: 0, types: new Map<string, number>() }
    change.count += 1
    for (const type of types) change.types.set(type, (change.types.get(type) ?? 0) + 1)
    this.changes.set(kind, change)
  }
}

function isApproved({ denials }: Outcome): boolean {
  return denials.length === 0
}

/** What only one of the two has. */
function differenceOf(one: readonly string[], other: readonly string[]): readonly string[] {
  return [
    ...one.filter((type) => !other.includes(type)),
    ...other.filter((type) => !one.includes(type)),
  ]
}
