import type { Draft } from '../model/invitation.js'

/**
 * Where something stands in the normalised draft. It is as long as what is told to stand there, unless that is a
 * classifier's reason.
 *
 * @since 0.1.0
 */
export interface DraftPlace {
  /** A UTF-16 index into the text, or into the field that `field` names. */
  readonly index: number
  /** `subject`: it stands in the subject line. Absent: in the text. */
  readonly field?: 'subject' | undefined
}

/** What `find` finds first in the draft: in the subject line, else in the text. */
export function findInDraft<Found extends DraftPlace>(
  { subject, text }: Draft,
  find: (value: string) => Found | undefined,
): Found | undefined {
  const inSubject = subject === undefined ? undefined : find(subject)
  return inSubject === undefined ? find(text) : { ...inSubject, field: 'subject' }
}
