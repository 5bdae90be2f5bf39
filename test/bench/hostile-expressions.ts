// Searches for slow texts of 500 characters by hill climbing, for each function of content rules that takes a text, and
// prints the slowest. `SECONDS` is the time for each function, 10 by default; `SEED` another course of the search.
import { readFileSync } from 'node:fs'
import type { MemberProfile } from 'group-invitations'
import {
  findMentions,
  fingerprintText,
  parseProfileEntries,
  screenText,
} from 'group-invitations/content'
import { findLink } from '../../src/text/links.js'
import { findMissingName, findSlot } from '../../src/content/placeholders.js'
import { callsByName } from '../../src/content/salutation.js'
import { plainWords } from '../../src/text/disguise.js'
import { inRepository } from '../support/repository.js'
import { medianOf, timeOf } from '../support/timing.js'

const LENGTH = 500
const SECONDS = Number(process.env['SECONDS'] ?? 10)

const profile: MemberProfile = {
  displayName: 'Maria Müller',
  wants: ['Austausch zu Projektmanagement'],
  haves: ['Vertriebsleitung im Maschinenbau'],
  other: ['Müller GmbH & Co. KG'],
}
const about = { recipient: profile, group: undefined }

/** Each with the files whose characters and words the texts are built of. */
const calls: Readonly<Record<string, readonly [(text: string) => unknown, ...files: string[]]>> = {
  findLink: [findLink, 'text/links', 'text/domain-endings'],
  findSlot: [(text) => findSlot(text, ['Maria']), 'content/placeholders', 'content/slot-syntaxes'],
  findMissingName: [(text) => findMissingName(text, ['Maria']), 'content/placeholders'],
  callsByName: [
    (text) => callsByName(text, profile),
    'content/salutation',
    'content/salutation-words',
  ],
  findMentions: [
    (text) => findMentions({ text }, about),
    'content/find-mentions',
    'content/profile-words',
  ],
  plainWords: [(text) => plainWords(text, []), 'text/disguise'],
  screenText: [(text) => screenText({ text }, about), 'content/prohibited-terms', 'text/disguise'],
  fingerprintText: [
    (text) => fingerprintText(text, profile),
    'content/text-fingerprint',
    'content/topic',
  ],
  parseProfileEntries: [parseProfileEntries, 'content/profile-entries'],
}

/** Mulberry32. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** The words and characters of the sources, and each kind of character that classes distinguish. */
function piecesOf(files: readonly string[]): string[] {
  const sources = files.map((file) => readFileSync(inRepository(`src/${file}.ts`), 'utf8'))
  const found = sources.join('\n').match(/\p{L}{2,12}|[^\p{L}]/gu) ?? []
  return [...new Set([...found, ...Array.from('aZß9Ж\u0301 \n漢💰')])]
}

const median = (run: (text: string) => unknown, text: string, times: number) =>
  medianOf(Array.from({ length: times }, () => timeOf(() => run(text)))) * 1000

function slowest([run, ...files]: (typeof calls)[string], seed: number) {
  const random = randomFrom(seed)
  const pieces = piecesOf(files)
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
    let time = median(run, textOf(units), 3)
    for (let failed = 0; failed < 40 && performance.now() < end; failed += 1) {
      const next = mutated(units)
      const taken = median(run, textOf(next), 3)
      if (taken <= time) continue
      units = next
      time = taken
      failed = 0
    }
    const text = textOf(units)
    const microseconds = median(run, text, 51)
    if (microseconds > worst.microseconds) worst = { microseconds, text }
  }
  return worst
}

const rows = Object.entries(calls).map(([name, call]) => {
  const { microseconds, text } = slowest(call, Number(process.env['SEED'] ?? 1))
  return [name, { µs: Math.round(microseconds), text: JSON.stringify(text.slice(0, 60)) }]
})
console.table(Object.fromEntries(rows))
