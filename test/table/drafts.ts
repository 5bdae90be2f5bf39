import type { ContentFinding, FormDenial } from 'group-invitations'

/** A subject or text, and what is said of it. */
export interface Written {
  readonly written: string | undefined
  readonly form?: readonly FormDenial[]
  /** What is said of a text beside a recipient who exists, of a subject beside everybody; with no text, nothing is. */
  readonly content?: readonly ContentFinding[]
}

const PERSONAL = 'Lieber Bernd, TypeScript!'
/** One character of 33 code points. */
const TOWER = `a${'\u0335'.repeat(32)}`
/** One character of 13 code points and 52 bytes. */
const FLAG = `🏴${'\u{e0062}'.repeat(11)}\u{e007f}`

const limits = { characters: 500, bytes: 5000, codePointsPerCharacter: 32 } as const
const tooLong = (length: number, unit: keyof typeof limits): FormDenial => ({
  ...{ type: 'TextTooLong', length, limit: limits[unit], unit },
})
const unsafe = (field: 'subject' | 'text', index: number, codePoint: number): FormDenial => ({
  ...{ type: 'UnsafeCharacter', field, index, codePoint },
})

/** Texts of every kind; unless it is said, they salute Bernd and mention his profile. */
export const texts: readonly Written[] = [
  { written: PERSONAL },
  { written: PERSONAL.padEnd(500, '!') },
  { written: PERSONAL.padEnd(501, '!'), form: [tooLong(501, 'characters')] },
  // 475 emoji of two UTF-16 units each.
  { written: PERSONAL + '😀'.repeat(475) },
  { written: '', form: [{ type: 'TextEmpty' }] },
  { written: ' \n\t\u00ad\u200b ', form: [{ type: 'TextEmpty' }] },
  { written: PERSONAL + TOWER, form: [tooLong(33, 'codePointsPerCharacter')] },
  { written: `\u202e${PERSONAL}`, form: [unsafe('text', 0, 0x202e)] },
  {
    written: `${PERSONAL.padEnd(501, '!')}\u0000`,
    form: [tooLong(502, 'characters'), unsafe('text', 501, 0)],
  },
  {
    written: 'Hallo zusammen, kommt vorbei!',
    content: [
      { type: 'SalutationMissing', names: ['Bernd', 'Müller'] },
      { type: 'ProfileReferenceMissing', entries: [{ field: 'haves', entry: 'TypeScript' }] },
      { type: 'WantsAndHavesNotAddressed', wants: [], haves: ['TypeScript'] },
    ],
  },
]

/** A text of 121 characters in 5,017 bytes, which takes longer to judge than all others. */
export const heavyText: Written = {
  written: PERSONAL + FLAG.repeat(96),
  form: [tooLong(25 + 96 * 52, 'bytes')],
}

/** Subjects of every kind. */
export const subjects: readonly Written[] = [
  { written: undefined },
  { written: ' \u00ad ' },
  { written: 'a'.repeat(120) },
  {
    written: 'a'.repeat(121),
    form: [{ type: 'SubjectTooLong', length: 121, limit: 120, unit: 'characters' }],
  },
  { written: 'TypeScript\nBcc: all', form: [unsafe('subject', 10, 10)] },
  {
    written: 'An {name}',
    content: [
      {
        ...{ type: 'UnfilledPlaceholder', placeholder: '{name}', index: 3, field: 'subject' },
        certainty: 'sure',
      },
    ],
  },
]

/** The order of the denials of the form, as the domain states it. */
const formOrder = Object.keys({
  SubjectTooLong: true,
  TextEmpty: true,
  TextTooLong: true,
  UnsafeCharacter: true,
} satisfies Record<FormDenial['type'], true>)

/** The denials of the form of both, in their order: of several unsafe characters the first. */
export function saidOfForm(subject: Written, text: Written): FormDenial[] {
  const all = [...(subject.form ?? []), ...(text.form ?? [])]
  const first = all.find(({ type }) => type === 'UnsafeCharacter')
  return all
    .filter((denial) => denial.type !== 'UnsafeCharacter' || denial === first)
    .sort((one, other) => formOrder.indexOf(one.type) - formOrder.indexOf(other.type))
}

/** The findings on the content of both, in their order. */
export function saidOfContent(subject: Written, text: Written, exists: boolean): ContentFinding[] {
  if (text.form?.some(({ type }) => type === 'TextEmpty')) return []
  return [...(subject.content ?? []), ...(exists ? (text.content ?? []) : [])]
}
