import {
  adviceForInviter,
  choiceForInviter,
  type Denial,
  forInviter,
  type InvitationDenial,
  type InvitationDenied,
  isContentFinding,
} from 'group-invitations'
import { describe, expect, test } from 'vitest'
import { oneAnswerErrorOfEach } from '../support/answer-errors.js'
import { aProfile, NOW } from '../support/builders.js'
import { oneOfEach, suspectedOnes } from '../support/denials.js'
import { whilePolluted } from '../support/polluted.js'

const group = { type: 'InviterNotInGroup', groupId: 'chess' } as const
const self = { type: 'SelfInvitation' } as const
const noContact = { type: 'NotADirectContact' } as const
const empty = { type: 'TextEmpty' } as const
const tooLong = { type: 'TextTooLong', length: 501, limit: 500, unit: 'characters' } as const
const taken = {
  type: 'RateLimited6Months',
  invitationId: 'i-1',
  sentAt: NOW,
  repeatableAt: NOW,
} as const
const notFound = { type: 'RecipientNotFound' } as const
const optedOut = { type: 'RecipientOptedOut' } as const
const member = { type: 'AlreadyMember' } as const
const pending = { type: 'MembershipPending', inviterMayAdmit: false } as const
const admissible = { type: 'MembershipPending', inviterMayAdmit: true } as const
const noInviter = { type: 'InviterNotFound' } as const
const noGroup = { type: 'GroupNotFound', groupId: 'chess' } as const
const banned = { type: 'RecipientBanned' } as const
const noSalutation = { type: 'SalutationMissing', names: ['Bernd'] } as const
const link = { type: 'LinkInText', link: 'elbschach.de', index: 26 } as const
const unavailable = { type: 'RecipientUnavailable' }
const blocked = { type: 'InviterBlocked' } as const
const frozen = { type: 'Frozen', until: NOW } as const

const draft = { text: 'Lieber Bernd' }

function denied<Some extends Denial = never>(
  ...denials: readonly [InvitationDenial | Some, ...(InvitationDenial | Some)[]]
): InvitationDenied<Some> {
  return { type: 'InvitationDenied', denials, advisories: [link], draft }
}

const disclosed = (denials: readonly unknown[], advisories: readonly unknown[]) => ({
  audience: 'inviter',
  type: 'InvitationDenied',
  denials,
  advisories,
  draft,
})

