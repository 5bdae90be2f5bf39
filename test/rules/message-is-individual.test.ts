import { expect, test } from 'vitest'
import { signText } from '../../src/content/text-signature.js'
import { messageIsIndividual } from '../../src/rules/message-is-individual.js'
import { aReading, aRequest, someFacts } from '../support/builders.js'

/** Ten pairs of neighbouring words; of 11 words, each pair is a tenth of what each text has. */
const words = 'one two three four five six seven eight nine ten eleven'.split(' ')
const textSignature = signText(words.join(' '))
/** As many words, the first of which are the same. */
const sharing = (pairs: number) =>
  signText(words.map((word, index) => (index <= pairs ? word : `${word}s`)).join(' '))

const judge = (...recentSignatures: { recipientId: string; textSignature: string }[]) =>
  messageIsIndividual(aRequest(), someFacts({ recentSignatures }), aReading({ textSignature }))

test('a copy of what one other got is told', () => {
  expect(judge({ recipientId: 'clara', textSignature })).toEqual({
    type: 'MassMessage',
    similarity: 1,
    similarCount: 1,
  })
})

test.each([
  [7, { type: 'MassMessage', similarity: 0.7, similarCount: 1 }],
  [6, undefined],
])('%i tenths in common', (pairs, expected) => {
  expect(judge({ recipientId: 'clara', textSignature: sharing(pairs) })).toEqual(expected)
})

test('recipients are counted, not messages, and the highest similarity is told', () => {
  expect(
    judge(
      { recipientId: 'clara', textSignature: sharing(7) },
      { recipientId: 'clara', textSignature: sharing(9) },
      { recipientId: 'deniz', textSignature: sharing(8) },
      { recipientId: 'emil', textSignature: sharing(2) },
    ),
  ).toEqual({ type: 'MassMessage', similarity: 0.9, similarCount: 2 })
})

test('what the recipient got themselves does not count', () => {
  expect(judge({ recipientId: 'bernd', textSignature })).toBeUndefined()
})

test('silent where nothing was sent', () => {
  expect(judge()).toBeUndefined()
})
