import {
  type AnswerAction,
  forInviter,
  forRecipient,
  type RecipientBanned,
  type SentStatus,
  type Serialized,
  type Standing,
} from 'group-invitations'
import { createMessages, de, deInformal, en, type Messages } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { oneAnswerErrorOfEach, oneOfEachForRecipient } from '../support/answer-errors.js'
import { aRequest } from '../support/builders.js'
import { disclosedWith } from '../support/disclosed.js'
import { whilePolluted } from '../support/polluted.js'
import { opened } from '../support/sending.js'

const all: readonly (readonly [name: string, messages: Messages])[] = [
  ['en', en],
  ['de', de],
  ['deInformal', deInformal],
]

const throughJson = <Value>(value: Value) => JSON.parse(JSON.stringify(value)) as Serialized<Value>

describe.each(all)('the words for the recipient in %s', (_name, messages) => {
  const errors = Object.values(oneOfEachForRecipient)

  test('are those of the language, one text alone, also after a way through JSON', () => {
    for (const error of errors) {
      const said = messages.language.toRecipient[error.type]
      for (const value of [error, throughJson(error)]) {
        expect(messages.describe(value, { timeZone: 'Europe/Berlin' })).toBe(said)
        expect(messages.reasons(value)).toEqual([said])
      }
    }
  })

  test.each(['toString', '__proto__', 'constructor', 'InvitationWithdrawn', 'GroupNotFound'])(
    'are none for the type %s',
    (type) => {
      const error = JSON.parse(`{"audience":"recipient","type":"${type}"}`) as never
      expect(() => messages.describe(error)).toThrow(
        new TypeError('disclosed.type must be that of an error'),
      )
    },
  )

  test('are of their own for each type, whole sentences', () => {
    const said = errors.map((error) => messages.describe(error))
    expect(new Set(said).size).toBe(errors.length)
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}[^{}]*\.$/u)
  })

  test('do not tell what was withdrawn from what is not there', () => {
    const { InvitationWithdrawn, InvitationNotFound, GroupNotFound } = oneAnswerErrorOfEach
    const [withdrawn, ...others] = [InvitationWithdrawn, InvitationNotFound, GroupNotFound].map(
      (error) => messages.describe(forRecipient(error)),
    )
    expect(others).toEqual([withdrawn, withdrawn])
    const said = Object.values(messages.language.toRecipient).join(' ')
    expect(said).not.toMatch(/withdr|zurückgezogen|zurückgenommen/i)
  })
})

test.each(all)('neither side is called by its sex in %s', (_name, { language }) => {
  const { toRecipient, answered, statuses, noDecision } = language
  const said = [toRecipient, answered, statuses, noDecision].flatMap((part) => Object.values(part))
  expect(said.join(' ')).not.toMatch(
    /\b(he|she|his|her|him)\b|der Einladende|Moderatoren?\b|\b(Einlader|Empfänger)\w*/i,
  )
})

test.each(all)(
  'no word for the inviter says that somebody has declined in %s',
  (_name, messages) => {
    const { toInviter: _sentences, toStaff: _staff, ...language } = messages.language
    const { noDecision, statuses, answered } = language
    const said = [...Object.values(noDecision), ...Object.values(statuses), answered.withdrawn]
    expect(said.join(' ')).not.toMatch(/declin|ableh|abgelehnt|refus/i)
  },
)

test('words of a service’s own for the inviter are not those of the recipient', () => {
  const messages = createMessages<RecipientBanned>(en.language, {
    RecipientBanned: () => 'Banned.',
  })
  expect(messages.describe(disclosedWith({ type: 'RecipientBanned' }))).toBe('Banned.')
  expect(messages.describe(oneOfEachForRecipient.RecipientBanned)).toBe(
    'You cannot join this group.',
  )
})

test('one error has other words for each side', () => {
  const accepted = oneAnswerErrorOfEach.InvitationAccepted
  expect(en.describe(forInviter(accepted))).toBe(
    'This invitation has already been accepted, so it can no longer be withdrawn.',
  )
  expect(en.describe(forRecipient(accepted))).toBe(
    'You have already accepted this invitation, so you can no longer decline it.',
  )
})