describe('what the inviter may know', () => {
  test.each([
    ['their own doing and standing', [self, noInviter, noContact, tooLong]],
    ['that the group is gone', [noGroup]],
    ['what the content rules find', [noSalutation]],
    ['everything, if nothing is private', [self, noGroup, noContact, empty, noSalutation]],
  ] as const)('is %s', (_what, [first, ...others]) => {
    expect(forInviter(denied(first, ...others))).toEqual(disclosed([first, ...others], [link]))
  })

  test.each([
    ...(['SelfInvitation', 'InviterNotFound', 'NotADirectContact', 'TooManyInvitations'] as const),
    ...(['SubjectTooLong', 'TextEmpty', 'TextTooLong', 'UnsafeCharacter'] as const),
  ])('is %s, also beside what is private and outside the group', (type) => {
    const own = oneOfEach[type]
    expect(forInviter(denied(own, optedOut))).toEqual(disclosed([own, unavailable], []))
    expect(forInviter(denied(own, group))).toEqual(disclosed([own, group], []))
  })

  const findings = [...Object.values(oneOfEach), ...Object.values(suspectedOnes)]

  test.each(findings.filter(isContentFinding))(
    'is $type if nothing is private, and not beside what is',
    (finding) => {
      expect(forInviter(denied(finding))).toEqual(disclosed([finding], [link]))
      expect(forInviter(denied(optedOut, finding))).toEqual(disclosed([unavailable], []))
      expect(forInviter(denied(group, finding))).toEqual(disclosed([group], []))
    },
  )

  test.each([
    ['there is no such member', notFound],
    ['has opted out', optedOut],
    ['has asked to join', pending],
    ['is banned', banned],
    ['is denied by a custom rule', blocked],
  ] as const)('is not that the recipient %s, nor anything of the profile', (_what, cause) => {
    expect(forInviter(denied<typeof blocked>(cause))).toEqual(disclosed([unavailable], []))
    expect(forInviter(denied<typeof blocked>(noGroup, noContact, cause, noSalutation))).toEqual(
      disclosed([noGroup, noContact, unavailable], []),
    )
  })

  test.each([
    ['nothing else', []],
    ['there is no such member', [notFound]],
    ['they have opted out', [optedOut]],
    ['they have asked to join', [pending]],
    ['they are banned', [banned]],
    ['a custom rule denies them', [blocked]],
    ['a content rule finds something', [noSalutation]],
  ] as const)('is in the cooldown nothing new of the recipient: %s', (_what, others) => {
    const reveal = ['RecipientOptedOut', 'InviterBlocked'] as const
    const error = denied<typeof blocked>(noGroup, tooLong, taken, ...others)
    expect(forInviter(error)).toEqual(disclosed([noGroup, tooLong, taken], []))
    expect(forInviter(error, { reveal })).toEqual(disclosed([noGroup, tooLong, taken], []))
    const outside = denied<typeof blocked>(noGroup, group, tooLong, taken, ...others)
    expect(forInviter(outside, { reveal })).toEqual(disclosed([group, tooLong, taken], []))
  })

  test.each([
    ['is in the group', member],
    ['has asked to join, if the inviter may admit them', admissible],
  ] as const)('is that the recipient %s, and nothing else of them', (_what, standing) => {
    const reveal = ['RecipientOptedOut', 'InviterBlocked'] as const
    const others = [notFound, optedOut, blocked, noSalutation]
    for (const other of others) {
      const error = denied<typeof blocked>(noContact, standing, other)
      expect(forInviter(error, { reveal })).toEqual(disclosed([noContact, standing], []))
    }
    expect(forInviter(denied(taken, standing))).toEqual(disclosed([taken, standing], []))
    expect(forInviter(denied(group, standing))).toEqual(disclosed([group], []))
  })

  test('is returned once, however many causes there are', () => {
    expect(forInviter(denied<typeof blocked>(optedOut, pending, blocked))).toEqual(
      disclosed([unavailable], []),
    )
  })

  test('is to somebody outside the group nothing but their own', () => {
    for (const others of [[member], [optedOut, banned], [noSalutation], []] as const) {
      const error = denied(self, group, noContact, tooLong, taken, ...others)
      expect(forInviter(error)).toEqual(disclosed([self, group, noContact, tooLong, taken], []))
    }
  })
})

describe('what a service reveals', () => {
  test('is disclosed as it is, in its place', () => {
    const reveal = ['RecipientOptedOut'] as const
    expect(forInviter(denied(tooLong, optedOut, noSalutation), { reveal })).toEqual(
      disclosed([tooLong, optedOut, noSalutation], [link]),
    )
  })

  test('comes after what stays private, whatever the cause of that', () => {
    const reveal = ['RecipientOptedOut'] as const
    const error = disclosed([tooLong, unavailable, optedOut], [])
    expect(forInviter(denied(tooLong, notFound, optedOut), { reveal })).toEqual(error)
    expect(forInviter(denied(tooLong, optedOut, banned), { reveal })).toEqual(error)
    const custom = denied<typeof blocked>(tooLong, optedOut, blocked)
    expect(forInviter(custom, { reveal })).toEqual(error)
  })

  test('is not disclosed to somebody outside the group', () => {
    const error = denied<typeof frozen>(group, optedOut, frozen)
    expect(forInviter(error, { reveal: ['RecipientOptedOut', 'Frozen'] })).toEqual(
      disclosed([group], []),
    )
  })

  test('may be a custom rule’s denial', () => {
    expect(forInviter(denied<typeof blocked>(blocked), { reveal: ['InviterBlocked'] })).toEqual(
      disclosed([blocked], [link]),
    )
    const both = denied<typeof frozen | typeof blocked>(frozen, blocked)
    expect(forInviter(both, { reveal: ['Frozen'] })).toEqual(disclosed([unavailable, frozen], []))
  })

  test('is named by options, and by nothing in the denial itself', () => {
    const forged = { ...optedOut, reveal: true } as typeof optedOut
    expect(forInviter(denied(forged))).toEqual(disclosed([unavailable], []))
  })

  test('is not what is disclosed anyway: naming it changes nothing', () => {
    const reveal = ['TextTooLong', 'InviterNotInGroup'] as never
    expect(forInviter(denied(group, tooLong), { reveal })).toEqual(disclosed([group, tooLong], []))
  })

  test('is named in a list, under a known key', () => {
    const error = denied(optedOut)
    const choice = { groupId: 'chess', group: undefined, denials: [optedOut] }
    const list = new TypeError('options.reveal must be a list of types')
    const key = new TypeError('options.revael is unknown; known are reveal')
    for (const disclose of [
      (options: never) => forInviter(error, options),
      (options: never) => choiceForInviter(choice, options),
    ]) {
      expect(() => disclose({ reveal: 'RecipientOptedOut' } as never)).toThrow(list)
      expect(() => disclose({ revael: [] } as never)).toThrow(key)
    }
  })
})

