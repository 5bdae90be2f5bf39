import { expect, test } from 'vitest'
import { SIGNALS } from '../../src/content/signals.js'
import { wordsIn } from '../../src/text/words.js'

const signalsIn = (text: string) =>
  SIGNALS.flatMap((signal) => {
    const place = signal.find(text, wordsIn(text))
    return place ? [[signal.name, text.slice(place.index, place.end)]] : []
  })

test.each([
  ['für 5.000 €', 'amount of money', '5.000 €'],
  ['€250 im Monat', 'amount of money', '€250'],
  ['1.500 Euro', 'amount of money', '1.500 Euro'],
  ['$10k a month', 'amount of money', '$10k'],
  ['$ 1,000', 'amount of money', '$ 1,000'],
  ['9,4 Millionen US-Dollar', 'amount of money', '9,4 Millionen US-Dollar'],
  ['1,000.50 pounds', 'amount of money', '1,000.50 pounds'],
  ['500 USDT', 'amount of money', '500 USDT'],
  ['500 USD', 'amount of money', '500 USD'],
  ['500€', 'amount of money', '500€'],
  ['500 dollar', 'amount of money', '500 dollar'],
  ['$10,000', 'amount of money', '$10,000'],
  ['$1,000,000', 'amount of money', '$1,000,000'],
  ['10.000 Euro', 'amount of money', '10.000 Euro'],
  ['1.000.000 Euro', 'amount of money', '1.000.000 Euro'],
  ['10k Euro', 'amount of money', '10k Euro'],
  ['2 million dollars', 'amount of money', '2 million dollars'],
  ['2Mio. Euro', 'amount of money', '2Mio. Euro'],
  ['2 Mio Euro', 'amount of money', '2 Mio Euro'],
  ['Komm!!! Ja!!', 'exclamation marks', '!!!'],
  ['Greift ALLE JETZT SOFORT zu', 'shouting', 'ALLE JETZT SOFORT'],
])('%s', (text, term, found) => {
  expect(signalsIn(text)).toContainEqual([term, found])
})

test.each([
  'Der Eintritt kostet 10 € oder 99 Euro.',
  '$50, €5.50',
  '120 Personen',
  '1099-K',
  'Komm! Bitte!',
  'DSGVO, ISO und GMP',
  'ISO GMP PHP',
  'iPAD eBAY mAILS',
  'die DSGVO und HACCP',
])('nothing in: %s', (text) => {
  expect(signalsIn(text)).toEqual([])
})

test('all of them are signals of spam', () => {
  for (const { category, weight } of SIGNALS) expect([category, weight]).toEqual(['spam', 'signal'])
})
