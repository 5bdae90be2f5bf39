import type { Draft } from '../model/invitation.js'

/**
 * The place of something in the normalised draft.
 *
 * What is found there is as long as `placeholder`, `link` or `term`, unless `term` is a classifier's reason.
 *
 * @since 0.1.0
 */
export interface DraftPlace {
  /** A UTF-16 index into the text, or into the field that `field` names. */
  readonly index: number
  /** `subject`: the place is in the subject line. Absent: it is in the text. */
  readonly field?: 'subject' | undefined
}

/** The first result of `find` in the draft: in the subject line, else in the text. */
export function findInDraft<Found extends DraftPlace>(
  { subject, text }: Draft,
  find: (value: string) => Found | undefined,
): Found | undefined {
  const inSubject = subject === undefined ? undefined : find(subject)
  return inSubject === undefined ? find(text) : { ...inSubject, field: 'subject' }
}
