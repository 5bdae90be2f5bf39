import {
  createMessages,
  de,
  deInformal,
  en,
  type Languages,
  renderEmail,
  renderNews,
} from 'group-invitations/messages'
import { countCharacters } from 'group-invitations/form'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ar } from '../../docs/examples/languages/arabic.js'
import { fr } from '../../docs/examples/languages/french.js'
import { withInnerMarks } from '../../src/messages/displayed.js'
import { shortened } from '../../src/messages/displayed.js'
import { disclosedWith } from '../support/disclosed.js'
import { fragmentOf, pageOf } from '../support/page.js'
import { aPrepared, EMAIL_OPTIONS, type Written } from '../support/prepared.js'
import { runs } from '../support/runs.js'

const certainties = ['sure', 'suspected'] as const

/** Every line that has words of members within a sentence: of both messages, and of the reasons and advice. */
function sentencesWith(words: string, languages: Languages): string[] {
  const written: Written = { inviter: words, group: words, entry: words, text: 'Komm!' }
  const email = renderEmail(aPrepared(written), { ...EMAIL_OPTIONS, platform: words, languages })
  const news = renderNews(aPrepared(written, 'news'), { languages })
  const [page, fragment] = [pageOf(email.html), fragmentOf(news.html)]
  const [messages] = languages
  const denials = [
    ...certainties.map((certainty) => ({
      ...{ type: 'UnfilledPlaceholder', placeholder: words, index: 0, certainty },
    })),
    { type: 'SalutationMissing', names: [words, words] },
    { type: 'ProfileReferenceMissing', entries: [{ field: 'other', entry: words }] },
    { type: 'WantsAndHavesNotAddressed', wants: [words], haves: [words] },
    { type: 'LinkInText', link: words, index: 0 },
    ...certainties.map((certainty) => ({
      ...{ type: 'ProhibitedContent', certainty },
      evidence: [{ category: 'spam', term: words, index: 0, certainty }],
    })),
    ...certainties.map((certainty) => ({
      ...{ type: 'ProhibitedContent', certainty },
      evidence: [{ category: 'harassment', term: words, index: 0, certainty }],
    })),
  ]
  return [
    ...[email.subject, news.title, ...page.textsOf('title'), ...page.textsOf('h1')],
    ...[...page.textsOf('p'), ...fragment.textsOf('h3'), ...fragment.textsOf('p')],
    ...email.text.split('\n'),
    ...messages.reasons(disclosedWith(...denials)),
    ...denials.map((denial) => messages.describeForStaff(denial)),
  ]
}

const own: readonly (readonly [name: string, languages: Languages])[] = [
  ['English', [en]],
  ['German', [de]],
  ['informal German', [deInformal]],
  ['French', [fr]],
  ['Arabic', [ar]],
]

