import type { InvitationApproval, InvitationDenial, InvitationDenied } from 'group-invitations'
import { measureText } from 'group-invitations/form'
import { en } from 'group-invitations/messages'
import { chapters } from './chapters.js'
import { inWords, inWordsFrom } from './in-words.js'
import { bold, faint, green, printable, red, yellow } from './terminal.js'

/** The names of the people and the group. */
export interface Names {
  readonly inviter: string
  readonly recipient: string
  readonly group: string
}

/** A verdict as a page for the terminal: the draft, each rule with a tick or its finding, and the outcome. */
export function verdictPage(verdict: InvitationApproval | InvitationDenied, names: Names): string {
  const { draft, denials } =
    'denials' in verdict ? verdict : { draft: verdict.request, denials: [] }
  const findings = [
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
        ...Object.entries(rules).map(([type, claim]) => ruleLine(type, claim, findings)),
      ]),
    '',
    'denials' in verdict ? red(refusal(verdict)) : green(approval(verdict)),
    '',
  ].join('\n')
}

/** A denial or an advisory, with its mark. */
type Finding = readonly [denial: InvitationDenial, mark: string]

function ruleLine(type: string, claim: string, findings: readonly Finding[]): string {
  for (const [denial, mark] of findings) {
    if (denial.type === type) {
      return `  ${mark} ${printable(en.describeForStaff(denial))} ${faint(`[${type}]`)}`
    }
  }
  return `  ${green('✓')} ${claim}`
}

function approval({ decidedAt, repeatableAt }: InvitationApproval): string {
  return `Approved on ${inWords(decidedAt)}. Once sent, repeatable from ${inWordsFrom(repeatableAt)}.`
}

function refusal({ denials }: InvitationDenied): string {
  return `Denied, for ${denials.length} ${denials.length === 1 ? 'reason' : 'reasons'}.`
}

/** The lines of a text, broken between words to fit a narrow terminal. */
function linesOf(text: string): string[] {
  const broken = (line: string) => line.match(/\S.{0,71}(?!\S)|\S{72}/gu) ?? ['']
  return text === '' ? [] : text.split('\n').flatMap(broken)
}
