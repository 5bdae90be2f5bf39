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

test('the profile has the words of each entry by itself', () => {
  expect(topic.profile.map((words) => words.map(({ written }) => written))).toEqual([
    ['Austausch', 'zu', 'Finanzrecht'],
    ['Yoga'],
    ['IT'],
    ['Casino', 'Royal', 'GmbH'],
  ])
})

test('the group has the words of its name', () => {
  expect(topic.group.map(({ written }) => written)).toEqual(['Die', 'Börsenfreunde'])
})

test('without a profile and a group there are no words', () => {
  const { profile, group, foldedNames, vocabulary } = topicOf(profileWordsOf(undefined), undefined)
  expect(profile.flat()).toEqual([])
  expect(group).toEqual([])
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
    ['a word of a salutation', 'Liebe'],
    ['a form of address', 'Herr'],
    ['an invitation', 'Einladung'],
    ['an invitation in another form', 'eingeladen'],
    ['an invitation in English', 'inviting'],
    ['a group', 'Gruppe'],
    ['a group in English', 'groups'],
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
    ['a word that ends like an invitation', 'Vorgruppe'],
    ['nothing', ''],
  ])('%s: %s', (_case, text) => {
    expect(ofTopic(text)).toEqual([])
  })
})
