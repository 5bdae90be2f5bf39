import type { AnsweredInvitation, InvitationPage, ReceivedItem, SentItem } from 'group-invitations'
import { en } from 'group-invitations/messages'
import { bold, green, printable } from './terminal.js'
import type { Names } from './verdict-page.js'

/** What both sides see of one answer. */
export interface BothSides {
  readonly before: InvitationPage<ReceivedItem>
  readonly accepted: AnsweredInvitation
  readonly after: InvitationPage<ReceivedItem>
  readonly sent: InvitationPage<SentItem>
}

/** An invitation that is received and accepted, and what each side sees of it, as a page for the terminal. */
export function answerPage(
  { before, accepted, after, sent }: BothSides,
  { recipient, inviter }: Names,
): string {
  const tick = (line: string) => `  ${green('✓')} ${printable(line)}`
  return [
    bold(printable(`Received by ${recipient}`)),
    ...before.items.map((item) => tick(`“${item.group.name}”, from ${item.inviter.displayName}`)),
    '',
    bold('Accepted'),
    tick(en.describeAnswer('accept', accepted)),
    '',
    bold('What each side sees'),
    tick(`${recipient}: ${after.items.length === 0 ? 'nothing' : 'something'} to answer`),
    ...sent.items.map(({ status }) => tick(`${inviter}: ${en.describeStatus(status)}`)),
    '',
  ].join('\n')
}
