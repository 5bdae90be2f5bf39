import type { SubjectTooLong, TextTooLong } from 'group-invitations'
import type { Formats } from 'group-invitations/messages'

/** As many characters as are too many, or a limit: never one or two. The noun follows the last two digits. */
function charactersOf(count: number, { number, plural }: Formats): string {
  const written = number(count)
  return plural(count, {
    few: `${written} أحرف`,
    many: `${written} حرفًا`,
    other: `${written} حرف`,
  })
}

/** Other members whose case is the genitive, as after a preposition. */
export function toOtherMembers(count: number, { number, plural }: Formats): string {
  const written = number(count)
  return plural(count, {
    one: 'عضو آخر',
    two: 'عضوين آخرين',
    few: `${written} أعضاء آخرين`,
    many: `${written} عضوًا آخر`,
    other: `${written} عضو آخر`,
  })
}

/** Other members as the subject of a sentence, whose case is the nominative. */
export function otherMembers(count: number, { number, plural }: Formats): string {
  const written = number(count)
  return plural(count, {
    one: 'عضو آخر',
    two: 'عضوان آخران',
    few: `${written} أعضاء آخرون`,
    many: `${written} عضوًا آخر`,
    other: `${written} عضو آخر`,
  })
}

export function tooLong(
  { type, length, limit, unit }: SubjectTooLong | TextTooLong,
  formats: Formats,
): string {
  const { number } = formats
  const field = type === 'SubjectTooLong' ? 'الموضوع' : 'النص'
  switch (unit) {
    case 'characters':
      return `${field} أطول من المسموح به: فيه ${charactersOf(length, formats)}، والحد الأقصى ${charactersOf(limit, formats)}.`
    case 'bytes':
      return `${field} يشغل مساحة أكبر من المسموح بها: ${number(length)} بايت، والحد الأقصى ${number(limit)} بايت. يُرجى اختصاره أو التقليل من الرموز التعبيرية.`
    case 'codePointsPerCharacter':
      return `في ${field} حرف مركّب من علامات كثيرة جدًا. يُرجى استخدام حرف أبسط.`
  }
}
