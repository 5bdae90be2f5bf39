// How every contender except the library looks at what was written.
import { addMonths } from 'date-fns/addMonths'
import { UTCDateMini } from '@date-fns/utc/date/mini'
import type { InvitationRequest, MemberProfile, UnsafeCharacter } from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import type { Decision } from './contender.js'

/** A draft, normalised. */
export interface WrittenDraft {
  readonly subject: string
  readonly text: string
  /** The first character that is not safe to send. */
  readonly unsafe: UnsafeCharacter | undefined
}

// Nothing here joins another character, is changed by normalising, or is unsafe.
const PLAIN = /^[\n\x20-\x7E\xA0-\xAC\xAE-\u02FF\u2010-\u2027\u2030-\u205E]*$/
const UNSAFE_IN_SUBJECT =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069](?<!\t)/u
const UNSAFE_IN_TEXT =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069](?<![\t\n\r\u0085])/u

export function draftOf({ subject = '', text }: InvitationRequest): WrittenDraft {
  const isSubjectPlain = PLAIN.test(subject) && !subject.includes('\n')
  const isTextPlain = PLAIN.test(text)
  return {
    subject: isSubjectPlain ? subject.trim() : normalize(subject),
    text: isTextPlain ? text.trim() : normalize(text),
    unsafe:
      (isSubjectPlain ? undefined : unsafeIn('subject', subject, UNSAFE_IN_SUBJECT)) ??
      (isTextPlain ? undefined : unsafeIn('text', text, UNSAFE_IN_TEXT)),
  }
}

function normalize(text: string): string {
  return text
    .replace(/[\u00AD\u180E\u200B\u2060\uFEFF]/g, '')
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .trim()
    .normalize('NFC')
}

function unsafeIn(
  field: 'subject' | 'text',
  value: string,
  unsafe: RegExp,
): UnsafeCharacter | undefined {
  const index = value.search(unsafe)
  const codePoint = value.codePointAt(index)
  return codePoint === undefined ? undefined : { type: 'UnsafeCharacter', field, index, codePoint }
}

let segmenter: Intl.Segmenter | undefined

/** How many characters a text has, if these are too many. Only one with more UTF-16 units than that is looked through. */
export function excess(text: string, limit: number): number | undefined {
  if (text.length <= limit) return undefined
  segmenter ??= new Intl.Segmenter()
  let length = 0
  for (const _character of segmenter.segment(text)) length += 1
  return length > limit ? length : undefined
}

const utc = (value: Date | number | string) => new UTCDateMini(value)

/** The fingerprint, which is stored with an invitation, is the library's for everyone. */
export function approvalOf(
  { subject, text }: WrittenDraft,
  profile: MemberProfile | undefined,
  now: Date,
): Decision {
  return {
    ok: true,
    subject: subject || undefined,
    text,
    decidedAt: now,
    repeatableAt: new Date(+addMonths(now, 6, { in: utc })),
    textFingerprint: fingerprintText(text, profile),
  }
}
