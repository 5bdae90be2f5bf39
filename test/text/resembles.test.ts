import { describe, expect, test } from 'vitest'
import { fold } from '../../src/text/fold.js'
import { resembles } from '../../src/text/resembles.js'

describe.each([
  ['the same word', 'Vertrieb', 'VERTRIEB'],
  ['the same short word', 'IT', 'it'],
  ['a plural', 'Team', 'Teams'],
  ['a case', 'Recht', 'Rechts'],
  ['an inflected verb', 'Segeln', 'segelst'],
  ['the first part of a compound', 'Vertrieb', 'Vertriebsleiter'],
  ['the first part, five letters', 'Möbel', 'Möbelrestaurierung'],
  ['the first part, four letters', 'Yoga', 'Yogakurse'],
  ['the first part, inflected', 'Steuern', 'Steuerberatung'],
  ['a plural with an umlaut', 'Buch', 'Bücher'],
  ['a profession', 'Kunst', 'Künstlerin'],
  ['a trade that ends in another', 'Handel', 'Einzelhandel'],
  ['six letters in front', 'Garten', 'Gartenbau'],
  ['a word that only contains a trap', 'Haus', 'Hauskunststoffe'],
  ['ten letters at the end, inflected', 'Restaurant', 'Dorfrestaurants'],
  ['the last part of a compound', 'Altenpflege', 'Pflege'],
  ['the last part, inflected', 'Möbelrestaurierung', 'restaurieren'],
  ['a derivation', 'Projektmanagement', 'Projektmanager'],
  ['another derivation', 'Entwicklung', 'Entwicklerin'],
  ['an English derivation', 'photography', 'photographer'],
  ['a verb of seven common letters', 'Entwicklung', 'entwickeln'],
  ['two compounds of one word', 'Softwarearchitektur', 'Softwareentwicklung'],
])('%s', (_case, one, other) => {
  test(`${one} ~ ${other}`, () => {
    expect(resembles(fold(one), fold(other))).toBe(true)
    expect(resembles(fold(other), fold(one))).toBe(true)
  })
})

describe.each([
  ['Recht', 'Rechteck'],
  ['Recht', 'rechtzeitig'],
  ['Recht', 'Rechner'],
  ['Recht', 'rechtfertigen'],
  ['Druck', 'Eindruck'],
  ['Druck', 'Ausdruck'],
  ['Netz', 'Gesetz'],
  ['Netz', 'Netzwerk'],
  ['Netzung', 'Netzer'],
  ['Kunst', 'Kunststoff'],
  ['Bau', 'Bauchgefühl'],
  ['Art', 'Start'],
  ['Leitung', 'Begleitung'],
  ['Markt', 'Marketing'],
  ['Rat', 'Raten'],
  ['Rad', 'Rads'],
  ['Sport', 'Breitensport'],
  ['Handel', 'Behandlung'],
  ['Handel', 'Großhandelspreis'],
  ['Versand', 'Versammlung'],
  ['Yoga', 'Yogasan'],
  ['Pflege', 'Flegel'],
])('not %s ~ %s', (one, other) => {
  test('either way', () => {
    expect(resembles(fold(one), fold(other))).toBe(false)
    expect(resembles(fold(other), fold(one))).toBe(false)
  })
})