describe('the words after an answer', () => {
  const { joined, pending, accepted, declined, withdrawn } = de.language.answered

  test.each<readonly [AnswerAction, Standing | undefined, string]>([
    ['accept', 'member', joined],
    ['accept', 'moderator', joined],
    ['accept', 'pending', pending],
    ['accept', 'banned', accepted],
    ['accept', undefined, accepted],
    ['decline', undefined, declined],
    ['decline', 'member', declined],
    ['withdraw', undefined, withdrawn],
    ['withdraw', 'banned', withdrawn],
  ])('%s with the standing %s', (action, standing, said) => {
    expect(de.describeAnswer(action, { standing })).toBe(said)
    expect(de.describeAnswer(action, throughJson({ standing }))).toBe(said)
  })

  test('are the same for a replay, and owe nothing to Object.prototype', async () => {
    const again = { status: 'Accepted', standing: 'pending', replayed: true } as const
    expect(de.describeAnswer('accept', again)).toBe(pending)
    expect(de.describeAnswer('accept', { ...again, standing: 'member' })).toBe(joined)
    await whilePolluted('standing', 'member', () => {
      expect(de.describeAnswer('accept', {})).toBe(accepted)
    })
  })

  test('are made of what the service returns', async () => {
    const { service, answers } = opened()
    const { invitation } = (await service.send(aRequest()))._unsafeUnwrap()
    const { invitationId, inviterId, recipientId } = invitation
    const asRecipient = { invitationId, memberId: recipientId }
    const declinedOne = (await answers.decline(asRecipient))._unsafeUnwrap()
    expect(en.describeAnswer('decline', declinedOne)).toBe(en.language.answered.declined)
    const acceptedOne = (await answers.accept(asRecipient))._unsafeUnwrap()
    const expected = acceptedOne.standing === 'member' ? 'joined' : 'pending'
    expect(en.describeAnswer('accept', throughJson(acceptedOne))).toBe(
      en.language.answered[expected],
    )
    const error = (await answers.withdraw({ invitationId, memberId: inviterId }))._unsafeUnwrapErr()
    expect(en.describe(forInviter(error))).toBe(en.language.noDecision.InvitationAccepted)
  })

  test('say of a declined invitation the same whether it was withdrawn before', async () => {
    const { service, answers } = opened()
    const { invitation } = (await service.send(aRequest()))._unsafeUnwrap()
    const { invitationId, inviterId, recipientId } = invitation
    await answers.withdraw({ invitationId, memberId: inviterId })
    const answered = await answers.decline({ invitationId, memberId: recipientId })
    expect(answered._unsafeUnwrap()).toMatchObject({ status: 'Withdrawn', replayed: true })
    expect(de.describeAnswer('decline', answered._unsafeUnwrap())).toBe(declined)
  })

  test.each(['Accept', 'accepted', '', undefined, null, 'toString', '__proto__'])(
    'are none for the action %j',
    (action) => {
      expect(() => en.describeAnswer(action as AnswerAction, {})).toThrow(
        new TypeError('action must be accept, decline or withdraw'),
      )
    },
  )

  test.each([undefined, null, 'member', 7, []])('are none for the answer %j', (answered) => {
    for (const action of ['accept', 'decline', 'withdraw'] as const) {
      expect(() => en.describeAnswer(action, answered as object)).toThrow(
        new TypeError('answered must be what accept, decline or withdraw returns'),
      )
    }
  })

  test.each(['Member', '', null, 7, ['member']])('are none for the standing %j', (standing) => {
    expect(() => en.describeAnswer('accept', { standing: standing as Standing })).toThrow(
      new TypeError('answered.standing must be member, moderator, pending or banned'),
    )
  })
})

describe('the status of an invitation in the inviter’s list', () => {
  test.each(all)('has a word of its own in %s', (_name, { language, describeStatus }) => {
    const statuses = ['Open', 'Accepted', 'Withdrawn', 'Expired'] as const
    const words = statuses.map(describeStatus)
    expect(words).toEqual(statuses.map((status) => language.statuses[status]))
    expect(new Set(words).size).toBe(4)
  })

  test('is shown of a list that has come through JSON', async () => {
    const { service, answers } = opened()
    const { invitation } = (await service.send(aRequest()))._unsafeUnwrap()
    const { invitationId, inviterId, recipientId } = invitation
    const shown = async () => {
      const { items } = throughJson((await answers.sent(inviterId))._unsafeUnwrap())
      return items.map(({ status }) => de.describeStatus(status))
    }
    expect(await shown()).toEqual(['Offen'])
    await answers.decline({ invitationId, memberId: recipientId })
    expect(await shown()).toEqual(['Offen'])
    await answers.accept({ invitationId, memberId: recipientId })
    expect(await shown()).toEqual(['Angenommen'])
  })

  test.each(['Declined', 'open', '', undefined, null, 7, 'toString', '__proto__'])(
    'is none of these: %j',
    (status) => {
      expect(() => en.describeStatus(status as SentStatus)).toThrow(
        new TypeError('status must be Open, Accepted, Withdrawn or Expired'),
      )
    },
  )
})
