import type { InvitationApproval, InvitationDenial, InvitationDenied } from 'group-invitations'
import { measureText } from 'group-invitations/form'
import { en } from 'group-invitations/messages'
import { chapters } from './chapters.js'
import { inWords } from './in-words.js'
import { bold, faint, green, printable, red, yellow } from './terminal.js'

/** The names by which a page calls the people and the group. */
export interface Names {
  readonly inviter: string
  readonly recipient: string
  readonly group: string
}

/**
 * A verdict as a page for the terminal: what is sent, each rule with a tick or what it has to say, and what follows.
 */
export function verdictPage(verdict: InvitationApproval | InvitationDenied, names: Names): string {
  const { draft, denials } =
    'denials' in verdict ? verdict : { draft: verdict.request, denials: [] }
  const remarks = [
    ...denials.map((denial) => [denial, red('✗')] as const),
    ...verdict.advisories.map((advisory) => [advisory, yellow('!')] as const),
  ]
  const { characters, limit } = measureText(draft.text)
  return [
    '',
    bold(printable(`${names.inviter} invites ${names.recipient} into “${names.group}”`)),
    `  Subject  ${printable(draft.subject ?? 'none')}`,
    `  Text     ${characters} of ${limit} characters`,
    ...linesOf(draft.text).map((line) => faint(`  │ ${printable(line)}`)),
    ...chapters
      .filter((chapter) => draft.text !== '' || !('needsText' in chapter))
      .flatMap(({ title, rules }) => [
        '',
        bold(title),
        ...Object.entries(rules).map(([type, claim]) => ruleLine(type, claim, remarks)),
      ]),
    '',
    'denials' in verdict ? red(refusal(verdict)) : green(approval(verdict)),
    '',
  ].join('\n')
}

/** A denial or an advisory, and its mark. */
type Remark = readonly [denial: InvitationDenial, mark: string]

function ruleLine(type: string, claim: string, remarks: readonly Remark[]): string {
  for (const [denial, mark] of remarks) {
    if (denial.type === type) {
      return `  ${mark} ${printable(en.describeForStaff(denial))} ${faint(`[${type}]`)}`
    }
  }
  return `  ${green('✓')} ${claim}`
}

function approval({ decidedAt, repeatableAt }: InvitationApproval): string {
  return `Approved on ${inWords(decidedAt)}. Once sent, repeatable from ${inWords(repeatableAt)}.`
}

function refusal({ denials }: InvitationDenied): string {
  return `Refused, for ${denials.length} ${denials.length === 1 ? 'reason' : 'reasons'}.`
}

/** The lines of a text, broken between words to fit a narrow terminal. */
function linesOf(text: string): string[] {
  const broken = (line: string) => line.match(/\S.{0,71}(?!\S)|\S{72}/gu) ?? ['']
  return text === '' ? [] : text.split('\n').flatMap(broken)
}
