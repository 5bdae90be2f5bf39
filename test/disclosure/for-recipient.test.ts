import { AnswerService, forRecipient, type Repositories } from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import { de } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import {
  type AnswerError,
  oneAnswerErrorOfEach,
  oneOfEachForRecipient,
} from '../support/answer-errors.js'
import { aRequest, NOW } from '../support/builders.js'
import { answersOver, HALF_A_YEAR_ON, opened } from '../support/sending.js'
import { whilePolluted } from '../support/polluted.js'

const {
  InvitationExpired,
  InvitationAccepted,
  RecipientBanned,
  InvitationGone,
  InvalidRequest,
  ServiceUnavailable,
} = oneOfEachForRecipient

/** What the recipient may know of each error. */
const table: { readonly [Type in AnswerError['type']]: ReturnType<typeof forRecipient> } = {
  InvitationExpired,
  InvitationAccepted,
  RecipientBanned,
  InvitationWithdrawn: InvitationGone,
  InvitationNotFound: InvitationGone,
  GroupNotFound: InvitationGone,
  InvalidRequest,
  DependencyFailed: ServiceUnavailable,
}

const rows = Object.values(oneAnswerErrorOfEach).map((error) => ({
  type: error.type,
  error,
  disclosed: table[error.type],
}))

describe('what the recipient may know', () => {
  test.each(rows)('of $type', ({ error, disclosed }) => {
    expect(forRecipient(error)).toStrictEqual(disclosed)
  })

  test.each(rows)('of $type has the fields of its type alone', ({ error, disclosed }) => {
    const secrets = {
      ...{ audience: 'staff', status: 'Withdrawn', changedBy: { network: 'spam' }, cause: 'x' },
      ...{ groupId: 'chess', operation: 'change', denials: [], advisories: [], passwordHash: '5f' },
    }
    expect(forRecipient({ ...error, ...secrets })).toStrictEqual(disclosed)
  })

  test('of a wrong request are its issues, without what another validator put beside them', () => {
    const issues = InvalidRequest.issues.map((issue) => ({ ...issue, input: '5f', code: 'type' }))
    const disclosed = forRecipient({ type: 'InvalidRequest', issues })
    expect(disclosed).toStrictEqual(InvalidRequest)
  })

  test('of a wrong request are a copy, which another reader may change', () => {
    const issues = [{ message: 'memberId must be a string', path: ['memberId'] }]
    const disclosed = forRecipient({ type: 'InvalidRequest', issues })
    issues[0]?.path.push('changed')
    expect(disclosed).toStrictEqual(InvalidRequest)
  })

  test.each(rows)('of $type survives JSON, with its audience', ({ error, disclosed }) => {
    const through: unknown = JSON.parse(JSON.stringify(forRecipient(error)))
    const isExpired = disclosed.type === 'InvitationExpired'
    expect(through).toEqual({
      ...disclosed,
      ...(isExpired && { repeatableAt: disclosed.repeatableAt.toISOString() }),
    })
    expect(through).toMatchObject({ audience: 'recipient' })
  })

  test('of an error that is none, as JavaScript may bring it, is an outage', () => {
    for (const type of ['InvitationDenied', 'InvitationIdReused', 'Unheard', undefined]) {
      const error = { type, denials: [{ type: 'RecipientOptedOut' }], invitationId: 'i-1' }
      expect(forRecipient(error as never)).toStrictEqual(ServiceUnavailable)
    }
  })

  test('is nothing that Object.prototype has', async () => {
    await whilePolluted('passwordHash', '5f', () => {
      for (const { error, disclosed } of rows) {
        expect(Object.keys(forRecipient(error))).toEqual(Object.keys(disclosed))
      }
    })
  })
})

describe('to somebody who accepts, these are one and the same', () => {
  const invitationId = 'i-1'

  /** A network in which Anna has invited Bernd; and what may be so of the invitation. */
  async function invited(change: (repositories: Repositories) => Repositories = (same) => same) {
    const { repositories, service } = opened()
    ;(await service.send(aRequest(), { invitationId }))._unsafeUnwrap()
    const changed = change(repositories)
    return answersOver(changed)
  }
  const withText = (text: string) => (repositories: Repositories) => ({
    ...repositories,
    invitations: {
      ...repositories.invitations,
      findInvitation: async (id: string) => {
        const invitation = await repositories.invitations.findInvitation(id)
        return invitation && { ...invitation, text }
      },
    },
  })
  const withoutGroup = (repositories: Repositories) => ({
    ...repositories,
    groups: { findGroups: () => new Map() },
  })
  const withdrawnBy = async (actor: { memberId: string } | { network: string }) => {
    const answers = await invited()
    ;(await answers.withdraw({ invitationId, ...actor }))._unsafeUnwrap()
    return answers
  }

  const situations: readonly (readonly [
    what: string,
    raised: string,
    open: () => Promise<AnswerService>,
    request: { invitationId: string; memberId: string },
  ])[] = [
    [
      'an invitation that never existed',
      'InvitationNotFound',
      () => invited(),
      { invitationId: 'i-2', memberId: 'bernd' },
    ],
    ['somebody else’s', 'InvitationNotFound', () => invited(), { invitationId, memberId: 'clara' }],
    [
      'one that the member has sent',
      'InvitationNotFound',
      () => invited(),
      { invitationId, memberId: 'anna' },
    ],
    [
      'an erased one',
      'InvitationNotFound',
      () => invited(withText('')),
      { invitationId, memberId: 'bernd' },
    ],
    [
      'one that the inviter has withdrawn',
      'InvitationWithdrawn',
      () => withdrawnBy({ memberId: 'anna' }),
      { invitationId, memberId: 'bernd' },
    ],
    [
      'one that a moderator has withdrawn',
      'InvitationWithdrawn',
      () => withdrawnBy({ memberId: 'clara' }),
      { invitationId, memberId: 'bernd' },
    ],
    [
      'one that the network has withdrawn',
      'InvitationWithdrawn',
      () => withdrawnBy({ network: 'spam' }),
      { invitationId, memberId: 'bernd' },
    ],
    [
      'one into a group that is gone',
      'GroupNotFound',
      () => invited(withoutGroup),
      { invitationId, memberId: 'bernd' },
    ],
  ]

  test.each(situations)('%s (%s)', async (_what, raised, open, request) => {
    const answers = await open()
    const error = (await answers.accept(request))._unsafeUnwrapErr()
    expect(error.type).toBe(raised)
    const disclosed = forRecipient(error)
    expect(disclosed).toStrictEqual(InvitationGone)
    expect(de.describe(disclosed)).toBe(de.language.toRecipient.InvitationGone)
    expect(toProblemDetails(disclosed)).toStrictEqual(toProblemDetails(InvitationGone))
  })

  test('but not an expired one, nor one into a group from which they are banned', async () => {
    const { repositories, service } = opened()
    await service.send(aRequest(), { invitationId })
    const request = { invitationId, memberId: 'bernd' }
    const late = answersOver(repositories, { clock: () => HALF_A_YEAR_ON })
    expect(forRecipient((await late.accept(request))._unsafeUnwrapErr())).toStrictEqual({
      ...InvitationExpired,
      repeatableAt: HALF_A_YEAR_ON,
    })
    repositories.setStanding(aRequest().groupId, 'bernd', 'banned')
    const banned = await answersOver(repositories).accept(request)
    expect(forRecipient(banned._unsafeUnwrapErr())).toStrictEqual(RecipientBanned)
    expect(NOW < HALF_A_YEAR_ON).toBe(true)
  })
})
