import { type ContentFinding, type MemberProfile } from 'group-invitations'
import { fingerprintText, PROHIBITED_TERMS } from 'group-invitations/content'
import { describe, expect, test } from 'vitest'
import { TermIndex } from '../../src/content/term-index.js'
import { plainWords } from '../../src/text/disguise.js'
import { wordsIn } from '../../src/text/words.js'
import { findingsOn, flawed, type Sample, samples, templates } from '../support/corpus.js'
import { findingsIn, isProhibited, type Message, messages } from '../support/messages.js'

const unseen = messages('measure')

const of = (...classes: readonly string[]) =>
  unseen.filter(({ class: name }) => classes.some((start) => `${name}-`.startsWith(`${start}-`)))

const has = (list: readonly { readonly type: string }[], type: string) =>
  list.some((finding) => finding.type === type)

/** The share of messages that a rule denies, or denies or advises. */
function share(
  list: readonly Message[],
  type: ContentFinding['type'],
  counted: 'denied' | 'found',
) {
  const found = list
    .map(findingsIn)
    .filter(
      ({ denials, advisories }) =>
        has(denials, type) || (counted === 'found' && has(advisories, type)),
    )
  return found.length / list.length
}

const honest = of('club', 'touchy', 'brackets', 'linklike')

// `npm run measure` prints the figures themselves, which are in docs/content-rules.md.
describe('of texts that nobody has read who changed a rule', () => {
  test.each([
    ['plain marketing', of('plain'), 'ProhibitedContent', 'denied', 0.7],
    ['plain marketing', of('plain'), 'ProhibitedContent', 'found', 0.95],
    ['veiled marketing', of('soft'), 'ProhibitedContent', 'found', 0.6],
    ['disguised', of('disguised'), 'ProhibitedContent', 'denied', 0.6],
    ['disguised', of('disguised'), 'ProhibitedContent', 'found', 0.85],
    ['spam', of('spam'), 'ProhibitedContent', 'found', 0.8],
    ['slots', of('slot'), 'UnfilledPlaceholder', 'found', 0.95],
    ['without a salutation', of('nosalutation'), 'SalutationMissing', 'denied', 0.95],
    ['without a reference', of('noreference'), 'ProfileReferenceMissing', 'denied', 0.85],
    ['links', of('link'), 'LinkInText', 'found', 0.94],
  ] as const)('%s: at least so many are caught', (_name, list, type, counted, least) => {
    expect(list.length).toBeGreaterThanOrEqual(50)
    expect(share(list, type, counted)).toBeGreaterThanOrEqual(least)
  })

  test.each([
    ['ordinary', of('club', 'brackets', 'linklike'), 'ProhibitedContent', 'denied', 0],
    ['ordinary', of('club', 'brackets', 'linklike'), 'ProhibitedContent', 'found', 0.02],
    ['delicate', of('touchy'), 'ProhibitedContent', 'denied', 0.02],
    ['delicate', of('touchy'), 'ProhibitedContent', 'found', 0.15],
    ['suspicious words', of('everyday'), 'ProhibitedContent', 'denied', 0.02],
    ['honest', honest, 'UnfilledPlaceholder', 'denied', 0],
    ['without brackets', of('club', 'touchy', 'linklike'), 'UnfilledPlaceholder', 'found', 0.02],
    ['honest', honest, 'LinkInText', 'found', 0.03],
    ['honest', honest, 'SalutationMissing', 'denied', 0.05],
  ] as const)('%s: at most so many are false alarms', (_name, list, type, counted, most) => {
    expect(list.length).toBeGreaterThanOrEqual(50)
    expect(share(list, type, counted)).toBeLessThanOrEqual(most)
  })

  test("another member's profile is told apart", () => {
    const pairs = honest.flatMap(({ text, group }, at) =>
      [1, 2, 3, 5, 8, 13, 21].map((step): Message => {
        const { recipient } = honest[(at + 11 * step) % honest.length] ?? {}
        return { class: '', text, ...(recipient && { recipient }), ...(group && { group }) }
      }),
    )
    expect(share(pairs, 'ProfileReferenceMissing', 'denied')).toBeGreaterThanOrEqual(0.96)
  })
})

