import { DENIAL_TYPES, InvitationPolicy } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { en } from 'group-invitations/messages'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CASE_NAMES, type CaseName } from '../playground/case-names.js'
import { caseOf } from '../playground/cases.js'
import { judge } from '../playground/judge.js'
import { networkOf } from '../playground/network.js'
import { defaultState, type Language, type State } from '../playground/state.js'
import { instantOf, requestOf } from '../playground/world.js'
import { someState } from './some-state.js'

const LANGUAGES: readonly Language[] = ['en', 'de']

/** What each case is there to show: the denials, and then the advisories. */
const shown: Readonly<Record<CaseName, readonly [denials: string[], advisories: string[]]>> = {
  approved: [[], []],
  massMail: [['MassMessage'], []],
  noSalutation: [['SalutationMissing'], []],
  optedOut: [['RecipientOptedOut'], []],
  cooldown: [['RateLimited6Months'], []],
  alreadyMember: [['AlreadyMember'], []],
  arabic: [[], []],
  link: [[], ['LinkInText']],
  placeholder: [['UnfilledPlaceholder', 'SalutationMissing'], []],
  suspected: [[], ['ProhibitedContent']],
}

const typesOf = (denials: readonly { readonly type: string }[]) => denials.map(({ type }) => type)

describe.each(LANGUAGES)('the cases to try, in %s', (language) => {
  test.each(CASE_NAMES)('%s', (name) => {
    const { isApproved, toService } = judge(caseOf(name, language), [], en)
    const [denials, advisories] = shown[name]
    expect(typesOf(toService.denials)).toEqual(denials)
    expect(typesOf(toService.advisories)).toEqual(advisories)
    expect(isApproved).toBe(denials.length === 0)
  })
})

describe('the verdict', () => {
  test('is that of the policy over repositories, whatever the case', async () => {
    await fc.assert(
      fc.asyncProperty(someState(), async (state) => {
        expect(judge(state, [], en).toService).toMatchObject(await evaluated(state))
      }),
    )
  })

  test('has one result for each rule, in the rulebook’s order', () => {
    const { rules } = judge(defaultState('en'), [], en).toService
    expect(rules.map(({ rule }) => rule)).toEqual(DENIAL_TYPES)
    const unjudged = rules.filter(({ outcome }) => outcome === 'unjudged')
    expect(unjudged.map(({ rule }) => rule)).toEqual(['TooManyInvitations'])
  })

  test.each([
    ['empty', ''],
    ['too long to be analysed', 'a'.repeat(7_501)],
  ])('says nothing about the content of a text that is %s', (_, text) => {
    const { rules } = judge({ ...defaultState('en'), subject: '', text }, [], en).toService
    const outcomeOf = Object.fromEntries(rules.map(({ rule, outcome }) => [rule, outcome]))
    expect(outcomeOf).toMatchObject({
      SalutationMissing: 'unjudged',
      ProhibitedContent: 'unjudged',
    })
    expect(outcomeOf).toMatchObject({ RecipientNotFound: 'passed' })
  })

  test('tells the inviter no private reason', () => {
    const state: State = { ...defaultState('en'), recipientStanding: 'banned', optOuts: ['all'] }
    const { toInviter, toService, disclosed } = judge(state, [], en)
    expect(typesOf(toService.denials)).toEqual(['RecipientOptedOut', 'RecipientBanned'])
    expect(typesOf(toInviter.denials)).toEqual(['RecipientUnavailable'])
    expect(toInviter.reasons).toEqual(['This member cannot be invited to this group.'])
    expect(JSON.stringify(disclosed)).not.toMatch(/OptedOut|Banned/)
  })
})

/** The types of what the policy says of a case. */
async function evaluated(state: State) {
  const repositories = createInMemoryRepositories(networkOf(state))
  const policy = new InvitationPolicy(repositories, { clock: () => instantOf(state) })
  const verdict = await policy.evaluate(requestOf(state))
  if (verdict.isOk()) return { denials: [], advisories: verdict.value.advisories }
  if (verdict.error.type !== 'InvitationDenied') throw new Error(JSON.stringify(verdict.error))
  return { denials: verdict.error.denials, advisories: verdict.error.advisories }
}