describe('what is no denial', () => {
  test('is disclosed as it is if it is the inviter’s own', () => {
    const issues = [{ message: 'text must be a string', path: ['text'] }]
    expect(forInviter({ type: 'InvalidRequest', issues })).toEqual({
      audience: 'inviter',
      type: 'InvalidRequest',
      issues,
    })
    expect(forInviter({ type: 'InvitationIdReused', invitationId: 'i-1' })).toEqual({
      audience: 'inviter',
      type: 'InvitationIdReused',
      invitationId: 'i-1',
    })
  })

  test('keeps the cause of an outage to the service', () => {
    const cause = new Error('password of the database')
    const outage = {
      dependency: 'profiles',
      operation: 'findProfiles',
      cause,
      effect: 'none',
    } as const
    const answer = { audience: 'inviter', type: 'ServiceUnavailable' }
    expect(forInviter({ type: 'DependencyFailed', ...outage })).toEqual(answer)
    expect(forInviter({ type: 'Unheard', ...outage } as never)).toEqual(answer)
  })

  test('may be advice', () => {
    const advisories = [link, ...Object.values(suspectedOnes)]
    const sent = { invitation: {} as never, deliveries: [], advisories, replayed: false }
    expect(adviceForInviter(sent)).toEqual({ audience: 'inviter', advisories })
  })
})

describe('choices', () => {
  const profile = aProfile()

  test('of groups are disclosed as the decision would be', () => {
    const chess = { name: 'Schach', url: 'https://example.org/chess', admission: 'open' } as const
    const choice = (...denials: readonly (typeof optedOut | typeof member | typeof group)[]) =>
      choiceForInviter({ groupId: 'chess', group: chess, denials })
    const shown = { audience: 'inviter', groupId: 'chess', group: chess }
    expect(choice()).toEqual({ ...shown, denials: [] })
    expect(choice(optedOut)).toEqual({ ...shown, denials: [unavailable] })
    expect(choice(optedOut, member)).toEqual({ ...shown, denials: [member] })
    expect(choice(group, member)).toEqual({ ...shown, group: undefined, denials: [group] })
    expect(
      choiceForInviter(
        { groupId: 'chess', group: undefined, denials: [optedOut] },
        { reveal: ['RecipientOptedOut'] },
      ),
    ).toEqual({ ...shown, group: undefined, denials: [optedOut] })
  })

  test.each([
    ['nobody stands in the way of', [], [], profile],
    ['is taken', [taken], [taken], profile],
    ['is taken, and unavailable', [taken, optedOut], [taken], profile],
    ['is taken, and a member', [taken, member], [taken, member], profile],
    ['is a member', [optedOut, member], [member], undefined],
    ['asks to join', [admissible], [admissible], undefined],
    ['is unavailable', [optedOut], [unavailable], undefined],
    ['is looked at from outside', [group, member], [group], undefined],
  ] as const)('of a contact who %s have the profile or not', (_what, denials, reasons, shown) => {
    expect(choiceForInviter({ contactId: 'bernd', profile, denials })).toEqual({
      audience: 'inviter',
      contactId: 'bernd',
      profile: shown,
      denials: reasons,
    })
  })

  test('have the fields of their types alone, whatever a repository put beside them', () => {
    const secret = { email: 'bernd@example.org', passwordHash: '5f4d' }
    const whole = {
      ...aProfile({
        givenName: 'Bernd',
        familyName: 'Müller',
        locale: 'de',
        wants: ['Schach'],
        other: ['Elbwerk'],
      }),
      url: 'https://example.org/bernd',
    }
    const contact = { contactId: 'bernd', profile: { ...whole, ...secret }, denials: [], ...secret }
    const disclosedContact = choiceForInviter(contact)
    expect(disclosedContact).toStrictEqual({
      audience: 'inviter',
      contactId: 'bernd',
      profile: whole,
      denials: [],
    })
    const bare = { contactId: 'bernd', profile: { ...aProfile(), ...secret }, denials: [] }
    expect(choiceForInviter(bare).profile).toStrictEqual(aProfile())
    const found = { groupId: 'chess', group: { name: 'Schach', ...secret }, denials: [], ...secret }
    expect(choiceForInviter(found)).toStrictEqual({
      audience: 'inviter',
      groupId: 'chess',
      group: { name: 'Schach' },
      denials: [],
    })
  })
})

