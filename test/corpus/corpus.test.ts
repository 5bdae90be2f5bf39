import type { ContentFinding } from 'group-invitations'
import { screenText, fingerprintText } from 'group-invitations/content'
import { afterAll, describe, expect, test } from 'vitest'
import { findingsOn, flawed, type Sample, samples, templates } from '../support/corpus.js'

const honest = samples('honest')
const signs = samples('signs')
const innocent = samples('innocent')
const prohibited = samples('prohibited')

/** Written after the lists of terms were finished, and never used for them. */
const unseen = {
  prohibited: samples('unseen-prohibited'),
  innocent: samples('unseen-innocent'),
}

/** The findings of a rule on texts that break it, and on texts that do not. */
interface Row {
  readonly found: number
  readonly of: number
  readonly falseAlarms: number
  readonly among: number
}

const isFoundIn = (sample: Sample, type: string) => {
  const { denials, advisories } = findingsOn(sample)
  return [...denials, ...advisories].includes(type)
}

function rowOf(
  rule: ContentFinding['type'],
  breaking: readonly Sample[],
  keeping: readonly Sample[],
): Row {
  return {
    found: breaking.filter((sample) => isFoundIn(sample, rule)).length,
    of: breaking.length,
    falseAlarms: keeping.filter((sample) => isFoundIn(sample, rule)).length,
    among: keeping.length,
  }
}

const fingerprinted = ({ id, recipient, text }: Sample) => ({
  recipientId: id,
  textFingerprint: fingerprintText(text, recipient),
})

/** The copies, each after the ones before it. The first two are no mass yet. */
const copies = templates.flatMap(({ copies: sent }) =>
  sent.slice(2).map((copy, index) => {
    const before = sent
      .slice(0, index + 2)
      .map((other, at) => fingerprinted({ ...other, id: `${at}` }))
    return { ...copy, isFound: findingsOn(copy, before).denials.includes('MassMessage') }
  }),
)
const swapped = copies.filter(({ change }) => change !== 'one sentence')

/** The honest invitations that resemble another one, if one person had sent them all. */
const repetitive = honest.filter((sample) => {
  const others = [...honest, ...innocent].filter(({ id }) => id !== sample.id)
  const { denials, advisories } = findingsOn(sample, others.map(fingerprinted))
  return [...denials, ...advisories].includes('MassMessage')
})

const legitimate = [...honest, ...signs, ...innocent]
const flawedIn = (rule: string) => flawed.filter((sample) => sample.rule === rule)
const rowFor = (rule: ContentFinding['type']) => rowOf(rule, flawedIn(rule), legitimate)
const massRow = (found: readonly { isFound: boolean }[]): Row => ({
  found: found.filter(({ isFound }) => isFound).length,
  of: found.length,
  falseAlarms: repetitive.length,
  among: honest.length,
})

const rows = {
  UnfilledPlaceholder: rowFor('UnfilledPlaceholder'),
  SalutationMissing: rowFor('SalutationMissing'),
  ProfileReferenceMissing: rowFor('ProfileReferenceMissing'),
  WantsAndHavesNotAddressed: rowFor('WantsAndHavesNotAddressed'),
  LinkInText: rowFor('LinkInText'),
  'MassMessage, names and topic swapped': massRow(swapped),
  'MassMessage, one sentence changed as well': massRow(copies),
  ProhibitedContent: rowOf('ProhibitedContent', prohibited, legitimate),
  'ProhibitedContent, unseen texts': rowOf('ProhibitedContent', unseen.prohibited, unseen.innocent),
}

afterAll(() => {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  const cells = ({ found, of, falseAlarms, among }: Row) => ({
    found: `${found} of ${of}`,
    recall: percent(found / of),
    'false alarms': `${falseAlarms} of ${among}`,
    precision: percent(found / (found + falseAlarms)),
  })
  console.table(Object.fromEntries(Object.entries(rows).map(([rule, row]) => [rule, cells(row)])))
})

describe('the corpus', () => {
  test('is large enough to say something', () => {
    expect(honest.length).toBeGreaterThanOrEqual(60)
    expect(templates).toHaveLength(12)
    expect(templates.flatMap((template) => template.copies).length).toBeGreaterThanOrEqual(60)
    expect(prohibited.length).toBeGreaterThanOrEqual(40)
    expect(innocent.length).toBeGreaterThanOrEqual(40)
  })

  test('has texts that fit', () => {
    for (const sample of [...legitimate, ...prohibited, ...flawed]) {
      expect(findingsOn(sample).denials, sample.id).not.toContain('TextTooLong')
    }
  })
})

test('all evidence stands in its place', () => {
  for (const { text, recipient } of [...prohibited, ...unseen.prohibited]) {
    for (const { term, index } of screenText(
      { subject: text, text: '' },
      { recipient, group: undefined },
    )) {
      expect(text.startsWith(term, index)).toBe(true)
      expect(term).not.toBe('')
    }
  }
})

describe.each([
  ['UnfilledPlaceholder', 1, 0],
  ['SalutationMissing', 1, 0],
  ['ProfileReferenceMissing', 0.85, 0],
  ['WantsAndHavesNotAddressed', 1, 0],
  ['LinkInText', 1, 0],
  ['MassMessage, names and topic swapped', 1, 0],
  ['MassMessage, one sentence changed as well', 0.95, 0],
  ['ProhibitedContent', 0.95, 0],
  ['ProhibitedContent, unseen texts', 0.88, 3],
] as const)('%s', (rule, recall, falseAlarms) => {
  const row = rows[rule]

  test(`finds at least ${100 * recall} % of what breaks it`, () => {
    expect(row.found / row.of).toBeGreaterThanOrEqual(recall)
  })

  test(`has at most ${falseAlarms} false alarms`, () => {
    expect(row.falseAlarms).toBeLessThanOrEqual(falseAlarms)
  })
})
