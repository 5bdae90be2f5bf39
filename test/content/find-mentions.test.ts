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

describe('a word of five letters or more', () => {
  test.each([
    ['a plural', 'Vereine', 'Verein'],
    ['an inflected verb', 'Segeln', 'segelst'],
    ['a profession', 'Steuerrecht', 'Steuerberaterin'],
    ['a derivation', 'Projektmanagement', 'Projektmanager'],
    ['the first part of a compound', 'Möbel', 'Möbelrestaurierung'],
    ['two compounds of one word', 'Softwarearchitektur', 'Softwareentwicklung'],
    ['an English derivation', 'photography', 'photographers'],
    ['accents and case', 'Éducation', 'EDUCATIVE'],
    ['a word of exactly five letters', 'Tanzen', 'Tanze'],
  ])('is related to one with the same five first letters: %s', (_case, one, other) => {
    expect(mentioned(`Über ${other} reden wir.`, one)).toEqual([one])
    expect(mentioned(`Über ${one} reden wir.`, other)).toEqual([other])
  })

  test.each([
    ['the last part of a compound', 'Altenpflege', 'Pflege'],
    ['four letters in common', 'Segeln', 'Segway'],
    ['five letters further back', 'Projekt', 'Subprojekt'],
  ])('is not related by %s', (_case, one, other) => {
    expect(mentioned(`Über ${other} reden wir.`, one)).toEqual([])
    expect(mentioned(`Über ${one} reden wir.`, other)).toEqual([])
  })

  test('is not related to a word that every invitation has', () => {
    expect(mentioned('Unser Kontakt ist persönlich.', 'Kontaktlinsen', 'Personalwesen')).toEqual([])
  })
})

test.each(['Yoga', 'Chor', 'Jura', 'Golf'])(
  'a word of four letters counts as it is: %s',
  (entry) => {
    expect(mentioned(`Wir machen auch ${entry.toUpperCase()}!`, entry)).toEqual([entry])
    expect(mentioned(`Wir bieten ${entry}kurse und ${entry}s an.`, entry)).toEqual([])
    expect(mentioned(`Wir machen auch ${entry}!`, `${entry}kurse`)).toEqual([])
  },
)

test('each entry of a huge profile is compared', () => {
  const haves = Array.from({ length: 6_000 }, (_, index) => `zz${index}zz`)
  const entries = ['Schach', 'Segeln']
  const recipient = aProfile({ displayName: 'Bernd', haves: [...haves, ...entries] })
  const text = 'Schachturnier, gesegelt wird auch, Segelboote gibt es.'
  expect(findMentions({ text }, { recipient, group: undefined }).map(({ entry }) => entry)).toEqual(
    entries,
  )
})
