// Searches for slow texts of 500 characters by hill climbing, for each rule on content and for what else takes a text, and
// prints the slowest. `SECONDS` is the time for each, 10 by default; `SEED` another course of the search.
import { readFileSync } from 'node:fs'
import { type ContentFinding, decide } from 'group-invitations'
import { fingerprintText, parseProfileEntries } from 'group-invitations/content'
import { aProfile, aRequest, someFacts } from '../support/builders.js'
import { inRepository } from '../support/repository.js'
import { FORM_ONLY } from './contenders/with-library.js'
import { randomFrom } from './random.js'
import { timeOf } from './slices.js'

const LENGTH = 500
const SECONDS = Number(process.env['SECONDS'] ?? 10)

const profile = aProfile({
  wants: ['Austausch zu Projektmanagement'],
  haves: ['Vertriebsleitung im Maschinenbau'],
  other: ['Müller GmbH & Co. KG'],
})
const facts = someFacts({ recipientProfile: profile })

/** A decision in which no other rule on content is on. */
function only(rule: ContentFinding['type']): (text: string) => unknown {
  const enforcement = { ...FORM_ONLY, [rule]: 'advise' } as const
  return (text) => decide(aRequest({ text }), facts, { enforcement })
}

/** Each with the files whose characters and words the texts are built of. */
const calls: Readonly<Record<string, readonly [(text: string) => unknown, ...files: string[]]>> = {
  UnfilledPlaceholder: [
    only('UnfilledPlaceholder'),
    'content/placeholders',
    'content/slot-syntaxes',
  ],
  SalutationMissing: [only('SalutationMissing'), 'content/salutation', 'content/salutation-words'],
  ProfileReferenceMissing: [
    only('ProfileReferenceMissing'),
    'content/find-mentions',
    'content/profile-words',
  ],
  LinkInText: [only('LinkInText'), 'text/links', 'text/domain-endings'],
  ProhibitedContent: [only('ProhibitedContent'), 'content/prohibited-terms', 'text/disguise'],
  fingerprintText: [
    (text) => fingerprintText(text, profile),
    'content/text-fingerprint',
    'content/topic',
  ],
  parseProfileEntries: [parseProfileEntries, 'content/profile-entries'],
}

/** The words and characters of the sources, and each kind of character that classes distinguish. */
function piecesOf(files: readonly string[]): string[] {
  const sources = files.map((file) => readFileSync(inRepository(`src/${file}.ts`), 'utf8'))
  const found = sources.join('\n').match(/\p{L}{2,12}|[^\p{L}]/gu) ?? []
  return [...new Set([...found, ...Array.from('aZß9Ж\u0301 \n漢💰')])]
}

async function slowest([run, ...files]: (typeof calls)[string], seed: number) {
  const random = randomFrom(seed)
  const pieces = piecesOf(files)
  const take = (text: string, times: number) => timeOf(() => run(text), times)
  const pick = () => pieces[random(pieces.length)] ?? ''
  // Repeating a few pieces finds what is slow at each place; one piece before and after, what fails at the end.
  const textOf = (units: readonly string[]) => {
    const [first = '', last = '', ...repeated] = units
    const middle = repeated.join('') || 'a'
    return `${first}${middle.repeat(LENGTH)}`.slice(0, LENGTH - last.length) + last
  }
  const fresh = () => Array.from({ length: 3 + random(5) }, pick)
  const mutated = (units: readonly string[]) => {
    const next = [...units]
    next.splice(
      random(next.length),
      random(2),
      ...(random(3) > 0 || next.length < 4 ? [pick()] : []),
    )
    return next
  }
  for (let round = 0; round < 2000; round += 1) run(textOf(fresh()))
  let worst = { microseconds: 0, text: '' }
  const end = performance.now() + SECONDS * 1000
  while (performance.now() < end) {
    let units = fresh()
    let time = await take(textOf(units), 3)
    for (let failed = 0; failed < 40 && performance.now() < end; failed += 1) {
      const next = mutated(units)
      const taken = await take(textOf(next), 3)
      if (taken <= time) continue
      units = next
      time = taken
      failed = 0
    }
    const text = textOf(units)
    const microseconds = await take(text, 51)
    if (microseconds > worst.microseconds) worst = { microseconds, text }
  }
  return worst
}

const rows: Record<string, { µs: number; text: string }> = {}
for (const [name, call] of Object.entries(calls)) {
  const { microseconds, text } = await slowest(call, Number(process.env['SEED'] ?? 1))
  rows[name] = { µs: Math.round(microseconds), text: JSON.stringify(text.slice(0, 60)) }
}
console.table(rows)
