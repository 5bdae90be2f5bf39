import { defineRule, type Invitation, InvitationPolicy } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { whilePolluted } from '../support/polluted.js'
import { recorded } from '../support/recorded.js'
import { sentAs } from '../support/sending.js'

const sent = sentAs('i-1')
const SENT = { ...NETWORK, invitations: [sent] }
const clock = () => NOW

describe('recheck', () => {
  test('returns nothing while the invitation could be sent, its own cooldown aside', async () => {
    const policy = new InvitationPolicy(createInMemoryRepositories(SENT), { clock })
    expect(await policy.recheck(sent)).toEqual(ok([]))
    expect((await policy.evaluate(sent)).isErr()).toBe(true)
  })

  test('does not judge the draft', async () => {
    const policy = new InvitationPolicy(createInMemoryRepositories(SENT), { clock })
    const text = '{name}, https://example.org'
    expect(await policy.recheck({ ...sent, text })).toEqual(ok([]))
  })

  test('calls five methods once each, and neither loadFacts nor the analysts', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(SENT))
    const unasked = () => {
      throw new Error('not to be called')
    }
    const options = { clock, loadFacts: unasked, screen: unasked, findMentions: unasked }
    expect(await new InvitationPolicy(repositories, options).recheck(sent)).toEqual(ok([]))
    expect(calls).toEqual([
      ['memberships.findStandings', ['typescript-hamburg'], ['anna', 'bernd']],
      ['profiles.findProfiles', ['anna', 'bernd'], 'anna'],
      ['preferences.findOptOuts', ['bernd'], ['anna'], ['typescript-hamburg']],
      ['contacts.findContactsAmong', 'anna', ['bernd']],
      ['groups.findGroups', ['typescript-hamburg']],
    ])
  })

  test('has the denials of the rulebook in order, and those of custom rules last', async () => {
    const loads: string[] = []
    const rule = (name: string, recheck?: boolean) =>
      defineRule({
        name,
        load: () => loads.push(name),
        check: () => ({ type: `${name}Denied` as const }),
        recheck,
      })
    const policy = new InvitationPolicy(createInMemoryRepositories(SENT), {
      clock,
      rules: [rule('A'), rule('B', false), rule('C', true)],
    })
    expect(await policy.recheck({ ...sent, groupId: 'chess', recipientId: 'dora' })).toEqual(
      ok([{ type: 'RecipientOptedOut' }, { type: 'ADenied' }, { type: 'CDenied' }]),
    )
    expect(loads).toEqual(['A', 'C'])
  })

  test('applies a rule again whatever Object.prototype has', async () => {
    const rules = [defineRule({ name: 'blockList', check: () => ({ type: 'Blocked' }) })]
    const policy = new InvitationPolicy(createInMemoryRepositories(SENT), { clock, rules })
    await whilePolluted('recheck', false, async () => {
      expect(await policy.recheck(sent)).toEqual(ok([{ type: 'Blocked' }]))
    })
  })

  test('is an outage if a name is empty', async () => {
    const repositories = createInMemoryRepositories(SENT)
    const empty = new Map([['anna', { displayName: '', wants: [], haves: [], other: [] }]])
    const profiles = { findProfiles: () => empty }
    const cause = new TypeError('the profile.displayName must be a non-empty string')
    expect(
      await new InvitationPolicy({ ...repositories, profiles }, { clock }).recheck(sent),
    ).toEqual(
      err({
        type: 'DependencyFailed',
        dependency: 'profiles',
        operation: 'findProfiles',
        cause,
        effect: 'none',
      }),
    )
  })

  test('names what is wrong with a value that is no invitation', async () => {
    const policy = new InvitationPolicy(createInMemoryRepositories(SENT), { clock })
    for (const value of [undefined, {}, { ...sent, route: 'mail' }]) {
      const outcome = await policy.recheck(value as Invitation)
      expect(outcome._unsafeUnwrapErr()).toMatchObject({ type: 'InvalidRequest' })
    }
  })
})

describe('now', () => {
  test('returns the instant of the clock', () => {
    expect(new InvitationPolicy(createInMemoryRepositories(), { clock }).now()).toEqual(ok(NOW))
  })

  test.each([
    [
      'throws',
      () => {
        throw new Error('no time')
      },
      new Error('no time'),
    ],
    ['returns no date', () => Date.now() as never, new TypeError('the time must be a valid Date')],
  ])('is an outage if the clock %s', (_case, broken, cause) => {
    const policy = new InvitationPolicy(createInMemoryRepositories(), { clock: broken })
    expect(policy.now()).toEqual(
      err({
        type: 'DependencyFailed',
        dependency: 'clock',
        operation: 'call',
        cause,
        effect: 'none',
      }),
    )
  })
})
