import type { Invitation, SendingError, SentInvitation } from 'group-invitations'
import { linesFor } from './telling.js'
import { inWords, inWordsFrom } from './in-words.js'
import { bold, faint, green, printable, red } from './terminal.js'

/** What sending has stored, and the answers to sending once more, as a page for the terminal. */
export function sendingPage(
  { invitation, deliveries }: SentInvitation,
  pending: readonly { readonly deliveryId: string }[],
  again: { readonly same: SentInvitation; readonly other: SendingError },
): string {
  return [
    bold('Sent'),
    ...fieldsOf(invitation).map(([name, value]) => `  ${name.padEnd(13)} ${printable(value)}`),
    '',
    bold('To be delivered'),
    ...deliveries.map(({ deliveryId, channel }) => {
      const isPending = pending.some((delivery) => delivery.deliveryId === deliveryId)
      return `  ${isPending ? green('✓') : red('✗')} ${channel.padEnd(6)} ${faint(deliveryId)}`
    }),
    '',
    bold('Sent once more'),
    ...(again.same.replayed
      ? [`  ${green('✓')} with the same identifier: the same invitation, and nothing new is stored`]
      : []),
    ...linesFor(again.other).map((line) => `  ${red('✗')} with another one: ${line}`),
    '',
  ].join('\n')
}

function fieldsOf({ sentAt, repeatableAt, ...others }: Invitation): [string, string][] {
  return [
    ...Object.entries(others).map(([name, value]): [string, string] => [
      name,
      shortened(JSON.stringify(value)),
    ]),
    ['sentAt', inWords(sentAt)],
    ['repeatableAt', inWordsFrom(repeatableAt)],
  ]
}

function shortened(text: string): string {
  return text.length > 72 ? `${text.slice(0, 71)}…` : text
}
