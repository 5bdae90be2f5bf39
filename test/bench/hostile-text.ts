// The time of the text functions on texts that were made to be slow: the first call and the median of ten, in ms.
import { countCharacters, measureText, normalizeText } from 'group-invitations/form'
import { decide } from 'group-invitations'
import { aRequest, someFacts } from '../support/builders.js'
import { FAMILY } from '../support/texts.js'
import { medianOf, timeOf } from '../support/timing.js'

const texts = {
  'ten million letters (10 MB)': 'a'.repeat(10_000_000),
  'five million umlauts (10 MB)': 'ä'.repeat(5_000_000),
  'five million Arabic letters (10 MB)': 'ب'.repeat(5_000_000),
  'two and a half million emoji (10 MB)': '😀'.repeat(2_500_000),
  'ten million spaces (10 MB)': ' '.repeat(10_000_000),
  'a million combining marks': '\u0301'.repeat(1_000_000),
  'a million marks out of order': '\u0301\u0323'.repeat(500_000),
  'a million joined emoji': '👩\u200d'.repeat(1_000_000),
  '7,500 marks out of order': '\u0301\u0323'.repeat(3_750),
  '7,500 lone surrogates': '\ud800'.repeat(7_500),
  '681 families': FAMILY.repeat(681),
}

const calls = {
  normalizeText,
  countCharacters,
  measureText,
  decide: (text: string) => decide(aRequest({ text }), someFacts()),
}

const rows = Object.entries(texts).map(([name, text]) => {
  // A repeated string is a tree until it is first looked at.
  Number(text)
  const cells = Object.entries(calls).map(([call, run]) => {
    const times = Array.from({ length: 11 }, () => timeOf(() => run(text)))
    const [first = Number.NaN, ...others] = times
    return [call, `${first.toFixed(1)} / ${medianOf(others).toFixed(1)}`]
  })
  return [name, Object.fromEntries(cells) as unknown]
})
console.table(Object.fromEntries(rows))
