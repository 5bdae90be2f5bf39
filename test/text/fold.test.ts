import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../src/text/fold.js'
import { anyText } from '../support/arbitraries.js'
import { runs } from '../support/runs.js'

test.each([
  ['case', 'BERND', 'bernd'],
  ['umlauts, however they are spelled', 'Müller', 'MUELLER'],
  ['umlauts without their dots', 'Müller', 'Muller'],
  ['umlauts as two code points', 'Mu\u0308ller', 'Müller'],
  ['sharp s', 'Weiß', 'WEISS'],
  ['capital sharp s', 'WEIẞ', 'weiss'],
  ['accents', 'José Łukasz Šárka', 'jose lukasz sarka'],
  ['the Turkish i', 'YILDIZ', 'Yıldız'],
  ['the dotted capital I', 'İpek', 'ipek'],
  ['Scandinavian letters', 'Ørsted Æbeltoft', 'orsted abeltoft'],
  ['letters of their neighbours', 'Đorđe Þór Víðir', 'dorde thor vidir'],
  ['a spelling that is no umlaut', 'Bauer', 'Baür'],
  ['French ligatures', 'Œuvre', 'oeuvre'],
  ['full-width letters', 'ＭＬＭ', 'mlm'],
  ['invisible characters', 'Down\u200dline\u00ad', 'downline'],
  ['invisible letters', 'Down\u1160li\u3164ne\u2800', 'downline'],
  ['mathematical capitals', '𝐌𝐋𝐌', 'mlm'],
])('%s', (_case, one, other) => {
  expect(fold(one)).toBe(fold(other))
})

test.each([
  ['Recht', 'Rächt'.replace('ä', 'i')],
  ['Buch', 'Bach'],
  ['C', 'c+'],
])('%s is not %s', (one, other) => {
  expect(fold(one)).not.toBe(fold(other))
})

test('a run of 64 marks goes before it is sorted', () => {
  expect(fold(`Mu${'\u0308\u0323'.repeat(31)}\u0308ller`)).toBe('muller')
  expect(fold(`Mu${'\u0308\u0323'.repeat(32)}ller`)).toBe('muller')
  expect(fold(`ä${'\u0308'.repeat(64)}b${'\u0323'.repeat(1_000)}`)).toBe('ab')
})

test('case and accents are gone for good', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(fold(text)).not.toMatch(/[\p{Lu}\u0300-\u036f]/u)
    }),
    runs(500),
  )
})

test('a Latin letter folds in a word as it does beside another script', () => {
  for (let unit = 0xc0; unit < 0x180; unit += 1) {
    const word = `x${String.fromCharCode(unit)}x`
    expect(`${fold(word)}д`, word).toBe(fold(`${word}д`))
  }
})
