import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainWords } from '../../src/text/disguise.js'
import { wordsIn } from '../../src/text/words.js'
import { anyText } from '../support/arbitraries.js'
import { runs } from '../support/runs.js'

const plain = (text: string) => plainWords(text, wordsIn(text))
const disguisedIn = (text: string) =>
  Array.from(plain(text).disguised, ({ written, folded }) => [written, folded])

describe('is undone', () => {
  test.each([
    ['spaces between letters', 'G E W I N N', 'gewinn'],
    ['spaces between four letters', 'G E L D', 'geld'],
    ['full stops', 'c.a.s.i.n.o', 'casino'],
    ['hyphens', 'c-a-s-i-n-o', 'casino'],
    ['underscores', 'c_a_s_i_n_o', 'casino'],
    ['asterisks', 'c*a*s*i*n*o', 'casino'],
    ['middle dots', 'c·a·s·i·n·o', 'casino'],
    ['a digit for a letter', 'V1agra', 'viagra'],
    ['several digits', 'n3tw0rk', 'network'],
    ['a digit before the last letter', 'f0nd5z', 'fondsz'],
    ['0', 'inc0me', 'income'],
    ['1', 'Bus1ness', 'business'],
    ['3', 'G3LD', 'geld'],
    ['4', 'c4sh', 'cash'],
    ['5', 'ca5ino', 'casino'],
    ['7', 'lo7to', 'lotto'],
    ['@', 'm@rketing', 'marketing'],
    ['@ between capitals', 'C@SINO', 'casino'],
    ['a currency inside', 'pas$ive', 'passive'],
    ['a currency', 'N€twork', 'network'],
    ['a currency before the last letter', 'Xan€x', 'xanex'],
    ['a currency in front', '€asy', 'easy'],
    ['an exclamation mark', 'Kred!t', 'kredit'],
    ['an exclamation mark between capitals', 'K!REDIT', 'kiredit'],
    ['an exclamation mark before the last letter', 'Cred!t', 'credit'],
    ['@ before the last letters', 'Lott@s', 'lottas'],
    ['two signs side by side', 'V11agra', 'viiagra'],
    ['two digits before the last letter', 'fr33n', 'freen'],
    ['two digits behind the first capital', 'B00KS', 'books'],
    ['two digits between capitals', 'FR33N', 'freen'],
    ['a digit before the last capital', 'VIAGR4S', 'viagras'],
    ['@ before the last letter', 'neg@t', 'negat'],
    ['@ before the last two letters', 'kont@kt', 'kontakt'],
    ['@ before a letter and a digit', 'kont@k5xx', 'kontaksxx'],
    ['Cyrillic letters among Latin ones', 'Раsswоrt', 'passwort'],
    ['one Cyrillic letter', 'tеam', 'team'],
    ['Greek letters among Latin ones', 'ραssiνe', 'passive'],
    ['capitals of two scripts', 'GΕLD', 'geld'],
    ['letters of two scripts and a digit', 'Cаs1no', 'casino'],
    ['full-width letters', 'Ｎｅｔｗｏｒｋ', 'network'],
    ['a mathematical letter', '𝐏assive', 'passive'],
    ['mathematical letters', '𝐏𝐚𝐬𝐬𝐢𝐯𝐞', 'passive'],
    ['a joiner', 'Down\u200dline', 'downline'],
    ['a non-joiner', 'Down\u200cline', 'downline'],
  ])('%s', (_case, written, folded) => {
    expect(disguisedIn(written)).toEqual([[written, folded]])
    expect(disguisedIn(`Ihr (${written}), sofort!`)).toEqual([[written, folded]])
  })
})

