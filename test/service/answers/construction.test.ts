import {
  AnswerService,
  type AnswerServiceRepositories,
  InvitationPolicy,
  InvitationService,
  type ServiceRepositories,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { SENT_NETWORK } from '../../support/answering.js'
import { NOW } from '../../support/builders.js'
import { whilePolluted } from '../../support/polluted.js'

const repositories = createInMemoryRepositories(SENT_NETWORK)
const policy = new InvitationPolicy(repositories, { clock: () => NOW })

/** As it comes from JavaScript. */
const untyped = (value: unknown) => value as never

describe('an AnswerService', () => {
  test.each([undefined, null, {}, { now: NOW }, 'now'])('needs a policy: %o', (given) => {
    expect(() => new AnswerService(untyped(given), repositories)).toThrow(
      new TypeError('policy.now must be a method'),
    )
  })

  test.each([
    ['memberships', 'findStandings'],
    ['profiles', 'findProfiles'],
    ['preferences', 'findOptOuts'],
    ['groups', 'findGroups'],
    ['invitations', 'findInvitation'],
    ['answers', 'findChanges'],
    ['answers', 'findInvitationsOf'],
    ['answers', 'change'],
  ] as const)('needs %s.%s', (port, method) => {
    const message = `repositories.${port}.${method} must be a method`
    for (const broken of [
      { ...repositories, [port]: { ...repositories[port], [method]: undefined } },
      { ...repositories, [port]: { ...repositories[port], [method]: 'a name' } },
    ]) {
      expect(() => new AnswerService(policy, broken as AnswerServiceRepositories)).toThrow(
        new TypeError(message),
      )
    }
  })

  test.each([undefined, null])('needs repositories: %o', (given) => {
    expect(() => new AnswerService(policy, untyped(given))).toThrow(
      new TypeError('repositories.memberships.findStandings must be a method'),
    )
    expect(() => new AnswerService(policy, untyped({ ...repositories, answers: given }))).toThrow(
      new TypeError('repositories.answers.findChanges must be a method'),
    )
  })

  test('needs nothing else, and of the policy the time alone', async () => {
    const { memberships, profiles, preferences, groups, invitations, answers } = repositories
    const service = new AnswerService(
      { now: () => ok(NOW) },
      {
        memberships: { findStandings: memberships.findStandings.bind(memberships) },
        profiles: { findProfiles: profiles.findProfiles.bind(profiles) },
        preferences: { findOptOuts: preferences.findOptOuts.bind(preferences) },
        groups: { findGroups: groups.findGroups.bind(groups) },
        invitations: { findInvitation: invitations.findInvitation.bind(invitations) },
        answers,
      },
    )
    expect((await service.received('bernd'))._unsafeUnwrap().items).toHaveLength(1)
    expect((await service.sent('anna'))._unsafeUnwrap().items).toHaveLength(1)
    const request = { invitationId: 'i-1', memberId: 'bernd' }
    expect((await service.decline(request)).isOk()).toBe(true)
  })

  test('keeps the repositories that it was given', async () => {
    const given = { ...repositories }
    const service = new AnswerService(policy, given)
    Object.assign(given, { answers: undefined, groups: undefined })
    expect((await service.sent('anna')).isOk()).toBe(true)
  })

  test('calls the methods on their ports', async () => {
    class Profiles {
      readonly #name = 'Bernd'
      findProfiles(memberIds: readonly string[]) {
        const profile = { displayName: this.#name, wants: [], haves: [], other: [] }
        return new Map(memberIds.map((memberId) => [memberId, profile]))
      }
    }
    const service = new AnswerService(policy, { ...repositories, profiles: new Profiles() })
    const { items } = (await service.sent('anna'))._unsafeUnwrap()
    expect(items[0]?.recipient?.displayName).toBe('Bernd')
  })
})

describe('an InvitationService', () => {
  const { answers: _answers, ...withoutAnswers } = repositories

  test('must be told that nobody answers', () => {
    const missing = 'repositories.answers must be a repository, or undefined explicitly'
    expect(() => new InvitationService(policy, untyped(withoutAnswers))).toThrow(
      new TypeError(missing),
    )
    expect(
      () => new InvitationService(policy, { ...withoutAnswers, answers: undefined }),
    ).not.toThrow()
  })

  test.each([null, false, {}, { findChanges: true }])('needs findChanges: %o', (answers) => {
    const given = { ...withoutAnswers, answers } as unknown as ServiceRepositories
    expect(() => new InvitationService(policy, given)).toThrow(
      new TypeError('repositories.answers.findChanges must be a method'),
    )
  })

  test('needs findChanges alone', () => {
    const answers = { findChanges: () => new Map() }
    expect(() => new InvitationService(policy, { ...withoutAnswers, answers })).not.toThrow()
  })

  test('keeps the repositories that it was given', async () => {
    const given: ServiceRepositories = { ...createInMemoryRepositories(SENT_NETWORK) }
    const service = new InvitationService(policy, given)
    Object.assign(given, { answers: { findChanges: () => null }, preferences: undefined })
    const delivery = { deliveryId: 'i-1.news', invitationId: 'i-1', channel: 'news' } as const
    expect((await service.prepareDelivery(delivery)).isOk()).toBe(true)
    expect((await service.optIn('bernd')).isOk()).toBe(true)
  })

  test('takes no answers from Object.prototype', async () => {
    await whilePolluted('answers', { findChanges: () => new Map() }, () => {
      expect(() => new InvitationService(policy, untyped(withoutAnswers))).toThrow(TypeError)
    })
  })

  test('takes repositories of a class, whose ports are getters', () => {
    class Stores {
      get answers() {
        return undefined
      }
    }
    const given = Object.assign(new Stores(), withoutAnswers)
    expect(() => new InvitationService(policy, given)).not.toThrow()
  })
})
