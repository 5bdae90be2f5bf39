import {
  type Certainty,
  type ContentEvidence,
  type Denial,
  type ProhibitedContent,
} from 'group-invitations'
import { createMessages, de, deInformal, en, type Messages } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { certaintyOf } from '../../src/content/content-evidence.js'
import { disclosedWith } from '../support/disclosed.js'

const item = (category: string, term: string, certainty: Certainty = 'sure'): ContentEvidence => ({
  ...{ category, term, index: 0, certainty },
})

function finding(...evidence: [ContentEvidence, ...ContentEvidence[]]): ProhibitedContent {
  return { type: 'ProhibitedContent', certainty: certaintyOf(evidence), evidence }
}

/** What the inviter reads if it is denied, and if it is only advised. */
function readBy(messages: Messages, found: Denial): string {
  const read = messages.describe(disclosedWith(found))
  const advised = { audience: 'inviter', advisories: [found as ProhibitedContent] } as const
  expect(messages.advice(advised)).toEqual([read])
  expect(messages.describe(JSON.parse(JSON.stringify(disclosedWith(found))) as never)).toBe(read)
  return read
}

const accusing = /marketing|spam|advertis|recruit|werbung|anwerbung|harassment|belästig/i

describe.each([
  ['English', en],
  ['German', de],
  ['informal German', deInformal],
])('without words of its own, %s', (_name, messages) => {
  test.each<[what: string, evidence: [ContentEvidence, ...ContentEvidence[]]]>([
    ['sure', [item('harassment', 'x')]],
    ['suspected', [item('harassment', 'x', 'suspected')]],
    ['of two categories', [item('harassment', 'x'), item('insult', 'y')]],
    ['beside sure spam', [item('harassment', 'x'), item('spam', 'y')]],
    ['behind sure spam', [item('spam', 'x'), item('harassment', 'y')]],
    ['beside suspected spam', [item('harassment', 'x'), item('spam', 'y', 'suspected')]],
    ['suspected beside sure spam', [item('spam', 'x'), item('harassment', 'y', 'suspected')]],
    ['of a category that every object has', [item('constructor', 'x'), item('__proto__', 'y')]],
    ['that is nearly one of the network', [item('Spam', 'x')]],
  ])('accuses the inviter of nothing in particular: %s', (_what, evidence) => {
    const read = readBy(messages, finding(...evidence))
    const { toInviter } = messages.language.otherCategories
    for (const { term } of evidence) expect(read).toContain(term)
    expect(read).not.toMatch(accusing)
    const isFirst = (sentence: string) => sentence.startsWith(read.slice(0, 10))
    expect(isFirst(toInviter(finding(...evidence), { anyOf: () => '“x”' } as never))).toBe(true)
  })

  test('quotes a term once, whatever its case', () => {
    for (const category of ['harassment', 'spam']) {
      const others = ['IDIOT', 'Dummkopf', 'idiot', 'Trottel', 'Depp'].map((term) =>
        item(category, term),
      )
      const found = finding(item(category, 'Idiot'), ...others)
      const read = readBy(messages, found)
      for (const term of ['Idiot', 'Dummkopf', 'Trottel']) expect(read).toContain(term)
      expect(read).not.toMatch(/IDIOT|idiot|Depp/)
    }
  })

  test('says of the network’s own categories what it says of them alone', () => {
    const found = finding(item('spam', 'x'), item('multi-level-marketing', 'y', 'suspected'))
    expect(readBy(messages, found)).toMatch(/spam/i)
  })
})

