import { describe, expect, test } from 'vitest'
import { fingerprintText } from '../../src/content/text-fingerprint.js'
import { messageIsIndividual } from '../../src/rules/message-is-individual.js'
import { anAnalysis, aRequest, someFacts } from '../support/builders.js'

/** So many different words. */
const wordsOf = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`)

/** 19 words have 20 pairs, with the beginning and the end, so each pair is a twentieth of the text. */
const words = wordsOf(19)
const text = words.join(' ')
/** As many words, of which so many first pairs are the same. */
const sharing = (pairs: number) =>
  words.map((word, at) => (at < pairs ? word : `${word}s`)).join(' ')

interface Sent {
  readonly recipientId: string
  readonly text: string
}

const judge = (text: string, ...sent: Sent[]) =>
  messageIsIndividual(
    aRequest({ text }),
    someFacts({
      recentFingerprints: sent.map(({ recipientId, text }) => ({
        recipientId,
        textFingerprint: fingerprintText(text),
      })),
    }),
    anAnalysis({ textFingerprint: fingerprintText(text) }),
  )

test('a copy of the text to one other recipient is reported', () => {
  expect(judge(text, { recipientId: 'clara', text })).toEqual({
    type: 'MassMessage',
    similarity: 1,
    similarCount: 1,
  })
})

test.each([
  [14, { type: 'MassMessage', similarity: 0.7, similarCount: 1 }],
  [13, undefined],
])('%i twentieths in common', (pairs, expected) => {
  expect(judge(text, { recipientId: 'clara', text: sharing(pairs) })).toEqual(expected)
})

test('recipients are counted, not messages, and the highest similarity is reported', () => {
  expect(
    judge(
      text,
      { recipientId: 'clara', text: sharing(14) },
      { recipientId: 'clara', text: sharing(18) },
      { recipientId: 'deniz', text: sharing(16) },
      { recipientId: 'emil', text: sharing(4) },
    ),
  ).toEqual({ type: 'MassMessage', similarity: 0.9, similarCount: 2 })
})

test('an earlier text to the same recipient does not count', () => {
  expect(judge(text, { recipientId: 'bernd', text })).toBeUndefined()
})

test('nothing is reported if nothing was sent', () => {
  expect(judge(text)).toBeUndefined()
})

describe('a short text', () => {
  test.each([1, 6, 11])('of %i words is a copy of an equal one, and short', (count) => {
    const short = wordsOf(count).join(' ')
    expect(judge(short, { recipientId: 'clara', text: short })).toEqual({
      ...{ type: 'MassMessage', similarity: 1, similarCount: 1, isShort: true },
    })
  })

  test('has at most 11 words, with its salutation and its closing', () => {
    const copiesOf = (text: string) => judge(text, { recipientId: 'clara', text })
    const body = wordsOf(7).join(' ')
    expect(copiesOf(`Hallo Bernd,\n${body}\nViele Grüße`)).toHaveProperty('isShort', true)
    expect(copiesOf(`Hallo Bernd,\n${body}\nViele liebe Grüße`)).not.toHaveProperty('isShort')
  })

  test('in a script without spaces has fewer than 24 letters, about', () => {
    const copiesOf = (text: string) => judge(text, { recipientId: 'clara', text })
    // One word for the run, and half a word for each letter.
    expect(copiesOf('棋'.repeat(21))).toHaveProperty('isShort', true)
    expect(copiesOf('棋'.repeat(22))).not.toHaveProperty('isShort')
    expect(copiesOf('x'.repeat(22))).toHaveProperty('isShort', true)
  })

  test('that shares all words but one with another is no copy of it', () => {
    const short = ['komm', 'doch', 'bald', 'mal', 'vorbei']
    const sent = { recipientId: 'clara', text: [...short, 'Schach'].join(' ') }
    expect(judge([...short, 'Segeln'].join(' '), sent)).toBeUndefined()
    expect(judge([...short, 'schach!'].join(' '), sent)).toMatchObject({ similarity: 1 })
  })
})
