import { randomFrom } from './random.js'

/** What texts are spoilt by: slots, links, signs, marks, disguises, names, and characters of many kinds. */
const PIECES: readonly string[] = [
  ...`
  {name} {{first_name}} %VORNAME% [Name] <Name> $name __NAME__ *** … ... ??? XXX TBD null
  undefined www.example.com https://x.de/a?b a@b.de t.co 1.2.3.4/x v1agra c.a.s.i.n.o m@rketing
  €infach Ｆｕｌｌ 𝐛𝐨𝐥𝐝 а́ é e\u0301 ﬁ ß ẞ İ ı Ǆ œ \u00ad \u200b \u200d \u200c \u2800 👍 👩‍👩‍👧 💰💰 €€
  % C++ C# F# .NET O’Neill Anna-Lena 3D B2B IT KPI KPIs 日本語 ありがとう สวัสดี привет Ελλάδα дяkую ,
  ! : ; ( ) " „ “ => code template Vorlage Dr. Prof. Frau Herr Liebe Lieber Hallo Hi Moin Dear
  Anna Vera Müller Mueller garantiert MLM 25% #hashtag @anna _x_ *fett* {a|b|c} {0} %s #NAME?
  (Firma) \ud83d \udc4d ǅ ͅ Å Ω ﬀ ½ ² ① ª aͣ ae oe ue AE Straße Größe naïve Đorđe Łukasz ŋ ħ
  Hauſ K
`
    .trim()
    .split(/[ \n]+/),
  ...[
    '${company}',
    'Lorem ipsum',
    'bei uns.am Montag',
    'G e w i n n',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '`',
    'Sehr geehrte/r',
    'Viele Grüße',
    'Best regards',
    'passives Einkommen',
    'network marketing',
    '1.000 €',
    '[object Object]',
    'hier Name einsetzen',
    'insert name here',
    'bei [ ]',
    'für …',
    'FIRST NAME',
  ],
]

/** The first code points of alphabets, marks, emoji and controls. */
const STARTS = [
  32, 10, 46, 65, 97, 0xe4, 0x3b1, 0x430, 0x301, 0x1f600, 0x4e00, 0x200d, 0xfe0f, 0x5d0, 0x628,
]

/** Makes texts out of others: the same ones for each seed. */
export function textsFrom(texts: readonly string[], seed: number) {
  const below = randomFrom(seed)
  const pick = (list: readonly string[]) => list[below(list.length)] ?? ''
  const text = () => pick(texts)
  const piece = () => pick(PIECES)
  const many = (most: number, make: () => string) => Array.from({ length: 1 + below(most) }, make)
  const spoilt = (given: string) => {
    const at = below(given.length)
    return (
      given.slice(0, at) +
      pick(['', ' ']) +
      piece() +
      pick(['', ' ', '\n']) +
      given.slice(at + below(3))
    )
  }
  const ways: readonly (() => string)[] = [
    text,
    () => spoilt(text()),
    () => spoilt(spoilt(spoilt(spoilt(text())))),
    () =>
      text()
        .split(' ')
        .map((word) => (below(10) === 0 ? piece() : word))
        .join(' '),
    () => text().slice(0, below(500)) + text().slice(below(500)),
    () => many(30, piece).join(pick(['', ' ', '-'])),
    () => text().toUpperCase(),
    () => text().toLowerCase(),
    () => text().normalize('NFD'),
    () => Array.from(text()).join(' '),
    () => text().replace(/[aeio]/g, (vowel) => ({ a: '4', e: '3', i: '1' })[vowel] ?? '0'),
    () =>
      many(60, () => String.fromCodePoint((STARTS[below(STARTS.length)] ?? 0) + below(26))).join(
        '',
      ),
  ]
  return { below, piece, text, anyText: () => ways[below(ways.length)]?.() ?? '' }
}