describe('words by category', () => {
  const messages = createMessages(
    en.language,
    {},
    {
      harassment: ({ evidence, certainty }, { anyOf }) =>
        `Stay polite (${certainty}): ${anyOf(evidence.map(({ term }) => term))}.`,
      politics: ({ evidence }) => `No politics (${evidence.length}).`,
    },
  )

  test('take the place of the sentence of the language', () => {
    expect(readBy(messages, finding(item('harassment', 'x')))).toBe('Stay polite (sure): “x”.')
    expect(readBy(messages, finding(item('harassment', 'x', 'suspected')))).toBe(
      'Stay polite (suspected): “x”.',
    )
  })

  test('get the finding as it is if it has nothing else', () => {
    const seen: unknown[] = []
    const own = createMessages(
      en.language,
      {},
      { harassment: (...given) => String(seen.push(given)) },
    )
    const found = finding(item('harassment', 'x', 'suspected'), item('harassment', 'y'))
    own.describe(disclosedWith(found))
    expect(seen).toEqual([
      [found, expect.objectContaining({ anyOf: expect.any(Function) as unknown })],
    ])
  })

  test('stand once for each category, in the order of the evidence, each with its own certainty', () => {
    const found = finding(
      item('politics', 'a'),
      item('harassment', 'b', 'suspected'),
      item('politics', 'c'),
      item('harassment', 'd', 'suspected'),
    )
    expect(readBy(messages, found)).toBe('No politics (2). Stay polite (suspected): “b” or “d”.')
  })

  test('leave the rest to the language: the network’s categories', () => {
    const found = finding(item('spam', 'a'), item('harassment', 'b'), item('spam', 'c'))
    expect(readBy(messages, found)).toBe(
      'Wording such as “a” or “c” looks like multi-level marketing or spam, and neither is allowed. Please write your invitation differently. Stay polite (sure): “b”.',
    )
  })

  test('leave the rest to the language: with categories that have no words', () => {
    const found = finding(item('harassment', 'a'), item('spam', 'b'), item('insult', 'c'))
    expect(readBy(messages, found)).toBe(
      'Stay polite (sure): “a”. Wording such as “b” or “c” is not allowed here. Please write your invitation differently.',
    )
  })

  test('may be for a category of the network, too', () => {
    const own = createMessages(en.language, {}, { spam: () => 'No spam.' })
    expect(readBy(own, finding(item('spam', 'a')))).toBe('No spam.')
    expect(readBy(own, finding(item('spam', 'a'), item('multi-level-marketing', 'b')))).toBe(
      'No spam. Wording such as “b” looks like multi-level marketing or spam, and neither is allowed. Please write your invitation differently.',
    )
  })

  test('stand beside words for the denial, which are for the network’s categories', () => {
    const own = createMessages<ProhibitedContent>(
      en.language,
      { ProhibitedContent: () => 'No advertising.' },
      { harassment: () => 'Stay polite.' },
    )
    expect(readBy(own, finding(item('spam', 'a'), item('harassment', 'b')))).toBe(
      'No advertising. Stay polite.',
    )
    expect(readBy(own, finding(item('insult', 'a')))).not.toMatch(accusing)
  })

  test('are one text among the reasons', () => {
    const found = finding(item('politics', 'a'), item('harassment', 'b'))
    expect(messages.reasons(disclosedWith({ type: 'TextEmpty' }, found))).toHaveLength(2)
  })

  test.each(['constructor', '__proto__', 'toString'])('may be for %s', (category) => {
    const own = createMessages(en.language, {}, Object.fromEntries([[category, () => 'Own.']]))
    expect(readBy(own, finding(item(category, 'a')))).toBe('Own.')
    expect(readBy(messages, finding(item(category, 'a')))).toContain('is not allowed here')
  })

  test('are their own, and not inherited', () => {
    const inherited = Object.create({ harassment: () => 'Inherited.' }) as Record<string, never>
    const own = createMessages(en.language, {}, inherited)
    expect(readBy(own, finding(item('harassment', 'a')))).toContain('is not allowed here')
  })

  test('are kept as they were', () => {
    const given = { harassment: () => 'Given.' }
    const own = createMessages(en.language, {}, given)
    given.harassment = () => 'Changed.'
    expect(readBy(own, finding(item('harassment', 'a')))).toBe('Given.')
  })

  test.each([null, 'words', ['words'], new Map(), () => 'words'])('are an object: %o', (value) => {
    expect(() => createMessages(en.language, {}, value as never)).toThrow(
      new TypeError('categories must be an object'),
    )
  })

  test.each([undefined, null, 'Stay polite.', {}])('are functions: %o', (value) => {
    const categories = { politics: () => '', harassment: value }
    expect(() => createMessages(en.language, {}, categories as never)).toThrow(
      new TypeError('categories.harassment must be a function'),
    )
  })

  test.each(['', 'a\nb', '\ud83d', 'x'.repeat(65)])(
    'are for nothing that is no category: %j',
    (category) => {
      const categories = { [category]: () => '' }
      expect(() => createMessages(en.language, {}, categories)).toThrow(
        new TypeError(
          `the key ${JSON.stringify(category)} of categories must be a well-formed string of 1 to 64 code points without control characters`,
        ),
      )
    },
  )
})

test('a finding without evidence, as JavaScript may bring it, has a sentence', () => {
  const empty = { type: 'ProhibitedContent', certainty: 'sure', evidence: [] }
  expect(readBy(en, empty)).toMatch(/spam/)
  expect(en.describeForStaff(empty)).toMatch(/spam/)
})

describe('the staff reads', () => {
  const messages = createMessages(en.language, {}, { harassment: () => 'Stay polite.' })

  test('the name of each other category, once and with its own certainty', () => {
    const found = finding(
      item('harassment', 'a'),
      item('spam', 'b', 'suspected'),
      item('harassment', 'c', 'suspected'),
      item('insult', 'd', 'suspected'),
      item('multi-level-marketing', 'e', 'suspected'),
    )
    // The words of a service's own are for the inviter.
    expect(messages.describeForStaff(found)).toBe(
      'The draft has content of the category “harassment”: “a” or “c”. The draft may look like multi-level marketing or spam, but this is only suspected: “b” or “e”. The draft may have content of the category “insult”, but this is only suspected: “d”.',
    )
  })

  test('a name that leaves no quotation', () => {
    const found = finding(item('harassment”: “nothing”. “', 'a'))
    expect(de.describeForStaff(found)).toMatch(/^[^„“”]*„[^„“”]*“[^„“”]*„a“\.$/)
  })

  test.each(['constructor', '__proto__'])('%s like any other', (category) => {
    expect(en.describeForStaff(finding(item(category, 'a')))).toBe(
      `The draft has content of the category “${category}”: “a”.`,
    )
  })
})
