import type {
  AnswerAction,
  DeliveryChannel,
  Disclosed,
  DisclosedToRecipient,
  Standing,
} from 'group-invitations'
import type { Messages } from 'group-invitations/messages'
import type { Words } from './words-en.js'

/** Something that has happened, with the names of that moment. */
export type LifeEvent = Sent | NotSent | Delivered | Cancelled | Answered | NotAnswered

interface At {
  /** By the clock of the case. */
  readonly at: Date
}

interface Sent extends At {
  readonly type: 'Sent'
  readonly inviter: string
  readonly recipient: string
  readonly group: string
}

interface NotSent extends At {
  readonly type: 'NotSent'
  readonly inviter: string
  readonly disclosed: Disclosed
}

interface Delivered extends At {
  readonly type: 'Delivered'
  readonly channel: DeliveryChannel
  readonly recipient: string
  readonly subject: string
}

interface Cancelled extends At {
  readonly type: 'Cancelled'
  readonly channel: DeliveryChannel
  /** For the worker: the types of the reasons. */
  readonly reasons: readonly string[]
}

interface Answered extends At {
  readonly type: 'Answered'
  readonly name: string
  readonly action: AnswerAction
  readonly standing: Standing | undefined
}

interface NotAnswered extends At {
  readonly type: 'NotAnswered'
  readonly name: string
  readonly disclosed: Disclosed | DisclosedToRecipient
}

/** An event as a sentence of the timeline. */
export function inWords(event: LifeEvent, words: Words['life'], messages: Messages): string {
  const { events, channels } = words
  switch (event.type) {
    case 'Sent':
      return events.sent(event.inviter, event.recipient, event.group)
    case 'NotSent':
      return events.notSent(event.inviter, messages.describe(event.disclosed))
    case 'Delivered':
      return events.delivered(channels[event.channel], event.recipient, event.subject)
    case 'Cancelled':
      return events.cancelled(channels[event.channel], event.reasons.join(', '))
    case 'Answered': {
      const told = messages.describeAnswer(event.action, { standing: event.standing })
      return events.done(event.name, events.answered[event.action], told)
    }
    case 'NotAnswered':
      return events.notDone(event.name, messages.describe(event.disclosed))
  }
}
