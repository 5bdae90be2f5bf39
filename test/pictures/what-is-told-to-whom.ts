import { type Denial, forInviter, forRecipient, type InvitationDenied } from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import { en } from 'group-invitations/messages'
import { oneAnswerErrorOfEach } from '../support/answer-errors.js'
import { oneOfEach } from '../support/denials.js'
import { circle, type Drawing, line, text, WIDTH } from './drawing.js'
import { rulebookGroups } from './rulebook-groups.js'

/** A denial of a custom rule. */
const custom: Denial = { type: 'CustomDenial' }

/** What else is denied in each column. */
const COLUMNS: readonly (readonly [heading: string, beside: Denial | undefined])[] = [
  ['alone', undefined],
  ['beside another private denial', oneOfEach.RecipientOptedOut],
  ['beside `AlreadyMember`', oneOfEach.AlreadyMember],
  ['while the cooldown runs', oneOfEach.RateLimited6Months],
  ['to an inviter who is not in the group', oneOfEach.InviterNotInGroup],
]

interface Row {
  readonly name: string
  readonly denial: Denial
}

const toModerator = {
  name: '… to a moderator',
  denial: { ...oneOfEach.MembershipPending, inviterMayAdmit: true },
}

const GROUPS = rulebookGroups.map(({ name, types }) => ({
  name,
  rows: types.flatMap((type): readonly Row[] => {
    const row = { name: type, denial: oneOfEach[type] }
    return type === 'MembershipPending' ? [row, toModerator] : [row]
  }),
}))
const ALL = [...GROUPS, { name: 'custom rules', rows: [{ name: 'not revealed', denial: custom }] }]

type Told = 'as it is' | 'RecipientUnavailable' | 'nothing'

function disclosed(...denials: readonly [Denial, ...Denial[]]) {
  const error: InvitationDenied<Denial> = {
    type: 'InvitationDenied',
    denials,
    advisories: [],
    draft: { text: '' },
  }
  return forInviter(error)
}

const typesIn = (...denials: readonly [Denial, ...Denial[]]): readonly string[] => {
  const result = disclosed(...denials)
  return result.type === 'InvitationDenied' ? result.denials.map(({ type }) => type) : []
}

function toldOf(denial: Denial, beside: Denial | undefined): Told {
  const types =
    beside === undefined || beside.type === denial.type ? typesIn(denial) : typesIn(beside, denial)
  if (types.includes(denial.type)) return 'as it is'
  const isUnavailable = (some: readonly string[]) => some.includes('RecipientUnavailable')
  return isUnavailable(types) && isUnavailable(typesIn(denial)) ? 'RecipientUnavailable' : 'nothing'
}

const X = [222, 254, 286, 318, 350]
const ROW = 20

function mark(told: Told, x: number, y: number): string {
  if (told === 'as it is') return circle(x, y, 5.5, 'mark')
  if (told === 'RecipientUnavailable') return circle(x, y, 4.5, 'half')
  return line(x - 4, y, x + 4, y, 'faint')
}

function rowDrawn({ name, denial }: Row, y: number): string {
  const marks = COLUMNS.map(([, beside], index) =>
    mark(toldOf(denial, beside), X[index] ?? 0, y - 4),
  )
  const { status } = toProblemDetails(disclosed(denial))
  const kind = /^\w+$/.test(name) ? 'code' : 'note'
  return [text(4, y, name, kind), ...marks, text(WIDTH - 4, y, `${status}`, 'code end')].join('\n')
}

/** The headings as stairs: each ends beside the line that goes down to its column. */
function headings(bottom: number): string {
  const steps = COLUMNS.map(([heading], index) => {
    const y = bottom - 10 - index * ROW
    const x = X[index] ?? 0
    return [text(x - 8, y, heading, 'end'), line(x, y - 10, x, bottom - 4, 'rule')].join('\n')
  })
  return [...steps, text(WIDTH - 4, bottom - 10, 'HTTP', 'end')].join('\n')
}

function recipientRows(from: number): { readonly drawn: string; readonly bottom: number } {
  const rows = Object.values(oneAnswerErrorOfEach).map((error, index) => {
    const told = forRecipient(error)
    const y = from + 24 + index * ROW
    const reads =
      told.type === error.type
        ? circle(X[0] ?? 0, y - 4, 5.5, 'mark')
        : text(214, y, told.type, 'code')
    const { status } = toProblemDetails(told)
    return [
      text(4, y, error.type, 'code'),
      reads,
      text(WIDTH - 4, y, `${status}`, 'code end'),
    ].join('\n')
  })
  const heading = [
    text(4, from, 'What a recipient who answers reads', 'title'),
    text(WIDTH - 4, from, 'HTTP', 'end'),
  ]
  return { drawn: [...heading, ...rows].join('\n'), bottom: from + 24 + rows.length * ROW }
}

/** What each side reads of each denial, as `forInviter`, `forRecipient` and `toProblemDetails` return it. */
export function whatIsToldToWhom(): Drawing {
  const top = 132
  const parts = [text(4, 17, 'What the inviter reads', 'title'), headings(top)]
  let y = top
  for (const { name, rows } of ALL) {
    parts.push(line(4, y + 6, WIDTH - 4, y + 6, 'faint'), text(4, y + 22, name, 'note'))
    y += 22
    for (const row of rows) parts.push(rowDrawn(row, (y += ROW)))
    y += 2
  }
  const staff = ALL.flatMap(({ rows }) => rows).every(
    ({ denial }) => en.describeForStaff(denial) !== '',
  )
  if (!staff) throw new Error('There is a denial that staff cannot read')
  parts.push(
    line(4, y + 6, WIDTH - 4, y + 6, 'faint'),
    circle(10, y + 26, 5.5, 'mark'),
    text(24, y + 30, 'as it is', 'note'),
    circle(94, y + 26, 4.5, 'half'),
    text(107, y + 30, '`RecipientUnavailable`', 'note'),
    line(272, y + 26, 280, y + 26, 'faint'),
    text(288, y + 30, 'nothing', 'note'),
    text(4, y + 52, 'Staff reads each denial as it is, by `describeForStaff`.', 'note'),
  )
  const recipient = recipientRows(y + 92)
  return {
    title: 'What is told to whom',
    desc: 'For each denial, what the inviter reads of it: as it is, as RecipientUnavailable, or nothing. For each error of an answer, what the recipient reads.',
    height: recipient.bottom - 8,
    parts: [...parts, recipient.drawn],
  }
}