describe('of texts to build with', () => {
  const kept = ['honest', 'signs', 'innocent'].flatMap(samples)

  test.each([
    ['UnfilledPlaceholder', 1, 6],
    ['SalutationMissing', 1, 0],
    ['ProfileReferenceMissing', 0.85, 0],
    ['WantsAndHavesNotAddressed', 0.9, 2],
    ['LinkInText', 1, 0],
  ] as const)('%s finds what breaks it, and hardly anything else', (rule, least, most) => {
    const isFound = (sample: Sample) => {
      const { denials, advisories } = findingsOn(sample)
      return [...denials, ...advisories].includes(rule)
    }
    const breaking = flawed.filter((sample) => sample.rule === rule)
    expect(breaking.filter(isFound).length / breaking.length).toBeGreaterThanOrEqual(least)
    expect(kept.filter(isFound).length).toBeLessThanOrEqual(most)
  })

  test('no honest text is denied as prohibited', () => {
    const denied = messages('build')
      .filter(({ class: name }) => /^(?:honest|touchy|everyday|message)/.test(name))
      .filter((message) => has(findingsIn(message).denials, 'ProhibitedContent'))
    expect(denied.length).toBeLessThanOrEqual(1)
  })
})

test('each built-in term is typical of prohibited texts', () => {
  const wordsOf = (list: readonly Message[]) =>
    list.map(({ subject = '', text }) => {
      const draft = `${subject}\n${text}`
      return plainWords(draft, wordsIn(draft)).words
    })
  const all = messages('build')
  const prohibited = wordsOf(all.filter(isProhibited))
  const ordinary = wordsOf(all.filter(({ class: name }) => /^(?:honest|message)$/.test(name)))
  const others = PROHIBITED_TERMS.filter((term) => {
    const index = new TermIndex([term])
    const countIn = (texts: typeof ordinary) =>
      texts.filter((words) => index.findIn(words).length > 0).length
    const [count, share] = [countIn(prohibited), countIn(ordinary) / ordinary.length]
    return count < 2 || count / prohibited.length < 3 * share
  })
  expect(others.map(({ term }) => term)).toEqual([])
})

const fingerprinted = ({
  id,
  recipient,
  text,
}: {
  id: string
  recipient: MemberProfile
  text: string
}) => ({
  recipientId: id,
  textFingerprint: fingerprintText(text, recipient),
})

describe('copies', () => {
  /** Each after the ones before it. The first two are no mass yet. */
  const copies = templates.flatMap(({ copies: sent }) =>
    sent.slice(2).map((copy, index) => {
      const before = sent
        .slice(0, index + 2)
        .map((other, at) => fingerprinted({ ...other, id: `${at}` }))
      return { ...copy, isFound: findingsOn(copy, before).denials.includes('MassMessage') }
    }),
  )

  test('with names and topic swapped are all found, and nearly all with a sentence changed as well', () => {
    const isSwapped = ({ change }: { readonly change: string }) => change !== 'one sentence'
    expect(templates).toHaveLength(12)
    expect(copies.filter(isSwapped).every(({ isFound }) => isFound)).toBe(true)
    const share = copies.filter(({ isFound }) => isFound).length / copies.length
    expect(share).toBeGreaterThanOrEqual(0.95)
  })

  test('no honest invitation is one of another, even if one person had sent all', () => {
    const kept = samples('honest')
    const others = [...kept, ...samples('innocent')]
    const repetitive = kept.filter((sample) => {
      const recent = others.filter(({ id }) => id !== sample.id).map(fingerprinted)
      const { denials, advisories } = findingsOn(sample, recent)
      return [...denials, ...advisories].includes('MassMessage')
    })
    expect(repetitive).toEqual([])
  })
})

test('every text fits, and no text is in the corpus twice', () => {
  const all = [...messages('build'), ...unseen]
  for (const message of all) {
    expect(
      findingsIn(message).denials.map(({ type }) => type),
      message.text,
    ).not.toContain('TextTooLong')
  }
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
})
