import {
  type AnswerAction,
  AnswerService,
  type Delivery,
  forInviter,
  forRecipient,
  InvitationPolicy,
  InvitationService,
  type ReceivedItem,
  type SentItem,
  type Standing,
} from 'group-invitations'
import type { LifeEvent } from './life-events.js'
import { createLifeStore } from './life-store.js'
import { groupOf, type GroupKey, type PersonKey } from './people.js'
import { emailOf, newsOf } from './preview.js'
import type { State } from './state.js'
import { instantOf, profileIn, requestOf, type SentBefore } from './world.js'

/** What there is to see: each side has its list, and the service its outbox. */
export interface LifeView {
  readonly events: readonly LifeEvent[]
  /** What the inviter sees of what they have sent. */
  readonly sent: readonly SentItem[]
  /** What the recipient sees and can answer. */
  readonly received: readonly ReceivedItem[]
  readonly outbox: readonly Delivery[]
  /** What was sent, for the verdict on the next draft. */
  readonly sentHere: readonly SentBefore[]
}

/** What happens to invitations after the draft, over the repositories in memory. */
export class Life {
  private readonly store = createLifeStore()
  private readonly events: LifeEvent[] = []
  private tries = 0

  async send(state: State): Promise<void> {
    this.tries += 1
    const invitationId = `invitation-${this.tries}`
    const at = instantOf(state)
    const { inviter, recipient, group } = namesIn(state)
    const sent = await this.servicesOf(state).invitations.send(requestOf(state), { invitationId })
    this.events.push(
      sent.isOk()
        ? { type: 'Sent', at, inviter, recipient, group }
        : { type: 'NotSent', at, inviter, disclosed: forInviter(sent.error) },
    )
  }

  /** Prepares and hands over all that is in the outbox, as a worker does. */
  async deliver(state: State): Promise<void> {
    const { invitations } = this.servicesOf(state)
    const at = instantOf(state)
    for (const delivery of this.store.pendingDeliveries()) {
      const { channel, deliveryId } = delivery
      const prepared = await invitations.prepareDelivery(delivery)
      this.store.markDelivered(deliveryId)
      if (prepared.isErr()) {
        const { error } = prepared
        const reasons = 'reasons' in error ? error.reasons.map(({ type }) => type) : [error.type]
        this.events.push({ type: 'Cancelled', at, channel, reasons })
        continue
      }
      const { displayName: recipient } = prepared.value.recipient
      const subject =
        channel === 'email' ? emailOf(prepared.value).subject : newsOf(prepared.value).title
      this.events.push({ type: 'Delivered', at, channel, recipient, subject })
    }
  }

  /** The recipient accepts or declines; the inviter withdraws. */
  async answer(state: State, action: AnswerAction, invitationId: string): Promise<void> {
    const { answers } = this.servicesOf(state)
    const { inviter, recipient } = state
    const answered = await {
      accept: () =>
        answers
          .accept({ invitationId, memberId: recipient })
          .mapErr((error) => forRecipient(error)),
      decline: () =>
        answers
          .decline({ invitationId, memberId: recipient })
          .mapErr((error) => forRecipient(error)),
      withdraw: () =>
        answers.withdraw({ invitationId, memberId: inviter }).mapErr((error) => forInviter(error)),
    }[action]()
    const names = namesIn(state)
    const name = action === 'withdraw' ? names.inviter : names.recipient
    const at = instantOf(state)
    this.events.push(
      answered.isOk()
        ? { type: 'Answered', at, name, action, standing: answered.value.standing }
        : { type: 'NotAnswered', at, name, disclosed: answered.error },
    )
  }

  /** What there is to see in a case, by its clock. */
  async look(state: State): Promise<LifeView> {
    const { answers } = this.servicesOf(state)
    const sent = await answers.sent(state.inviter)
    const received = await answers.received(state.recipient)
    return {
      events: [...this.events],
      sent: sent.isOk() ? sent.value.items : [],
      received: received.isOk() ? received.value.items : [],
      outbox: this.store.pendingDeliveries(),
      sentHere: this.store.sentHere(),
    }
  }

  /** The standing that somebody has by now, as accepting has left it. */
  standingOf(group: GroupKey, person: PersonKey): Promise<Standing | undefined> {
    return this.store.standingOf(group, person)
  }

  private servicesOf(state: State) {
    const repositories = this.store.repositoriesOf(state)
    const policy = new InvitationPolicy(repositories, { clock: () => instantOf(state) })
    return {
      invitations: new InvitationService(policy, repositories),
      answers: new AnswerService(policy, repositories),
    }
  }
}

/** An identifier stands for a name that is not there. */
function namesIn(state: State) {
  const nameOf = (person: PersonKey) => profileIn(state, person)?.displayName ?? person
  return {
    inviter: nameOf(state.inviter),
    recipient: nameOf(state.recipient),
    group: groupOf(state.group)?.name ?? state.group,
  }
}