describe.each(own)('words of members leave no quotation in %s', (_name, languages) => {
  const [{ language }] = languages
  const [opening, closing] = language.quotationMarks
  /** How often the double marks of any kind stand in each sentence. */
  const marksIn = (words: string) =>
    sentencesWith(words, languages).map((sentence) => sentence.match(/["«»“”„‟″״〝〞＂]/gu) ?? [])

  test.each([
    `Chess${closing}. Your account is locked. ${opening}`,
    `${closing}${opening}`,
    'a"b',
    '«Chess» »Schach« “a” ”b” „c“ ‟d',
    'a″b‶ ״ 〝x〞〟 ＂',
    "a'' b’’ c‘‘ d‚‚ e'’ f`` g´´ h’\u200b’",
  ])('%s', (words) => {
    expect(marksIn(words)).toEqual(marksIn('Chess'))
    for (const sentence of sentencesWith(words, languages)) {
      expect(sentence).not.toMatch(/['`´‘’‚‛‹›′‵׳]\u200b?['`´‘’‚‛‹›′‵׳]/)
    }
  })
})

describe('a quotation within a quotation has inner marks', () => {
  test.each([
    ['Die „Besten“', 'Die ‚Besten‘'],
    ['The “best”', 'The ‘best’'],
    ['«Les meilleurs» und »die Besten«', '‹Les meilleurs› und ›die Besten‹'],
    ['Robert "Bob" Smith', "Robert 'Bob' Smith"],
    ['‘Die „Besten“’', '‘Die ‚Besten‘'],
    ["O'Brien O’Brien ‘t Hart d´Or", "O'Brien O’Brien ‘t Hart d´Or"],
    ['「東京」', '「東京」'],
    ['', ''],
  ])('%s', (given, written) => {
    expect(withInnerMarks(given, ['„', '“'])).toBe(written)
    expect(withInnerMarks(given, ['“', '”'])).toBe(written)
  })

  test('whatever the marks of a language are', () => {
    expect(withInnerMarks('« O’Brien »', ['«\u00a0', '\u00a0»'])).toBe('‹ O’Brien ›')
    expect(withInnerMarks('「東京」『駅』', ['「', '」'])).toBe("'東京'『駅』")
    expect(withInnerMarks('‘O’Brien’ “a”', ['‘', '’'])).toBe("'O'Brien' 'a'")
    expect(withInnerMarks('‹a› «b»', ['‹', '›'])).toBe("'a' 'b'")
    expect(withInnerMarks('O\'Brien "a”', ["'", "'"])).toBe('O’Brien ’a’')
    expect(withInnerMarks('O\'Brien’s "a”', ["'", '’'])).toBe('OʼBrienʼs ʼaʼ')
    expect(withInnerMarks('a*b*', ['*', '*'])).toBe("a'b'")
    expect(withInnerMarks('a b', ['', ' '])).toBe('a b')
  })
})

describe('a name has at most 100 characters', () => {
  const family = '👩‍👩‍👧'
  test.each([
    ['100 letters', 'x'.repeat(100), 'x'.repeat(100)],
    ['101 letters', 'x'.repeat(101), `${'x'.repeat(99)}…`],
    ['100 families', family.repeat(100), family.repeat(100)],
    ['101 families', family.repeat(101), `${family.repeat(99)}…`],
    ['100 flags', '🇩🇪'.repeat(100), '🇩🇪'.repeat(100)],
    ['letters with accents', 'e\u0301'.repeat(101), `${'e\u0301'.repeat(99)}…`],
    ['a space before the ellipsis', `${'x'.repeat(98)} ${'y'.repeat(9)}`, `${'x'.repeat(98)}…`],
    ['spaces that become one', `a${' '.repeat(500)}b`, 'a b'],
    ['what is removed', `${'\u202e'.repeat(200)}${'x'.repeat(100)}`, 'x'.repeat(100)],
    ['accents of 32 code points', `a${'\u0301'.repeat(31)}b`, `a${'\u0301'.repeat(31)}b`],
    ['accents of 33 code points', `a${'\u0301'.repeat(32)}b`, `a${'\u0301'.repeat(31)}b`],
    ['far more than is looked at', `a${'\u0301'.repeat(1_000_000)}`, `a${'\u0301'.repeat(31)}…`],
    ['a pair at the end', `x${'\u{1D165}'.repeat(10_000)}`, `x${'\u{1D165}'.repeat(31)}…`],
  ])('%s', (_case, given, expected) => {
    expect(shortened(given)).toBe(expected)
  })

  test('and shows something, or is empty', () => {
    for (const nothing of ['', ' ', '\u200b', '\u2800', '\u3164', '\u00ad\u2060', '\u202e', '\0']) {
      expect(shortened(nothing)).toBe('')
      expect(shortened(nothing.repeat(7_000))).toBe('')
    }
    expect(shortened(`${'\u3164'.repeat(99)}a`)).toBe(`${'\u3164'.repeat(99)}a`)
    expect(shortened(`${'\u3164'.repeat(100)}a`)).toBe('')
  })

  test('whatever it is', () => {
    const pieces = fc.constantFrom(
      'a',
      ' ',
      '\n',
      'e\u0301',
      family,
      '🇩',
      '\u200d',
      '\u1100',
      '\ud83d',
    )
    const names = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 150 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(names, (name) => {
        const short = shortened(name)
        expect(countCharacters(short)).toBeLessThanOrEqual(100)
        expect(shortened(short)).toBe(short)
      }),
      runs(1_000),
    )
  })

  test('in every place', () => {
    const name = 'Anna '.repeat(2_000)
    for (const [, languages] of own) {
      for (const sentence of sentencesWith(name, languages)) {
        expect(sentence).not.toContain('Anna '.repeat(20))
        expect(sentence.length).toBeLessThan(500)
      }
    }
  })

  test('and is soon written if it is endless', () => {
    const words = ['x', ' ', '\u202e', 'ü', family, '\u0301', '\u200b', '“', "'", '\n', '\ud800']
    for (const word of words) {
      const written = { inviter: word.repeat(10_000_000 / word.length) }
      expect(renderEmail(aPrepared(written), EMAIL_OPTIONS).html.length).toBeLessThan(20_000)
      expect(renderNews(aPrepared(written, 'news')).html.length).toBeLessThan(20_000)
    }
  })
})

describe('a name that shows nothing is replaced by words', () => {
  test.each([
    ['empty', ''],
    ['blank', ' \u00a0'],
    ['U+200B', '\u200b'],
    ['fillers', '\u2800\u3164'],
    ['marks of direction', '\u202e\u202c\u200f'],
    ['10,000 times U+200B', '\u200b'.repeat(10_000)],
  ])('%s', (_case, name) => {
    const written: Written = { inviter: name, group: name, locale: 'en' }
    const headline = '(no name) invites you to join the group “(no name)”'
    const email = renderEmail(aPrepared(written), EMAIL_OPTIONS)
    expect(email.subject).toBe(headline)
    expect(email.text).toContain(`${headline}\n\nPersonal message from (no name):`)
    expect(pageOf(email.html).textsOf('h1')).toEqual([headline])
    const news = renderNews(aPrepared({ ...written, locale: 'de' }, 'news'))
    expect(news.title).toBe('(ohne Namen) lädt Sie in die Gruppe „(ohne Namen)“ ein')
    expect(fragmentOf(news.html).textsOf('h3')).toEqual([news.title])
  })

  test('of a language of one’s own too', () => {
    const mail = { ...en.language.mail, noName: 'somebody' }
    const messages = createMessages({ ...en.language, mail }, {})
    const { subject } = renderEmail(aPrepared({ inviter: '' }), {
      ...EMAIL_OPTIONS,
      languages: [messages],
    })
    expect(subject).toMatch(/^somebody invites/)
  })
})