test('an error has the fields of its type alone, and always the audience', () => {
  const more = { audience: 'staff', passwordHash: '5f4d' }
  const issues = [{ message: 'text must be a string', path: ['text'] }]
  const errors = [
    { type: 'InvalidRequest', issues },
    { type: 'InvitationIdReused', invitationId: 'i-1' },
    oneAnswerErrorOfEach.InvitationAccepted,
    denied(noSalutation),
  ] as const
  for (const error of errors) {
    expect(forInviter({ ...error, ...more })).toStrictEqual({ ...error, audience: 'inviter' })
  }
  // As another validator makes issues, with the value that it got.
  const foreign = issues.map((issue) => ({ ...issue, input: '5f4d', code: 'invalid_type' }))
  const error = { type: 'InvalidRequest', issues: foreign } as const
  expect(forInviter(error)).toStrictEqual({ audience: 'inviter', type: 'InvalidRequest', issues })
})

describe('an error of withdraw or sent', () => {
  const { InvitationNotFound, InvitationAccepted, InvalidRequest, DependencyFailed } =
    oneAnswerErrorOfEach

  test.each([
    [InvitationNotFound, { type: 'InvitationGone' }],
    [InvitationAccepted, { type: 'InvitationAccepted', invitationId: 'i-1' }],
    [InvalidRequest, InvalidRequest],
    [DependencyFailed, { type: 'ServiceUnavailable' }],
  ] as const)('$type is disclosed so far', (error, expected) => {
    const more = { audience: 'staff', changedBy: { memberId: 'bernd' }, status: 'Declined' }
    for (const given of [error, { ...error, ...more }]) {
      expect(forInviter(given)).toStrictEqual({ audience: 'inviter', ...expected })
    }
  })

  test('that only the recipient may get is an outage, as JavaScript may bring it', () => {
    const { InvitationWithdrawn, InvitationExpired, RecipientBanned } = oneAnswerErrorOfEach
    for (const error of [InvitationWithdrawn, InvitationExpired, RecipientBanned]) {
      expect(forInviter(error as never)).toStrictEqual({
        audience: 'inviter',
        type: 'ServiceUnavailable',
      })
    }
  })
})

test.each([undefined, {}])('what Object.prototype has is not revealed: %o', async (options) => {
  await whilePolluted('reveal', ['RecipientOptedOut'], () => {
    expect(forInviter(denied(optedOut), options)).toEqual(disclosed([unavailable], []))
    const choice = { contactId: 'bernd', profile: undefined, denials: [optedOut] }
    expect(choiceForInviter(choice, options).denials).toEqual([unavailable])
  })
})
