import { findMentions } from 'group-invitations/content'
import { describe, expect, test } from 'vitest'
import { aProfile } from '../support/builders.js'

const mentioned = (text: string, ...haves: string[]) =>
  findMentions({ text }, { recipient: aProfile({ haves }), group: undefined }).map(
    ({ entry }) => entry,
  )

test('entries of every field are found, in the profile’s order', () => {
  const haves = ['UX', 'Yoga']
  const recipient = aProfile({ wants: ['Sponsoren'], haves, other: ['Elbwerk GmbH'] })
  const text = 'Bei der Elbwerk macht ihr UX, und Sponsoren suchst du auch.'
  expect(findMentions({ text }, { recipient, group: undefined })).toEqual([
    { field: 'wants', entry: 'Sponsoren' },
    { field: 'haves', entry: 'UX' },
    { field: 'other', entry: 'Elbwerk GmbH' },
  ])
})

test('without a profile there are no entries', () => {
  expect(findMentions({ text: 'UX' }, { recipient: undefined, group: undefined })).toEqual([])
})

describe('is mentioned', () => {
  test.each([
    ['one distinctive word of several', 'Austausch zu Nachhaltigkeit', 'nachhaltig bauen'],
    ['one of several distinctive words', 'Code reviews in Hamburg', 'hier in Hamburg'],
    ['an abbreviation as it is written', 'IT', 'in der IT'],
    ['a language', 'C++', 'mit c++ und'],
    ['an abbreviation in lower case', 'PHP', 'mit php'],
    ['an abbreviation’s plural', 'KPI', 'die KPIs'],
    ['an inflected part of a compound', 'Steuern', 'Steuerberatung'],
    ['a number with letters', '3D', 'wir drucken in 3D'],
    ['common words, if all of them are there', 'Neue Kontakte', 'viele neue Kontakte'],
    ['a compound', 'Vertriebsleiter', 'im Vertrieb'],
  ])('%s', (_case, entry, text) => {
    expect(mentioned(text, entry)).toEqual([entry])
  })
})

test('a text of more than 7,500 units is not analysed', () => {
  expect(mentioned(`Yoga ${'a'.repeat(7495)}`, 'Yoga')).toEqual(['Yoga'])
  expect(mentioned(`Yoga ${'a'.repeat(7496)}`, 'Yoga')).toEqual([])
})

describe('is not mentioned', () => {
  test.each([
    ['a common word alone', 'Austausch zu Nachhaltigkeit', 'zum Austausch'],
    ['a small word that looks like an abbreviation', 'IT', 'I like it'],
    ['an abbreviation in a longer word', 'PR', 'PRO'],
    ['some of several common words', 'Neue Kontakte', 'neue Leute'],
    ['the number of an entry', 'Abschluss 2019 Informatik', '2019 war schön'],
    ['a polite formula', 'Freund der Kunst', 'freundliche Grüße'],
    ['what the network’s words resemble', 'Netzwerktechnik', 'unser Netzwerk'],
    ['the recipient’s own name', 'Müller & Söhne', 'Lieber Herr Müller'],
    ['nothing', 'Yoga', ''],
    ['an entry without words', '–', 'alles – und nichts'],
  ])('%s', (_case, entry, text) => {
    expect(mentioned(text, entry)).toEqual([])
  })
})

test('of a huge profile the first words may resemble those of the text, and all others must be the same', () => {
  const letters = (index: number) =>
    String(index).replace(/\d/g, (digit) => 'bcdfghjklm'.charAt(+digit))
  const text = `Schachturnier, ${Array.from({ length: 49 }, (_, index) => `wort${letters(index)}`).join(' ')}`
  const mentionedAt = (place: number, entry: string) => {
    const haves = Array.from({ length: 6_000 }, (_, index) => `kuchen${letters(index + 1_000)}`)
    haves[place] = entry
    const recipient = aProfile({ displayName: 'Bernd', haves })
    return findMentions({ text }, { recipient, group: undefined }).map(({ entry }) => entry)
  }
  // 50 words of the text with 5,000 of the profile are 250,000 pairs.
  expect(mentionedAt(4_999, 'Schach')).toEqual(['Schach'])
  expect(mentionedAt(5_000, 'Schach')).toEqual([])
  expect(mentionedAt(5_999, 'Schachturnier')).toEqual(['Schachturnier'])
})
