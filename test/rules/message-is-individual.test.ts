import { expect, test } from 'vitest'
import { fingerprintText } from '../../src/content/text-fingerprint.js'
import { messageIsIndividual } from '../../src/rules/message-is-individual.js'
import { anAnalysis, aRequest, someFacts } from '../support/builders.js'

/** 11 words have 10 pairs of neighbouring words, so each pair is a tenth of a text. */
const words = 'one two three four five six seven eight nine ten eleven'.split(' ')
const textFingerprint = fingerprintText(words.join(' '))
/** As many words, of which so many first pairs are the same. */
const sharing = (pairs: number) =>
  fingerprintText(words.map((word, index) => (index <= pairs ? word : `${word}s`)).join(' '))

const judge = (...recentFingerprints: { recipientId: string; textFingerprint: string }[]) =>
  messageIsIndividual(
    aRequest(),
    someFacts({ recentFingerprints }),
    anAnalysis({ textFingerprint }),
  )

test('a copy of the text to one other recipient is reported', () => {
  expect(judge({ recipientId: 'clara', textFingerprint })).toEqual({
    type: 'MassMessage',
    similarity: 1,
    similarCount: 1,
  })
})

test.each([
  [7, { type: 'MassMessage', similarity: 0.7, similarCount: 1 }],
  [6, undefined],
])('%i tenths in common', (pairs, expected) => {
  expect(judge({ recipientId: 'clara', textFingerprint: sharing(pairs) })).toEqual(expected)
})

test('recipients are counted, not messages, and the highest similarity is reported', () => {
  expect(
    judge(
      { recipientId: 'clara', textFingerprint: sharing(7) },
      { recipientId: 'clara', textFingerprint: sharing(9) },
      { recipientId: 'deniz', textFingerprint: sharing(8) },
      { recipientId: 'emil', textFingerprint: sharing(2) },
    ),
  ).toEqual({ type: 'MassMessage', similarity: 0.9, similarCount: 2 })
})

test('an earlier text to the same recipient does not count', () => {
  expect(judge({ recipientId: 'bernd', textFingerprint })).toBeUndefined()
})

test('nothing is reported if nothing was sent', () => {
  expect(judge()).toBeUndefined()
})
