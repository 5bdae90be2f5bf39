// What functions that take a text need for texts that were made to be slow, in ms.
import { decide, type EnforcementOptions, type MemberProfile } from 'group-invitations'
import { countCharacters, measureText, normalizeText } from 'group-invitations/form'
import { aRequest, someFacts } from '../support/builders.js'
import { FAMILY } from '../support/texts.js'
import { CONTENT_RULES, FORM_ONLY } from './contenders/with-library.js'
import { HONEST_TEXT } from './draft.js'
import { timeOf } from './slices.js'

type Calls = Readonly<Record<string, (text: string) => unknown>>

/** A profile of thirty entries, among them some that resemble what is written. */
const profile: MemberProfile = {
  displayName: 'Alexandra Maria von Müller-Lüdenscheidt',
  wants: Array.from({ length: 10 }, (_, index) => `Austausch zu Projektmanagement ${index}`),
  haves: Array.from({ length: 10 }, (_, index) => `Vertriebsleitung im Maschinenbau ${index}`),
  other: Array.from({ length: 10 }, (_, index) => `aaaaaaa${index} GmbH & Co. KG`),
}
const facts = someFacts({ recipientProfile: profile })

const decideWith = (enforcement: EnforcementOptions) => (text: string) =>
  decide(aRequest({ text }), facts, { enforcement })

const measuring: Calls = { normalizeText, countCharacters, measureText, decide: decideWith({}) }

const huge: Readonly<Record<string, string>> = {
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

/** Everything, nothing about the content, and each rule on content alone. */
const analysing: Calls = {
  decide: decideWith({}),
  'content off': decideWith(FORM_ONLY),
  ...Object.fromEntries(
    CONTENT_RULES.map((rule) => [rule, decideWith({ ...FORM_ONLY, [rule]: 'advise' })]),
  ),
}

/** Pieces, of which a text repeats one up to 5,000 bytes of UTF-8. */
const pieces: Readonly<Record<string, string>> = {
  letters: 'a',
  'short words': 'a ',
  'words of the profile': 'vertrieb ',
  'nearly a domain': 'a.',
  'nearly a link': 'http:/',
  'open braces': '{a',
  'open brackets': '[[',
  'per cent signs': '%a',
  'dollar signs': '$a ',
  'nearly a term': 'passive incom ',
  terms: 'passive income ',
  greetings: 'hallo ',
  'greetings in lines': 'hi\n',
  'marks out of order': '\u0301\u0323',
  digits: '1.000 ',
  'digits in words': 'v1agra ',
  'signs in a word': 'a@',
  'spaced letters': 'a b c d, ',
  'letters of two scripts': 'a\u0430bc ',
  'a word of two scripts': 'a\u0430',
  'full-width letters': '\uff41',
  addresses: '@a.',
  'closings in lines': '\ngruß',
}
const long = Object.fromEntries(
  Object.entries(pieces).map(([name, piece]) => [
    name,
    piece.repeat(Math.floor(5000 / Buffer.byteLength(piece))),
  ]),
)

async function print(calls: Calls, texts: Readonly<Record<string, string>>): Promise<void> {
  const rows: Record<string, Record<string, string>> = {}
  for (const [name, text] of Object.entries(texts)) {
    // A repeated string is a tree until it is first looked at.
    Number(text)
    const row: Record<string, string> = {}
    for (const [call, run] of Object.entries(calls)) {
      row[call] = ((await timeOf(() => run(text), 10)) / 1000).toFixed(2)
    }
    rows[name] = row
  }
  console.table(rows)
}

await print(measuring, huge)
console.log(
  'decide, with every rule on content, with none, and with one alone; texts of 5,000 bytes:',
)
await print(analysing, { 'an ordinary draft': HONEST_TEXT, ...long })
