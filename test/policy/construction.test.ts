import { InvitationPolicy } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { describe, expect, test } from 'vitest'
import { aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { repositoriesWith } from '../support/repositories-with.js'

const repositories = createInMemoryRepositories()
const construct = (...args: unknown[]): unknown => Reflect.construct(InvitationPolicy, args)
const check = (): undefined => undefined
const findings = [
  ...['UnfilledPlaceholder', 'SalutationMissing', 'ProfileReferenceMissing'],
  ...['WantsAndHavesNotAddressed', 'LinkInText', 'MassMessage', 'ProhibitedContent'],
].join(', ')

describe('a repository', () => {
  test.each([
    ['memberships', 'findStandings'],
    ['memberships', 'findGroupsOf'],
    ['profiles', 'findProfiles'],
    ['preferences', 'findOptOuts'],
    ['contacts', 'findContactsAmong'],
    ['contacts', 'findContactsOf'],
    ['groups', 'findGroups'],
    ['invitations', 'findClaims'],
    ['invitations', 'findRecentFingerprints'],
  ])('has its method: %s.%s', (port, method) => {
    const error = new TypeError(`repositories.${port}.${method} must be a method`)
    expect(() => construct({ ...repositories, [port]: undefined })).toThrow(TypeError)
    expect(() => construct(repositoriesWith(port, method, undefined))).toThrow(error)
    expect(() => construct(repositoriesWith(port, method, 7))).toThrow(error)
    expect(construct(repositoriesWith(port, method, check))).toBeDefined()
  })

  test('cannot be missing', () => {
    expect(() => construct()).toThrow(
      new TypeError('repositories.memberships.findStandings must be a method'),
    )
  })

  test.each([
    ['preferences', 'setOptOut'],
    ['invitations', 'findInvitation'],
    ['invitations', 'commit'],
    ['answers', 'findChanges'],
    ['answers', 'findInvitationsOf'],
    ['answers', 'change'],
  ])('needs no method that the policy does not call: %s.%s', (port, method) => {
    expect(construct(repositoriesWith(port, method, undefined))).toBeDefined()
  })

  test('is not called if it is exchanged later', async () => {
    const exchangeable: Record<string, unknown> = { ...createInMemoryRepositories(NETWORK) }
    const policy = construct(exchangeable) as InvitationPolicy
    exchangeable['contacts'] = undefined
    expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
  })
})

describe('the options', () => {
  test.each([
    ['options must be an object', null],
    ['options must be an object', 7],
    ['options.clock must be a function', { clock: NOW }],
    ['options.clock must be a function', { clock: null }],
    ['options.loadFacts must be a function', { loadFacts: {} }],
    ['options.loadFacts must be a function', { loadFacts: null }],
    ['options.findMentions must be a function', { findMentions: {} }],
    ['options.findMentions must be a function', { findMentions: null }],
    ['options.screen must be a function', { screen: [] }],
    ['options.screen must be a function', { screen: null }],
    ['options.observe must be a function', { observe: {} }],
    ['options.observe must be a function', { observe: null }],
    ['options.enforcement must be an object', { enforcement: 'off' }],
    ['options.enforcement must be an object', { enforcement: null }],
    [
      `options.enforcement.AlreadyMember is unknown; known are ${findings}`,
      { enforcement: { AlreadyMember: 'off' } },
    ],
    [
      'options.enforcement.LinkInText must be deny, advise or off',
      { enforcement: { LinkInText: 'warn' } },
    ],
    [
      'options.enforcement.WantsAndHavesNotAddressed must be advise or off',
      { enforcement: { WantsAndHavesNotAddressed: 'deny' } },
    ],
    ['options.rules must be an array', { rules: null }],
    ['options.rules must be an array', { rules: {} }],
  ])('%s', (message, options) => {
    expect(() => construct(repositories, options)).toThrow(new TypeError(message))
  })

  test.each(['enforcment', 'facts', 'matcher', 'screener', 'observer'])(
    'do not include %s',
    (key) => {
      const known = 'clock, loadFacts, enforcement, screen, findMentions, rules, pace, observe'
      for (const value of [undefined, {}]) {
        expect(() => construct(repositories, { clock: () => NOW, [key]: value })).toThrow(
          new TypeError(`options.${key} is unknown; known are ${known}`),
        )
      }
    },
  )

  test('may be absent, each of them too', () => {
    expect(construct(repositories)).toBeInstanceOf(InvitationPolicy)
    expect(construct(repositories, {})).toBeInstanceOf(InvitationPolicy)
    expect(
      construct(repositories, {
        clock: undefined,
        loadFacts: undefined,
        enforcement: undefined,
        screen: undefined,
        findMentions: undefined,
        rules: undefined,
        pace: undefined,
        observe: undefined,
      }),
    ).toBeInstanceOf(InvitationPolicy)
  })

  test('are not looked at again', async () => {
    const options = { clock: () => NOW }
    const policy = new InvitationPolicy(createInMemoryRepositories(NETWORK), options)
    options.clock = () => new Date(Number.NaN)
    expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
  })
})

describe('a custom rule', () => {
  test.each<[message: string, ...rules: unknown[]]>([
    ['[0] must be an object', undefined],
    ['[0] must be an object', null],
    ['[0] must be an object', check],
    ['[0].name must be a non-empty string', { check }],
    ['[0].name must be a non-empty string', { name: '', check }],
    ['[0].name must be a non-empty string', { name: 7, check }],
    ['[1].check must be a method', { name: 'a', check }, { name: 'b' }],
    ['[0].check must be a method', { name: 'a', check: true }],
    ['[0].load must be a method', { name: 'a', check, load: [] }],
    ['[0].recheck must be true or false', { name: 'a', check, recheck: 'no' }],
    ['[0].recheck must be true or false', { name: 'a', check, recheck: null }],
    ["[1].name must be unique, and 'a' is taken", { name: 'a', check }, { name: 'a', check }],
  ])('%s', (message, ...rules) => {
    expect(() => construct(repositories, { rules })).toThrow(
      new TypeError(`options.rules${message}`),
    )
  })

  test.each(['reveal', 'laod', 'rechekc'])('has no key %s', (key) => {
    for (const value of [undefined, true]) {
      const rules = [
        { name: 'a', check },
        { name: 'b', check, [key]: value },
      ]
      expect(() => construct(repositories, { rules })).toThrow(
        new TypeError(`options.rules[1].${key} is unknown; known are name, load, check, recheck`),
      )
    }
  })

  test.each([
    ...['clock', 'loadFacts', 'enforcement', 'screen', 'findMentions', 'rules', 'pace', 'observe'],
    ...['memberships', 'profiles', 'preferences', 'contacts', 'groups', 'invitations', 'answers'],
    ...['crypto', 'unknown'],
  ])('cannot have the name %s, which a DependencyFailed has already', (name) => {
    expect(() => construct(repositories, { rules: [{ name, check }] })).toThrow(
      new TypeError(`options.rules[0].name must be unique, and '${name}' is taken`),
    )
  })

  test('may have its methods from a class', () => {
    class Quota {
      readonly name = 'quota'
      load() {
        return 0
      }
      check() {
        return undefined
      }
    }
    expect(construct(repositories, { rules: [new Quota()] })).toBeDefined()
  })
})

test('a policy works behind a proxy', async () => {
  const options = { clock: () => NOW }
  const policy = new Proxy(new InvitationPolicy(createInMemoryRepositories(NETWORK), options), {})
  expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
})
