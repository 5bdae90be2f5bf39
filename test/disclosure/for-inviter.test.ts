import {
  adviceForInviter,
  choiceForInviter,
  defineRule,
  type Denial,
  forInviter,
  type InvitationDenial,
  type InvitationDenied,
  InvitationPolicy,
  isContentFinding,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { describe, expect, test } from 'vitest'
import { aProfile, aRequest, NOW } from '../support/builders.js'
import { oneOfEach } from '../support/denials.js'
import { NETWORK } from '../support/network.js'

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
const pending = { type: 'MembershipPending' } as const
const banned = { type: 'RecipientBanned' } as const
const noSalutation = { type: 'SalutationMissing', names: ['Bernd'] } as const
const link = { type: 'LinkInText', link: 'elbschach.de', index: 26 } as const
const unavailable = { type: 'RecipientUnavailable' }
const blocked = { type: 'InviterBlocked' } as const
const frozen = { type: 'Frozen', until: NOW, reveal: true } as const

const draft = { text: 'Lieber Bernd' }

function denied<Some extends Denial = never>(
  ...denials: readonly [InvitationDenial | Some, ...(InvitationDenial | Some)[]]
): InvitationDenied<Some> {
  return { type: 'InvitationDenied', denials, advisories: [link], draft }
}

const told = (denials: readonly unknown[], advisories: readonly unknown[]) => ({
  audience: 'inviter',
  type: 'InvitationDenied',
  denials,
  advisories,
  draft,
})

describe('what the inviter may know', () => {
  test.each([
    ['their own doing and standing', [self, noContact, tooLong, taken]],
    ['that the recipient is in the group', [member]],
    ['what the content rules find', [noSalutation]],
    [
      'everything, where nothing is withheld',
      [self, noContact, empty, taken, member, noSalutation],
    ],
  ] as const)('is %s', (_what, [first, ...others]) => {
    expect(forInviter(denied(first, ...others))).toEqual(told([first, ...others], [link]))
  })

  test.each(Object.values(oneOfEach).filter(isContentFinding))(
    'is $type where nothing is withheld, and not beside what is',
    (finding) => {
      expect(forInviter(denied(finding))).toEqual(told([finding], [link]))
      expect(forInviter(denied(optedOut, finding))).toEqual(told([unavailable], []))
      expect(forInviter(denied(group, finding))).toEqual(told([group], []))
    },
  )

  test.each([
    ['there is no such member', notFound],
    ['has opted out', optedOut],
    ['has asked to join', pending],
    ['is banned', banned],
    ['is refused by an own rule', blocked],
  ] as const)('is not that the recipient %s, nor anything of the profile', (_what, cause) => {
    expect(forInviter(denied<typeof blocked>(cause))).toEqual(told([unavailable], []))
    expect(forInviter(denied<typeof blocked>(noContact, taken, cause, noSalutation))).toEqual(
      told([noContact, taken, unavailable], []),
    )
  })

  test('is told once, however many causes there are', () => {
    expect(forInviter(denied<typeof blocked>(optedOut, pending, blocked))).toEqual(
      told([unavailable], []),
    )
  })

  test('is to somebody outside the group nothing but their own', () => {
    for (const others of [[member], [optedOut, banned], [noSalutation], []] as const) {
      const error = denied(self, group, noContact, tooLong, taken, ...others)
      expect(forInviter(error)).toEqual(told([self, group, noContact, tooLong, taken], []))
    }
  })

  test('is of a member that they are one, and no opt-out and no hidden own rule beside it', () => {
    expect(forInviter(denied<typeof blocked>(optedOut, member, noSalutation, blocked))).toEqual(
      told([member, noSalutation], [link]),
    )
  })
})

describe('what a service reveals', () => {
  test('is told as it is, in its place', () => {
    const reveal = ['RecipientOptedOut'] as const
    expect(forInviter(denied(taken, optedOut, noSalutation), { reveal })).toEqual(
      told([taken, optedOut, noSalutation], [link]),
    )
    expect(forInviter(denied(optedOut, member), { reveal })).toEqual(
      told([optedOut, member], [link]),
    )
  })

  test('is told behind what it stays silent on, whatever the cause of that', () => {
    const reveal = ['RecipientOptedOut'] as const
    const error = told([taken, unavailable, optedOut], [])
    expect(forInviter(denied(taken, notFound, optedOut), { reveal })).toEqual(error)
    expect(forInviter(denied(taken, optedOut, banned), { reveal })).toEqual(error)
    expect(forInviter(denied<typeof blocked>(taken, optedOut, blocked), { reveal })).toEqual(error)
  })

  test('is not told to somebody outside the group', () => {
    const error = denied<typeof frozen>(group, optedOut, frozen)
    expect(forInviter(error, { reveal: ['RecipientOptedOut', 'Frozen'] })).toEqual(
      told([group], []),
    )
  })

  test('may be an own rule’s denial: by its name, or by the mark of its rule, which is taken off', () => {
    const { reveal: _mark, ...unmarked } = frozen
    expect(forInviter(denied<typeof frozen>(frozen, noSalutation))).toEqual(
      told([unmarked, noSalutation], [link]),
    )
    expect(forInviter(denied<typeof blocked>(blocked), { reveal: ['InviterBlocked'] })).toEqual(
      told([blocked], [link]),
    )
    const both = denied<typeof frozen | typeof blocked>(frozen, blocked)
    expect(forInviter(both)).toEqual(told([unavailable, unmarked], []))
  })

  test('is not what is told anyway: naming it changes nothing', () => {
    const reveal = ['TextTooLong', 'InviterNotInGroup'] as never
    expect(forInviter(denied(group, tooLong), { reveal })).toEqual(told([group, tooLong], []))
  })

  test('is marked by true alone', () => {
    const hidden = { type: 'Frozen', reveal: false } as const
    expect(forInviter(denied<typeof hidden>(hidden))).toEqual(told([unavailable], []))
    expect(forInviter(denied<typeof hidden>(hidden), { reveal: ['Frozen'] })).toEqual(
      told([hidden], [link]),
    )
  })

  test('is never a mark on a denial of the rulebook', () => {
    const forged = { ...optedOut, reveal: true } as typeof optedOut
    expect(forInviter(denied(forged))).toEqual(told([unavailable], []))
  })

  test('is marked by the policy, as the rule says and not as its denial does', async () => {
    const rules = [
      defineRule({ name: 'frozen', reveal: true, check: () => ({ type: 'Frozen' }) }),
      defineRule({ name: 'forged', check: () => ({ type: 'Forged', reveal: true }) }),
      defineRule({ name: 'hidden', reveal: false, check: () => ({ type: 'Hidden' }) }),
    ] as const
    const policy = new InvitationPolicy(createInMemoryRepositories(NETWORK), { rules })
    const error = (await policy.evaluate(aRequest()))._unsafeUnwrapErr()
    expect(error).toMatchObject({
      denials: [{ type: 'Frozen', reveal: true }, { type: 'Forged' }, { type: 'Hidden' }],
    })
    expect(error).not.toHaveProperty(['denials', 1, 'reveal'])
    expect(forInviter(error)).toMatchObject({ denials: [unavailable, { type: 'Frozen' }] })
  })
})

describe('what is no refusal', () => {
  test('is told as it is where it is the inviter’s own', () => {
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
    const outage = { repository: 'profiles', operation: 'findProfiles', cause }
    const answer = { audience: 'inviter', type: 'ServiceUnavailable' }
    expect(forInviter({ type: 'DependencyFailed', ...outage })).toEqual(answer)
    expect(forInviter({ type: 'Unheard', ...outage } as never)).toEqual(answer)
  })

  test('may be advice', () => {
    const advisories = [link]
    const sent = { invitation: {} as never, deliveries: [], advisories, replayed: false }
    expect(adviceForInviter(sent)).toEqual({ audience: 'inviter', advisories })
  })
})

describe('choices', () => {
  const profile = aProfile()

  test('of groups are told as the decision would be', () => {
    const choice = (...denials: readonly (typeof optedOut | typeof member)[]) =>
      choiceForInviter({ groupId: 'chess', denials })
    const audience = 'inviter'
    expect(choice()).toEqual({ audience, groupId: 'chess', denials: [] })
    expect(choice(optedOut)).toEqual({ audience, groupId: 'chess', denials: [unavailable] })
    expect(choice(optedOut, member)).toEqual({ audience, groupId: 'chess', denials: [member] })
    expect(
      choiceForInviter(
        { groupId: 'chess', denials: [optedOut] },
        { reveal: ['RecipientOptedOut'] },
      ),
    ).toEqual({ audience, groupId: 'chess', denials: [optedOut] })
  })

  test.each([
    ['nobody stands in the way of', [], [], profile],
    ['is taken', [taken], [taken], profile],
    ['is a member', [optedOut, member], [member], profile],
    ['is unavailable', [optedOut], [unavailable], undefined],
    ['is looked at from outside', [group, member], [group], undefined],
  ] as const)('of a contact who %s tell the profile or not', (_what, denials, reasons, shown) => {
    expect(choiceForInviter({ contactId: 'bernd', profile, denials })).toEqual({
      audience: 'inviter',
      contactId: 'bernd',
      profile: shown,
      denials: reasons,
    })
  })
})
