import { fingerprintText } from 'group-invitations/content'
import { describe, expect, test } from 'vitest'
import { similarityTo } from '../../src/content/similarity.js'
import { aProfile } from '../support/builders.js'

const similarityOf = (one: string, other: string, threshold: number) =>
  similarityTo(one, threshold)(other)
import { samples } from '../support/corpus.js'

const bernd = aProfile({ givenName: 'Bernd', familyName: 'Müller', haves: ['TypeScript'] })
const clara = aProfile({
  displayName: 'Clara Nowak',
  haves: ['agiles Projektmanagement in der Pflege'],
})

const template = (name: string, topic: string) =>
  `Guten Tag ${name},\n\nin Ihrem Profil lese ich von ${topic}, und weil ${topic} uns fehlt, ${name}, lade ich Sie in unsere Gruppe ein. Wir treffen uns jeden Montag.`

describe('a fingerprint', () => {
  test('is the same for copies in which only name, salutation and topic differ', () => {
    const one = fingerprintText(template('Herr Müller', 'TypeScript'), bernd)
    const other = fingerprintText(
      template('Frau Nowak', 'agiles Projektmanagement in der Pflege'),
      clara,
    )
    expect(similarityOf(one, other, 0)).toBeGreaterThan(0.9)
    expect(fingerprintText(template('Müller', 'TypeScript'), bernd)).toBe(
      fingerprintText(template('Nowak', 'agiles Projektmanagement in der Pflege'), clara),
    )
  })

  test('does not change with case, punctuation, accents and invisible characters', () => {
    const text = 'Hallo Bernd,\nwir treffen uns jeden Montag im Café am Hafen, komm doch dazu!'
    const disguised =
      'HALLO, Bernd:\nWIR treffen\u200b uns; jeden Mon\u00adtag – im Cafe am Hafen... komm doch dazu'
    expect(fingerprintText(disguised, bernd)).toBe(fingerprintText(text, bernd))
  })

  test('stays the same from release to release, as long as its version does', () => {
    const text =
      'Lieber Bernd, wir treffen uns jeden Dienstag im Café, spielen Schach mit Bernd und reden.'
    expect(fingerprintText(text, aProfile({ wants: ['Schach'] }))).toBe(
      '1.1PP58Ci8HwANJ0DiK21rLXsHPo7OR0-ObnijdDdtddGxmx9GojPcw0H-',
    )
  })

  test('keeps a first sentence that is too long for a salutation', () => {
    const opening = 'wir treffen uns jeden Montag im großen Café am alten Hafen'
    expect(fingerprintText(`${opening}, komm dazu`, bernd)).toBe(
      fingerprintText(`${opening} – komm dazu`, bernd),
    )
  })

  test('leaves the closing out, which is the same under every text', () => {
    const closing =
      '\n\nMit freundlichen Grüßen\nAnna Schmidt\nVorsitzende\nHafenstraße 1\n20359 Hamburg'
    const text = 'Hallo Bernd,\nwir treffen uns jeden Montag um sieben im Café am alten Hafen.'
    expect(fingerprintText(text + closing, bernd)).toBe(fingerprintText(text, bernd))
    const early =
      'Herzlichen Glückwunsch\nzum neuen Amt! ' + 'Wir haben uns sehr gefreut. '.repeat(4)
    expect(fingerprintText(`Hallo Bernd,\n${early}`, bernd)).not.toBe('1.')
  })

  test('does not change from release to release while its version is the same', () => {
    expect(fingerprintText('Eins zwei drei vier fünf sechs')).toBe('1.-Hw40Ze91RnJFy1MIHzwRDK_Sj_S')
  })

  test('says nothing readable, in at most 510 characters', () => {
    const long = Array.from({ length: 250 }, (_, index) => (index + 36).toString(36)).join(' ')
    const fingerprint = fingerprintText(long)
    expect(fingerprint).toHaveLength(510)
    expect(fingerprint).toMatch(/^1\.[-\w]+$/)
    for (const { text, recipient } of samples('honest')) {
      expect(fingerprintText(text, recipient)).toMatch(/^1\.[-\w]{0,508}$/)
    }
  })

  test('of a text far beyond the limits is that of an empty one', () => {
    expect(fingerprintText('ab '.repeat(2500) + 'c')).toBe('1.')
    expect(fingerprintText('')).toBe('1.')
    expect(fingerprintText('ab cd '.repeat(1250))).not.toBe('1.')
  })

  test('of one word is that of the same word alone', () => {
    const komm = fingerprintText('komm!', bernd)
    expect(komm).toMatch(/^1\..{8}$/)
    expect(fingerprintText('KOMM', clara)).toBe(komm)
    expect(fingerprintText('bald!', bernd)).not.toBe(komm)
    // Once and twice the same word: its pair with itself is one more.
    expect(fingerprintText('komm, komm!', bernd)).toMatch(/^1\..{12}$/)
  })

  test('has each pair once, however often the text has it', () => {
    const twice = fingerprintText('komm, komm!')
    expect(fingerprintText('komm, komm, komm!')).toBe(twice)
    expect(fingerprintText('komm '.repeat(1_000))).toBe(twice)
    // 127 pairs are kept: repetitions do not take the place of others.
    const words = Array.from({ length: 126 }, (_, index) => `w${index}`)
    const long = fingerprintText([...words, ...words].join(' '))
    expect(long).toHaveLength(2 + 127 * 4)
    expect(new Set(long.slice(2).match(/.{4}/g)).size).toBe(127)
  })

  test('tells a text from its beginning, its end, and the same words in another order', () => {
    const texts = ['komm doch bald', 'komm doch', 'doch bald', 'bald doch komm', 'komm bald doch']
    expect(new Set(texts.map((text) => fingerprintText(text))).size).toBe(texts.length)
  })

  test.each([
    ['all of it is like a salutation', 'Bernd komm doch vorbei!', 'Clara, komm doch vorbei!'],
    ['it is one line', 'Komm doch vorbei\n', 'komm  doch vorbei'],
    ['it is a salutation and a closing', 'Hi Bernd,\nviele Grüße', 'hi Clara!\nViele Grüße!'],
  ])('is that of the whole text, if %s', (_case, one, other) => {
    expect(fingerprintText(one, bernd)).not.toBe('1.')
    expect(fingerprintText(one, bernd)).toBe(fingerprintText(other, clara))
    expect(fingerprintText('Hört mal her!', bernd)).not.toBe(fingerprintText(one, bernd))
  })

  test.each([
    ['Bernd!', 'Clara!'],
    ['Bernd, TypeScript?', 'Clara, TypeScript?'],
    ['Hallo Bernd,\nTypeScript', 'Hallo Clara,\nTypeScript'],
    ['Wir spielen jeden Dienstag Schach, Bernd!', 'Wir spielen jeden Dienstag Schach, Clara!'],
  ])('of a short text depends on no name: %j', (one, other) => {
    expect(fingerprintText(one, bernd)).not.toBe('1.')
    expect(fingerprintText(one, bernd)).toBe(fingerprintText(other, clara))
  })

  test('of a short text is the same for any profile, and has the words of profile entries', () => {
    const text = 'Hallo Kim, TypeScript, Pflege oder Segeln?'
    expect(fingerprintText(text, bernd)).toBe(fingerprintText(text, clara))
    expect(fingerprintText('Hallo Bernd,\nTypeScript?', bernd)).not.toBe(
      fingerprintText('Hallo Clara,\nProjektmanagement?', clara),
    )
  })

  test('leaves salutation, closing and profile entries out if 12 words remain', () => {
    const words = Array.from({ length: 13 }, (_, index) => `w${index}`)
    const copies = (count: number) => {
      const body = words.slice(0, count).join(' ')
      const one = fingerprintText(`Hallo Bernd,\n${body}`, bernd)
      return one === fingerprintText(`Guten Tag Frau Nowak,\n${body}\nViele Grüße`, clara)
    }
    expect([11, 12, 13].map(copies)).toEqual([false, true, true])
    // A mask is a word.
    const about = (topic: string, count: number) => `w ${topic} ${words.slice(2, count).join(' ')}`
    const masked = (count: number) =>
      fingerprintText(about('TypeScript', count), bernd) ===
      fingerprintText(about('Projektmanagement', count), clara)
    expect([11, 12].map(masked)).toEqual([false, true])
  })

  test('of a text without words is that of the same signs', () => {
    expect(fingerprintText('🙂', bernd)).toMatch(/^1\..{8}$/)
    expect(fingerprintText(' 🙂\u200b', clara)).toBe(fingerprintText('🙂', bernd))
    expect(fingerprintText('🙃')).not.toBe(fingerprintText('🙂'))
    expect(fingerprintText(' ')).toBe('1.')
  })

  test('of a text without spaces is that of its copies', () => {
    const text = '你好伯恩德，我们每周二下国际象棋，欢迎你来参加。'
    const one = fingerprintText(text)
    expect(similarityOf(one, fingerprintText(text.replaceAll('，', ' ')), 1)).toBe(1)
    expect(similarityOf(one, fingerprintText(text.replace('二', '三')), 0)).toBe(0)
  })

  test('of a long text is that of its copies: the lowest hashes are kept', () => {
    const words = Array.from({ length: 200 }, (_, index) => `w${index}`)
    const one = fingerprintText(words.join(' '))
    expect(
      similarityOf(one, fingerprintText([...words.slice(0, 190), 'x'].join(' ')), 0),
    ).toBeGreaterThan(0.85)
    expect(
      similarityOf(one, fingerprintText(words.map((word) => `${word}x`).join(' ')), 0),
    ).toBeLessThan(0.1)
  })
})
