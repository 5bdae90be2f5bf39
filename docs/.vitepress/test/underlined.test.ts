import { en } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { caseOf } from '../playground/cases.js'
import { judge } from '../playground/judge.js'
import { defaultState, type State } from '../playground/state.js'
import { spansOf } from '../playground/underlined.js'

/** The marked stretches of a field, with whether they deny. */
function markedIn(changes: Partial<State>, field: 'subject' | 'text' = 'text') {
  const { draft, toInviter } = judge({ ...defaultState('en'), ...changes }, [], en)
  const spans = spansOf(draft, field, toInviter)
  expect(spans.map(({ text }) => text).join('')).toBe(draft[field] ?? '')
  return spans.flatMap(({ text, findings: [first] }) => (first ? [[text, first.denies]] : []))
}

const letter = (words: string) => `Dear Bernd,\n\nyou offer TypeScript. ${words}\n\nAnna`

describe('findings are marked where they stand', () => {
  test.each<[what: string, changes: Partial<State>, field: 'subject' | 'text', marked: unknown[]]>([
    ['nothing', {}, 'text', []],
    ['a link', { text: letter('See example.com/a!') }, 'text', [['example.com/a', false]]],
    ['a link in the subject', { subject: 'See example.com' }, 'subject', [['example.com', false]]],
    ['a sure placeholder', caseOf('placeholder', 'en'), 'text', [['{first_name}', true]]],
    [
      'a suspected placeholder',
      { text: letter('We meet in {first_name}.') },
      'text',
      [['{first_name}', false]],
    ],
    [
      'each piece of evidence',
      caseOf('suspected', 'en'),
      'text',
      [
        ['Are you open', false],
        ['additional income', false],
      ],
    ],
    ['an unsafe character', { text: letter('We\u202E meet.') }, 'text', [['\u202E', true]]],
    [
      'what follows outer space',
      { text: `\n\n  ${letter('{first_name}')}` },
      'text',
      [['{first_name}', false]],
    ],
  ])('%s', (_, changes, field, marked) => {
    expect(markedIn(changes, field)).toEqual(marked)
  })

  test('with what the inviter is told', () => {
    const { draft, toInviter } = judge(
      { ...defaultState('en'), text: letter('{first_name}') },
      [],
      en,
    )
    const [reason] = toInviter.advice
    const findings = spansOf(draft, 'text', toInviter).flatMap((span) => span.findings)
    expect(reason).toContain('{first_name}')
    expect(findings).toEqual([{ reason, denies: false }])
  })

  test('each for itself where two overlap', () => {
    const at = (index: number, term: string) =>
      ({ category: 'spam', certainty: 'sure', index, term }) as const
    const told = {
      denials: [
        { type: 'ProhibitedContent', certainty: 'sure', evidence: [at(0, 'abc'), at(2, 'cde')] },
      ],
      ...{ advisories: [], reasons: ['No.'], advice: [] },
    } as const
    const spans = spansOf({ text: 'abcdef' }, 'text', told)
    const counts = spans.map(({ text, findings }) => [text, findings.length])
    expect(counts).toEqual([
      ['ab', 1],
      ['c', 2],
      ['de', 1],
      ['f', 0],
    ])
  })

  test('not at all if they are private to the recipient', () => {
    expect(markedIn({ text: letter('{first_name}'), optOuts: ['all'] })).toEqual([])
  })
})
