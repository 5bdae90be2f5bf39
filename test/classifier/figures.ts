// How good the content rules are, as the tables of `docs/content-rules.md`.
import { findingsIn, isProhibited, type Message, messages } from '../support/messages.js'
import { isMeasured } from './examples.js'
import { mails, passages } from './strangers.js'

/** Messages of one kind, and what the rules find in them. */
class Judged {
  constructor(
    readonly name: string,
    private readonly messages: readonly Message[],
  ) {}

  /** How many have the finding, by denial or advisory. */
  share(type: string, counted: 'denials' | 'any' = 'any'): string {
    const has = (list: readonly { readonly type: string }[]) =>
      list.some((finding) => finding.type === type)
    const found = this.messages.map(findingsIn)
    const count = found.filter(
      ({ denials, advisories }) => has(denials) || (counted === 'any' && has(advisories)),
    ).length
    return `${count} of ${this.messages.length}${interval(count, this.messages.length)}`
  }
}

/** The 95 % interval of Wilson, in per cent. */
export function interval(count: number, total: number): string {
  const z = 1.96
  const share = count / total
  const centre = share + z ** 2 / (2 * total)
  const spread = z * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2))
  const limits = [centre - spread, centre + spread].map(
    (limit) => (100 * limit) / (1 + z ** 2 / total),
  )
  return ` (${limits.map((limit) => Math.max(0, limit).toFixed(0)).join('–')} %)`
}

const unseen = messages('measure')
const known = messages('build')
const of = (name: string, list: readonly Message[], ...classes: readonly string[]) =>
  new Judged(
    name,
    list.filter((message) =>
      classes.some((name) => message.class === name || message.class.startsWith(`${name}-`)),
    ),
  )

/** The two tables, in Markdown. */
export async function figures(): Promise<string> {
  const real = (await mails()).filter(isMeasured)
  const asMessages = (texts: readonly string[]) => texts.map((text) => ({ class: 'real', text }))
  const prohibited: readonly Judged[] = [
    of('honest invitations', unseen, 'club', 'brackets', 'linklike'),
    of('honest, on delicate subjects', unseen, 'touchy'),
    of('honest sentences full of suspicious words', unseen, 'everyday'),
    of('plain multi-level marketing', unseen, 'plain'),
    of('veiled multi-level marketing', unseen, 'soft'),
    of('disguised', unseen, 'disguised'),
    of('spam', unseen, 'spam'),
    new Judged(
      'real e-mails',
      asMessages(real.filter(({ isSpam }) => !isSpam).map(({ text }) => text)),
    ),
    new Judged(
      'real e-mail spam',
      asMessages(real.filter(({ isSpam }) => isSpam).map(({ text }) => text)),
    ),
    new Judged('real passages', asMessages(passages().filter(isMeasured))),
    new Judged(
      'honest texts to build with',
      known.filter((message) => !isProhibited(message)),
    ),
    new Judged('prohibited texts to build with', known.filter(isProhibited)),
  ]
  const honest = of('', unseen, 'club', 'touchy', 'brackets', 'linklike')
  const others: readonly (readonly [string, string, string, string])[] = [
    row('UnfilledPlaceholder', of('', unseen, 'slot'), honest),
    row('SalutationMissing', of('', unseen, 'nosalutation'), honest),
    row('ProfileReferenceMissing', of('', unseen, 'noreference'), honest),
    row('LinkInText', of('', unseen, 'link'), honest),
  ]
  return [
    table(
      ['Texts', 'Denied', 'Denied or advised'],
      prohibited.map((judged) => [
        judged.name,
        judged.share('ProhibitedContent', 'denials'),
        judged.share('ProhibitedContent'),
      ]),
    ),
    table(['Rule', 'Found', 'False alarms', 'False denials'], others),
  ].join('\n\n')
}

function row(rule: string, breaking: Judged, keeping: Judged): [string, string, string, string] {
  return [`\`${rule}\``, breaking.share(rule), keeping.share(rule), keeping.share(rule, 'denials')]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
