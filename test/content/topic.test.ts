import { describe, expect, test } from 'vitest'
import { profileWordsOf } from '../../src/content/profile-words.js'
import { isOfTopic, topicOf } from '../../src/content/topic.js'
import { wordsIn } from '../../src/text/words.js'
import { aProfile } from '../support/builders.js'

const recipient = aProfile({
  displayName: 'Bernd Kaufmann',
  wants: ['Austausch zu Finanzrecht'],
  haves: ['Yoga', 'IT'],
  other: ['Casino Royal GmbH'],
})
const topic = topicOf(profileWordsOf(recipient), { name: 'Die Börsenfreunde' })

const ofTopic = (text: string) =>
  wordsIn(text)
    .filter((word) => isOfTopic(word, topic))
    .map(({ written }) => written)

test('the phrases are the entries and the name of the group, each by itself', () => {
  const phrases = topic.phrases.map((words) => words.map(({ written }) => written))
  expect(phrases).toEqual([
    ['Austausch', 'zu', 'Finanzrecht'],
    ['Yoga'],
    ['IT'],
    ['Casino', 'Royal', 'GmbH'],
    ['Die', 'Börsenfreunde'],
  ])
})

test('without a profile and a group there are no words', () => {
  const { phrases, foldedNames, vocabulary } = topicOf(profileWordsOf(undefined), undefined)
  expect(phrases.flat()).toEqual([])
  expect(foldedNames).toEqual(new Set())
  expect(vocabulary.folded).toEqual(new Set())
})

describe('is of the topic', () => {
  test.each([
    ['a word of an entry', 'finanzrecht'],
    ['a word that is related to one', 'Finanzen'],
    ['a short word of an entry', 'yoga'],
    ['an abbreviation', 'IT'],
    ['a word of any field', 'CASINOS'],
    ['the name of the group', 'Börsenfreunde'],
    ['a word that is related to it', 'boerse'],
    ['the recipient’s name', 'Bernd'],
    ['their family name', 'KAUFMANN'],
  ])('%s: %s', (_case, word) => {
    expect(ofTopic(word)).toEqual([word])
  })
})

describe('is not of the topic', () => {
  test.each([
    ['a stop word of an entry', 'Austausch'],
    ['a stop word of the group', 'die'],
    ['another word', 'Gewinn'],
    ['a word that begins like a name', 'Kaufen'],
    ['nothing', ''],
  ])('%s: %s', (_case, text) => {
    expect(ofTopic(text)).toEqual([])
  })
})