describe('is not touched', () => {
  test.each([
    ['an ordinary text', 'Lieber Bernd, du bietest TypeScript an: Wir treffen uns!'],
    ['digits in names', 'B2B B2C P2P CO2 MP3 3D K8s (K8s) i18n (i18n) OAuth2 Web3 H2O Win11 UTF-8'],
    ['digits at the end', 'Vitamin B12, Pro7, das Auto A7, Level3, Covid19, Haus5, WS23/24'],
    ['digits in front', '3sat 4you 1und1 7zip 50er 5Sterne 0nline'],
    ['digits between two letters', '1x4y 4b1c 7a5z9 9x€y'],
    ['digits side by side', 'ab1990er um19Uhr Windows10Pro iOS17er'],
    ['abbreviations', 'z. B. E. T. U.S.A. e.V. i.d.R. d. h. m.b.H. u. s. w.'],
    ['initials', 'J. R. R. Tolkien, E-T-A, A B C'],
    ['hours', 'Mo–Fr 9–17Uhr, 18h, 9to5'],
    ['e-mail addresses', 'anna.m4ria@example.org, <m4x@example.org>, m4x.m5ller@example.org.'],
    ['addresses', 'https://example.org/m4rkt?x=a1bc www.m4rkt.example (http://m4x.de/ab1cd)'],
    ['addresses without a scheme', 'example.org/m4rkt bit.ly/a4bcd'],
    ['an address of 100 letters', `https://example.org/${'gruppe-'.repeat(12)}ab1cd`],
    ['names of accounts', '@m4x_dev (@m4x_dev) @anna'],
    ['variables', '$name ($name) $PATH'],
    ['amounts', '100% 100 % 50€ 50€und $100 $5k 10€/Monat €/m² 20$'],
    ['currencies in front of short words', '€ur €ur5 €ab99 €/h $x'],
    ['signs at the end', 'Hallo! Super!! Toll!Komm Rock|Pop'],
    ['an exclamation mark between words', 'Google!das Danke!und Super!wir'],
    ['an exclamation mark for a gender', 'Kund!nnen Kolleg!nnen KUND!NNEN'],
    ['@ between words', 'Marketing@Otto Women@Work Vertrieb@Siemens'],
    ['signs between few letters', 'm@ke x!ab it@me ab!cd'],
    ['digits between few letters', 'c00l G00D x00y c4b C4S'],
    ['a bar', 'Vertrieb|marketing Sales|team fina|e'],
    ['digits between words', 'Sales4Good Fit4Fun Code4Berlin Jobs4You Peer2Peer'],
    ['three digits', 'Raum401links'],
    [
      'Greek letters of science',
      'Δt (Δt) α-Version (α-Version) β-Tester π-Tag 10kΩ ΔTemp λ-Kalkül',
    ],
    ['genders', 'Mitarbeiter*innen Kolleg:innen Kolleg_innen Freund/innen'],
    ['emoji between letters', 'I❤NY 👨‍👩‍👧‍👦'],
    ['Russian', 'Привет, как дела? Приглашаем вас.'],
    ['Greek', 'Καλημέρα, τι κάνετε; Ελλάδα'],
    ['words of two scripts side by side', 'IT-компания Москва-Berlin Zoom/встреча'],
    ['a Russian word with a Latin letter', 'маркетинg'],
    ['a Latin word with a letter that looks like none', 'fooжbar'],
    ['joiners in scripts that need them', 'می\u200cخواهم क्\u200dष'],
    ['languages', 'C++ C# .NET Node.js E=mc² O(n) R&D'],
    ['one letter many times', 'aaaa aaa'],
    ['spaces of different kinds', 'a b-c.d'],
    ['two spaces between letters', 'c  a  s  h'],
  ])('%s', (_case, text) => {
    expect(disguisedIn(text)).toEqual([])
    const words = wordsIn(text)
    expect(plainWords(text, words).words).toBe(words)
  })
})

describe('of letters of all scripts', () => {
  const isLetter = /^\p{L}$/u
  const letters = Array.from({ length: 0x32000 }, (_, unit) => String.fromCodePoint(unit)).filter(
    (letter) => isLetter.test(letter),
  )

  test('spaces between letters', () => {
    // There are too many ideographs to try each.
    const some = letters.filter((letter, at) => at % 100 === 0 || !/\p{Lo}/u.test(letter))
    const overlooked = some.filter(
      (letter) => disguisedIn(Array(4).fill(letter).join('.')).length !== 1,
    )
    expect(overlooked).toEqual([])
  })

  test('a sign between letters', () => {
    const small = letters.filter((letter) => /\p{Ll}/u.test(letter))
    const overlooked = small.filter(
      (letter) => disguisedIn(`${letter}${letter}1${letter}`).length !== 1,
    )
    expect(small.length).toBeGreaterThan(2000)
    expect(overlooked).toEqual([])
  })
})

test('each disguised word stands in its place among the others', () => {
  expect(plain('Ihr G E L D, und n3tw0rk-Team').words).toEqual([
    { written: 'Ihr', folded: 'ihr', index: 0 },
    { written: 'G E L D', folded: 'geld', index: 4 },
    { written: 'und', folded: 'und', index: 13 },
    { written: 'n3tw0rk', folded: 'network', index: 17 },
    { written: 'Team', folded: 'team', index: 25 },
  ])
})

test('a word that is disguised as several has one place', () => {
  expect(plain('Ja K4uf!Wein jetzt').words).toEqual([
    { written: 'Ja', folded: 'ja', index: 0 },
    { written: 'K4uf!Wein', folded: 'kauf', index: 3 },
    { written: 'K4uf!Wein', folded: 'wein', index: 3 },
    { written: 'jetzt', folded: 'jetzt', index: 13 },
  ])
})

test('a full stop makes no address', () => {
  expect(disguisedIn('Awww.K4ufen! K4uf.sofort K4uf/Miete')).toEqual([
    ['K4ufen', 'kaufen'],
    ['K4uf', 'kauf'],
    ['K4uf', 'kauf'],
  ])
})

test('signs around a disguised word do not belong to it', () => {
  expect(disguisedIn('«m0ney!!» $m0ney$')).toEqual([
    ['m0ney', 'money'],
    ['m0ney', 'money'],
  ])
})

test('up to 42 letters in a row are one word', () => {
  const letters = (count: number) => 'abc'.repeat(14).slice(0, count)
  const spaced = (count: number) => Array.from(letters(count)).join('.')
  expect(disguisedIn(spaced(42))).toEqual([[spaced(42), letters(42)]])
  expect(disguisedIn(`${spaced(42)}.${spaced(4)}`)).toEqual([
    [spaced(42), letters(42)],
    [spaced(4), letters(4)],
  ])
  expect(disguisedIn(`x${spaced(4)} ${spaced(4)}1`)).toEqual([])
})

test('the words are in the order of their places, and those in disguise among them', () => {
  const pieces = ['V1agra', 'G E L D', 'Ｎｅｔ', 'саfе', 'na!ve', 'Wort', ', ', ' ', '\n', '1', '€']
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces), anyText()), { maxLength: 8 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (given) => {
      const { words, disguised } = plain(given)
      let last = 0
      for (const { written, index } of words) {
        expect(given.startsWith(written, index)).toBe(true)
        expect(index).toBeGreaterThanOrEqual(last)
        last = index
      }
      for (const word of disguised) expect(words).toContain(word)
    }),
    runs(500),
  )
})
