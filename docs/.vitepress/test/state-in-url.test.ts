import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CASE_NAMES } from '../playground/case-names.js'
import { caseOf } from '../playground/cases.js'
import { defaultState } from '../playground/state.js'
import { readState, writeState } from '../playground/state-in-url.js'
import { someState } from './some-state.js'

const usual = defaultState('en')

describe('a link', () => {
  test('says what differs from the usual case', () => {
    expect(writeState(usual)).toBe('v=1&lang=en')
    const state = { ...usual, recipientStanding: 'member', now: '2027-01-01T00:00' } as const
    expect(writeState(state)).toBe('v=1&lang=en&recipientStanding=member&now=2027-01-01T00:00')
  })

  test.each(CASE_NAMES)('shows the case %s again', (name) => {
    const state = caseOf(name, 'de')
    expect(readState(writeState(state), 'en')).toEqual({ state, isOtherVersion: false, unread: [] })
  })

  test('shows any state again', () => {
    fc.assert(
      fc.property(someState(), (state) => {
        expect(readState(writeState(state), 'en').state).toEqual(state)
      }),
    )
  })

  test('keeps the profile of another recipient out of it', () => {
    const { state } = readState('v=1&lang=en&recipient=emil', 'en')
    expect(state).toMatchObject({ recipient: 'emil', wants: 'Chess partners', haves: 'Node.js' })
    expect(writeState(state)).toBe('v=1&lang=en&recipient=emil')
  })
})

describe('a broken link', () => {
  test.each([
    ['recipient=zoe', ['recipient']],
    ['recipient=toString', ['recipient']],
    ['group=__proto__', ['group']],
    ['areContacts=constructor', ['areContacts']],
    ['optOuts=all.nobody', ['optOuts']],
    ['optOuts=group.all', ['optOuts']],
    ['now=2026-02-30T10:00', ['now']],
    ['now=1969-12-31T23:59', ['now']],
    ['now=tomorrow', ['now']],
    ['invitedOn=2026-13-01', ['invitedOn']],
    ['copies=4', ['copies']],
    ['copies=-1', ['copies']],
    ['locale=<script>', ['locale']],
    ['locale=en-1', ['locale']],
    [`text=${'a'.repeat(10_001)}`, ['text']],
    ['colour=red', ['colour']],
    ['toString=1', ['toString']],
    ['__proto__=1', ['__proto__']],
    ['lang=fr', ['lang']],
  ])('%s is left out and named', (broken, unread) => {
    const rest = broken.startsWith('lang=') ? '' : '&lang=en'
    const found = readState(`v=1${rest}&${broken}&recipientStanding=member`, 'en')
    expect(found.unread).toEqual(unread)
    expect(found.state).toEqual({ ...usual, recipientStanding: 'member' })
  })

  test('of another version shows the usual case in its language', () => {
    const found = readState('v=2&lang=de&recipientStanding=member', 'en')
    expect(found).toEqual({ state: defaultState('de'), isOtherVersion: true, unread: [] })
  })

  test('without a version names what it has', () => {
    const found = readState('recipient=emil&text=Hi', 'de')
    const unread = ['recipient', 'text']
    expect(found).toEqual({ state: defaultState('de'), isOtherVersion: false, unread })
  })

  test('never throws, whatever stands there', () => {
    const key = fc.constantFrom('v', 'lang', 'text', 'now', 'optOuts', 'recipient', '__proto__')
    const part = fc.tuple(key, fc.oneof(fc.string(), fc.constant('%E0%A4%A'), fc.constant('1')))
    fc.assert(
      fc.property(fc.array(part), fc.string(), (parts, end) => {
        const text = parts.map((each) => each.join('=')).join('&') + end
        const { state } = readState(text, 'en')
        expect(Object.keys(state)).toEqual(Object.keys(usual))
      }),
    )
  })
})
