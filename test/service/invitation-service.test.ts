import { InvitationPolicy, InvitationService } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aRequest } from '../support/builders.js'
import { faulty } from '../support/faulty.js'
import { AN_IDENTIFIER } from '../../src/model/identifiers.js'
import { NETWORK } from '../support/network.js'
import { opened, serviceOver } from '../support/sending.js'

describe('opting out', () => {
  test('denies what comes afterwards, until opting in again', async () => {
    const { service } = opened()
    expect(await service.optOut('bernd')).toEqual(ok(undefined))
    const denied = await service.send(aRequest())
    expect(denied._unsafeUnwrapErr()).toMatchObject({ denials: [{ type: 'RecipientOptedOut' }] })
    expect(await service.optIn('bernd')).toEqual(ok(undefined))
    expect((await service.send(aRequest())).isOk()).toBe(true)
  })

  test('needs a member', async () => {
    const { service } = opened()
    for (const [memberId, expected] of [
      ['', AN_IDENTIFIER],
      [7, 'a string'],
      [undefined, 'a string'],
    ] as const) {
      expect((await service.optOut(memberId as string))._unsafeUnwrapErr()).toEqual({
        type: 'InvalidRequest',
        issues: [
          {
            message: `memberId must be ${expected}`,
            path: ['memberId'],
          },
        ],
      })
    }
  })

  test.each(['before', 'after'] as const)(
    'that fails %s it is stored is an outage, and may be tried again',
    async (moment) => {
      const store = createInMemoryRepositories(NETWORK)
      const service = serviceOver(faulty(store, 0, moment).repositories)
      expect((await service.optOut('bernd'))._unsafeUnwrapErr()).toMatchObject({
        type: 'DependencyFailed',
        dependency: 'preferences',
        operation: 'setOptOut',
        effect: 'unknown',
      })
      expect((await service.optOut('bernd')).isOk()).toBe(true)
      expect(await store.preferences.findOptOuts(['bernd'], [], [])).toEqual(
        new Map([['bernd', ['all']]]),
      )
    },
  )
})

describe('the constructor', () => {
  const policy = new InvitationPolicy(createInMemoryRepositories())

  test.each([
    ['invitations', 'findInvitation'],
    ['invitations', 'commit'],
    ['preferences', 'setOptOut'],
    ['profiles', 'findProfiles'],
    ['groups', 'findGroups'],
    ['answers', 'findChanges'],
  ] as const)('names %s.%s if it is missing', (repository, operation) => {
    const all = createInMemoryRepositories()
    const lacking = { ...all, [repository]: { ...all[repository], [operation]: undefined } }
    const message = `repositories.${repository}.${operation} must be a method`
    expect(() => new InvitationService(policy, lacking as never)).toThrow(new TypeError(message))
    const without = { ...all, [repository]: null }
    expect(() => new InvitationService(policy, without as never)).toThrow(TypeError)
    const { [repository]: _absent, ...others } = all
    expect(() => new InvitationService(policy, others as never)).toThrow(TypeError)
    const undefinedOne = { ...all, [repository]: undefined }
    const construct = () => new InvitationService(policy, undefinedOne)
    if (repository === 'answers') expect(construct).not.toThrow()
    else expect(construct).toThrow(TypeError)
  })

  test('says that answers are given, or undefined on purpose', () => {
    const { answers: _absent, ...others } = createInMemoryRepositories()
    expect(() => new InvitationService(policy, others as never)).toThrow(
      new TypeError('repositories.answers must be a repository, or undefined explicitly'),
    )
  })

  test.each(['findInvitationsOf', 'change'])('needs no answers.%s', (operation) => {
    const all = createInMemoryRepositories()
    const answers = { ...all.answers, [operation]: undefined }
    expect(() => new InvitationService(policy, { ...all, answers })).not.toThrow()
  })

  test('names the policy if it is missing', () => {
    const message = 'policy.evaluate must be a method'
    expect(() => new InvitationService(undefined as never, createInMemoryRepositories())).toThrow(
      new TypeError(message),
    )
  })

  test.each(['evaluate', 'recheck', 'now'])('names policy.%s if it is missing', (method) => {
    const methods = { evaluate: () => 0, recheck: () => 0, now: () => 0 }
    const lacking = { ...methods, [method]: undefined } as never
    expect(() => new InvitationService(lacking, createInMemoryRepositories())).toThrow(
      new TypeError(`policy.${method} must be a method`),
    )
  })
})
