// The cost of the content rules: on texts that were made to be slow, and in an ordinary evaluation.
import { decide, InvitationPolicy, type MemberProfile } from 'group-invitations'
import { findMentions, screenText, fingerprintText } from 'group-invitations/content'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { findLink } from '../../src/text/links.js'
import { findMissingName, findSlot } from '../../src/content/placeholders.js'
import { callsByName } from '../../src/content/salutation.js'
import { aRequest, NOW, someFacts } from '../support/builders.js'
import { samples } from '../support/corpus.js'
import { medianOf, timeOf } from '../support/timing.js'
import { FORM_ONLY } from './contenders/with-library.js'
import { quantile, time } from './rounds.js'

const honest = samples('honest')
const [sample] = [...honest].sort((one, other) => other.text.length - one.text.length)
if (sample === undefined) throw new Error('There is no honest text.')
const { recipient, text } = sample

/** A profile of thirty entries, among them some that resemble what is written. */
const profile: MemberProfile = {
  displayName: 'Alexandra Maria von Müller-Lüdenscheidt',
  wants: Array.from({ length: 10 }, (_, index) => `Austausch zu Projektmanagement ${index}`),
  haves: Array.from({ length: 10 }, (_, index) => `Vertriebsleitung im Maschinenbau ${index}`),
  other: Array.from({ length: 10 }, (_, index) => `aaaaaaa${index} GmbH & Co. KG`),
}

/** Repeats a piece up to 5,000 bytes of UTF-8. */
const filled = (piece: string) => piece.repeat(Math.floor(5000 / Buffer.byteLength(piece)))

const hostile: Readonly<Record<string, string>> = {
  letters: filled('a'),
  'short words': filled('a '),
  'words of the profile': filled('vertrieb '),
  'nearly a domain': filled('a.'),
  'nearly a link': filled('http:/'),
  'open braces': filled('{a'),
  'open brackets': filled('[['),
  'per cent signs': filled('%a'),
  'dollar signs': filled('$a '),
  'nearly a term': filled('passive incom '),
  terms: filled('passive income '),
  greetings: filled('hallo '),
  'greetings in lines': filled('hi\n'),
  'marks out of order': filled('\u0301\u0323'),
  digits: filled('1.000 '),
  'digits in words': filled('v1agra '),
  'signs in a word': filled('a@'),
  'spaced letters': filled('a b c d, '),
  'letters of two scripts': filled('a\u0430bc '),
  'a word of two scripts': filled('a\u0430'),
  'full-width letters': filled('\uff41'),
  addresses: filled('@a.'),
  'closings in lines': filled('\ngruß'),
}

const calls: Readonly<Record<string, (value: string) => unknown>> = {
  findSlot: (value) => findSlot(value, ['Maria']),
  findMissingName: (value) => findMissingName(value, ['Maria']),
  callsByName: (value) => callsByName(value, profile),
  findLink,
  findMentions: (value) => findMentions({ text: value }, { recipient: profile, group: undefined }),
  screenText: (value) => screenText(value, { recipient: profile, group: undefined }),
  fingerprintText: (value) => fingerprintText(value, profile),
  decide: (value) => decide(aRequest({ text: value }), someFacts({ recipientProfile: profile })),
}

function cell(run: (value: string) => unknown, value: string): string {
  return medianOf(Array.from({ length: 11 }, () => timeOf(() => run(value)))).toFixed(2)
}

console.log('Texts of 5,000 bytes, the median of eleven calls in ms:')
console.table(
  Object.fromEntries(
    Object.entries(hostile).map(([name, value]) => [
      name,
      Object.fromEntries(Object.entries(calls).map(([call, run]) => [call, cell(run, value)])),
    ]),
  ),
)

const repositories = createInMemoryRepositories({
  members: [
    { memberId: 'anna', displayName: 'Anna Schmidt' },
    { memberId: 'bernd', ...recipient },
  ],
  groups: [{ groupId: 'typescript-hamburg', name: 'TypeScript', standings: { anna: 'member' } }],
  invitations: honest
    .filter((other) => other.text !== text)
    .slice(0, 50)
    .map((other, index) => ({
      invitationId: `i-${index}`,
      inviterId: 'anna',
      recipientId: `m-${index}`,
      sentAt: NOW,
      text: other.text,
    })),
})
const clock = () => NOW
const policies = {
  'without content rules': new InvitationPolicy(repositories, { clock, enforcement: FORM_ONLY }),
  'with content rules': new InvitationPolicy(repositories, { clock }),
}

const timings = await time(
  Object.entries(policies).map(([name, policy]) => ({
    name,
    calls: 400,
    run: async () => {
      const verdict = await policy.evaluate(aRequest({ text }))
      if (verdict.isErr()) throw new Error(JSON.stringify(verdict.error))
    },
  })),
  15,
)
console.log(`evaluate, a text of ${text.length} characters, 50 fingerprints, µs a call:`)
console.table(
  Object.fromEntries(
    Array.from(timings, ([name, times]) => {
      const at = (share: number) => quantile(times, share).toFixed(1)
      return [name, { 'first quartile': at(0.25), median: at(0.5), 'third quartile': at(0.75) }]
    }),
  ),
)
