import {
  type InvitationApproval,
  type InvitationDenial,
  type InvitationDenied,
  measureText,
} from 'group-invitations'
import { inWords, sentenceFor } from './answering.js'
import { chapters } from './chapters.js'

/** The names by which a page calls the people and the group. */
export interface Names {
  readonly inviter: string
  readonly recipient: string
  readonly group: string
}

/** A verdict as a page for the terminal: what is sent, each rule with a tick or the reason, and what follows. */
export function verdictPage(verdict: InvitationApproval | InvitationDenied, names: Names): string {
  const { draft, denials } =
    'denials' in verdict ? verdict : { draft: verdict.request, denials: [] }
  const { characters, limit } = measureText(draft.text)
  return [
    '',
    bold(printable(`${names.inviter} invites ${names.recipient} into “${names.group}”`)),
    `  Subject  ${printable(draft.subject ?? 'none')}`,
    `  Text     ${characters} of ${limit} characters`,
    ...linesOf(draft.text).map((line) => faint(`  │ ${printable(line)}`)),
    ...chapters.flatMap(({ title, rules }) => [
      '',
      bold(title),
      ...Object.entries(rules).map(([type, claim]) => ruleLine(type, claim, denials)),
    ]),
    '',
    'denials' in verdict ? red(refusal(verdict)) : green(approval(verdict)),
    '',
  ].join('\n')
}

function ruleLine(type: string, claim: string, denials: readonly InvitationDenial[]): string {
  const denial = denials.find((raised) => raised.type === type)
  return denial
    ? `  ${red('✗')} ${sentenceFor(denial)} ${faint(`[${type}]`)}`
    : `  ${green('✓')} ${claim}`
}

function approval({ decidedAt, repeatableAt }: InvitationApproval): string {
  return `Approved on ${inWords(decidedAt)}. Once sent, repeatable from ${inWords(repeatableAt)}.`
}

function refusal({ denials }: InvitationDenied): string {
  return `Refused, for ${denials.length} ${denials.length === 1 ? 'reason' : 'reasons'}.`
}

/** What a terminal would obey, spelled out. */
function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The lines of a text, broken between words to fit a narrow terminal. */
function linesOf(text: string): string[] {
  const broken = (line: string) => line.match(/\S.{0,71}(?!\S)|\S{72}/gu) ?? ['']
  return text === '' ? [] : text.split('\n').flatMap(broken)
}

const isColourful = process.stdout.isTTY && process.env['NO_COLOR'] === undefined
const paint = (code: number) => (text: string) =>
  isColourful ? `\u001b[${code}m${text}\u001b[0m` : text
const bold = paint(1)
const faint = paint(2)
const red = paint(31)
const green = paint(32)
