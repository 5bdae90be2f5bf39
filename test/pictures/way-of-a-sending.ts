import type {
  AnswerService,
  InvitationDenied,
  InvitationRecord,
  InvitationService,
} from 'group-invitations'
import { renderEmail, renderNews } from 'group-invitations/messages'
import {
  callsOfAccept,
  callsOfPrepareDelivery,
  callsOfSend,
  committedParts,
  resultsOfCommit,
} from './calls-of-a-sending.js'
import { column, type Drawing } from './drawing.js'
import { callLines } from './waves.js'

const denied: InvitationDenied['type'] = 'InvitationDenied'
const send = 'send' satisfies keyof InvitationService
const prepareDelivery = 'prepareDelivery' satisfies keyof InvitationService
const accept = 'accept' satisfies keyof AnswerService

/** What each part of a commit is. */
const PARTS: { readonly [Part in keyof InvitationRecord]-?: string } = {
  invitation: 'with its claim on the pair',
  textFingerprint: 'to recognise copies',
  deliveries: 'the outbox',
  pace: 'if there is one',
}

/** How an invitation is sent, delivered and answered, with the calls that are made. */
export async function wayOfASending(): Promise<Drawing> {
  const { own, judged, commit, deliveries } = await callsOfSend()
  const parts = await committedParts()
  const delivering = await callsOfPrepareDelivery()
  const drawn = column([
    {
      title: `\`${send}\``,
      lines: [
        ...own.map((call) => [`\`${call}\``, 'sent before?'] as const),
        [`the ${judged} calls of \`evaluate\``, 'in parallel'],
      ],
    },
    { title: 'Rules, as in `evaluate`', error: denied },
    {
      title: `\`${commit}\`: all or nothing`,
      lines: parts.map((part) => [`\`${part}\``, PARTS[part]] as const),
    },
    { title: 'What the store answers', lines: await resultsOfCommit() },
    {
      title: 'Your outbox',
      kind: 'frame',
      lines: deliveries.map(
        ({ deliveryId }) => [`\`${deliveryId}\``, 'waits for a worker'] as const,
      ),
    },
    { title: `\`${prepareDelivery}\``, lines: callLines(delivering.waves) },
    { title: 'Rules on people, again', error: delivering.cancelled },
    [
      { title: `\`${renderEmail.name}\``, lines: [['the e-mail']] },
      { title: `\`${renderNews.name}\``, lines: [['the news item']] },
    ],
    { title: `\`${accept}\`, by the recipient`, lines: callLines(await callsOfAccept()) },
  ])
  return {
    title: 'The way of a sending',
    desc: `${send} judges the request and writes ${parts.join(', ')} by ${commit}, or nothing. A worker takes each delivery from the outbox, ${prepareDelivery} judges once more, and the recipient answers.`,
    height: drawn.bottom,
    parts: [drawn.drawn],
  }
}
