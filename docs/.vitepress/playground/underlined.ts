import type { ContentFinding, DisclosedDenial, Draft } from 'group-invitations'
import type { ToInviter } from './judge.js'

/** A stretch of a text, and the findings that stand in it. */
export interface Span {
  readonly text: string
  /** Empty: nothing was found here. */
  readonly findings: readonly Finding[]
}

/** Something that was found at a place of the draft. */
interface Finding {
  /** What the inviter is told about it. */
  readonly reason: string
  /** Whether it denies, or is only advised. */
  readonly denies: boolean
}

interface Place extends Finding {
  readonly field: 'subject' | 'text'
  readonly start: number
  readonly end: number
}

/** Divides a field of a normalised draft at the places of what the inviter is told, which may overlap. */
export function spansOf(draft: Draft, field: 'subject' | 'text', told: ToInviter): Span[] {
  const text = draft[field] ?? ''
  const places = [
    ...told.denials.flatMap((denial, at) => placesOf(denial, draft, told.reasons[at], true)),
    ...told.advisories.flatMap((finding, at) => placesOf(finding, draft, told.advice[at], false)),
  ].filter((place) => place.field === field)
  const cuts = places.flatMap(({ start, end }) => [start, end])
  const edges = [...new Set([0, ...cuts, text.length])].sort((one, other) => one - other)
  return edges.slice(1).map((end, at) => {
    const start = edges[at] ?? 0
    const here = places.filter((place) => place.start <= start && place.end >= end)
    const findings = here.map(({ reason, denies }) => ({ reason, denies }))
    return { text: text.slice(start, end), findings }
  })
}

function placesOf(
  denial: DisclosedDenial | ContentFinding,
  draft: Draft,
  reason = '',
  denies: boolean,
): Place[] {
  const at = (field: 'subject' | 'text' | undefined = 'text', index: number, length: number) => {
    const size = (draft[field] ?? '').length
    const [start, end] = [Math.min(index, size), Math.min(index + length, size)]
    return start < end ? [{ reason, denies, field, start, end }] : []
  }
  if (denial.type === 'UnfilledPlaceholder') {
    return at(denial.field, denial.index, denial.placeholder.length)
  }
  if (denial.type === 'LinkInText') return at(denial.field, denial.index, denial.link.length)
  if (denial.type === 'ProhibitedContent') {
    return denial.evidence.flatMap(({ field, index, term }) => at(field, index, term.length))
  }
  if (denial.type !== 'UnsafeCharacter') return []
  // Its index is of the draft as given. Before the first unsafe character there is none of the same kind.
  const character = String.fromCodePoint(denial.codePoint)
  const index = (draft[denial.field] ?? '').indexOf(character)
  return index === -1 ? [] : at(denial.field, index, character.length)
}
