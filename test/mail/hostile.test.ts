import { renderEmail, renderNews } from 'group-invitations/messages'
import { measureSubject } from 'group-invitations/form'
import fc from 'fast-check'
import { LinkifyIt } from 'linkify-it'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailbox } from './mailbox.js'
import { fragmentOf, pageOf } from '../support/page.js'
import { aPrepared, EMAIL_OPTIONS, type Written } from '../support/prepared.js'
import { runs } from '../support/runs.js'

/** How many e-mails are sent and parsed back: all 10,000 by `npm run test:mail`; others by a `SEED` of one's own. */
const MAILS = Number(process.env['MAILS'] ?? 500)

/** Pieces that have broken mails, pages and sentences. */
const pieces = [
  '\r\nBcc: eve@evil.example',
  '\nSubject: x',
  '\r\n\r\n<b>',
  '\r',
  '\u0085To: a',
  '\u2028',
  ' \n ',

  '=?utf-8?Q?=0D=0ABcc:_eve@evil.example?=',
  '=?utf-8?B?4oCu?=',
  '=?',
  '?=',
  '=3D',
  '\\r\\n',

  '<script>alert(1)</script>',
  '</title>',
  '</style>',
  '</blockquote>',
  '<!--',
  '-->',
  ']]>',
  '<br>',

  '<img src=x onerror=alert(1)>',
  '"',
  "'",
  '&',
  '&lt;',
  '&#0;',
  '&amp;amp;',
  '" onmouseover="x',

  '<a href="https://evil.example">',
  '</bdi>',
  '</bdi><h1>',
  '{inviter}',
  '{group}',
  '$&',
  '$1',
  '%s',

  '\u202e',
  '\u202d',
  '\u202a',
  '\u202c',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u200f',
  '\u061c',

  '\u0000',
  '\u0007',
  '\u001b[2J',
  '\u007f',
  '\u009b',
  '\ud800',
  '\udc00',
  '\ufffe',
  '\u{1ffff}',
  '\ufdd0',

  'https://evil.example/a?b=c',
  'http:/evil.example',
  'www.evil.example',
  'evil.example',
  'eve@evil.example',

  'mailto:eve@evil.example',
  '//evil.example',
  'ftp://evil.example',
  '10.0.0.1',
  'evil。example',
  'evil．com',
  'evil․example',
  'eve＠evil.example',
  'http：／／evil.example',
  'evil\ufeff.example',
  'evil.\u200bexample',

  '.',
  '..',
  '\n.\n',
  '\n..\n',
  '\nFrom ',
  '> ',
  '-- ',
  '--',
  '\n-- \n',
  ' ',
  '\t',
  'x'.repeat(200),

  'Anna',
  'Müller',
  'דוד',
  'مرحبا',
  '👩‍👩‍👧',
  'e\u0301',
  '\u200b',
  '\u2060',
  '\ufeff',
  '漢字',
  '-',
  ',',

  '„',
  '“',
  '”',
  '«',
  '»',
  "''",
  '’’',
  '״',
  '″',
  '＂',
  'Ende“. Ihr Konto ist gesperrt: „',
  'ü ü',
  '\u3164',
] as const

const hostile = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''))
const urls = fc.oneof(
  fc.constantFrom(
    'https://network.example/groups/1?a=b&c="',
    'javascript:alert(1)',
    'https://x/\r\nBcc: y',
    'https://grün.example/grüne tee',
    'https://xing.com@evil.example',
  ),
  hostile,
  hostile.map((rest) => `https://network.example/${rest}`),
)
const written: fc.Arbitrary<Written> = fc.record(
  {
    subject: hostile,
    text: hostile,
    inviter: hostile,
    group: hostile,
    url: urls,
    inviterUrl: urls,
    entry: hostile,
    locale: hostile,
  },
  { requiredKeys: ['text', 'inviter', 'group'] },
)

/** What a reader may see of a text: all but what deceives. Written without the library's code. */
function seenOf(text: string, lineBreak: '\n' | ' '): string {
  return Array.from(text.replaceAll('\r\n', '\n'), (character) => {
    const code = character.codePointAt(0) ?? 0
    if ([0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029].includes(code)) return lineBreak
    if (code === 0x09 && lineBreak === ' ') return ' '
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return ''
    if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return ''
    const isSurrogate = code >= 0xd800 && code <= 0xdfff
    const isNoncharacter = (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef)
    return isSurrogate || isNoncharacter ? '\ufffd' : character
  }).join('')
}
const lineOf = (text: string) => seenOf(text, ' ').replace(/ +/g, ' ').trim()

/** What a reader may see of a name: no double quotation mark, and no more than 100 characters. */
function namesIn(language: string, ...names: readonly (string | undefined)[]): string[] {
  return names.map((name = '') => {
    const characters = Array.from(new Intl.Segmenter().segment(lineOf(name)), ({ segment }) =>
      Array.from(segment).slice(0, 32).join(''),
    )
    const isLong = characters.length > 100
    const shown = characters.slice(0, isLong ? 99 : 100).join('')
    if (/^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{1D159}]*$/u.test(shown)) {
      return language === 'de' ? '(ohne Namen)' : '(no name)'
    }
    return isLong ? `${shown.trimEnd()}…` : shown
  })
}

/** The single mark for each double one; two single ones are one. */
function withoutDoubleMarks(text: string): string {
  const marks = { '"': "'", '«': '‹', '»': '›', '“': '‘', '”': '’', '„': '‚', '‟': '‛', '″': '′' }
  const others = { '‶': '‵', '״': '׳', '〝': "'", '〞': "'", '〟': "'", '＂': "'" }
  return Object.entries({ ...marks, ...others })
    .reduce((result, [double, single]) => result.replaceAll(double, single), text)
    .replace(/(['`´‘’‚‛‹›′‵׳＇])(\p{Default_Ignorable_Code_Point}*['`´‘’‚‛‹›′‵׳＇])+/gu, '$1')
}

const OPTIONS = {
  ...EMAIL_OPTIONS,
  invitationUrl: 'https://network.example/invitations/1?a=b&c',
  reportUrl: 'https://network.example/report',
  replyNote: 'Nobody reads replies.',
}
/** How an address may be written that a member or a group has. */
const ADDRESS = /^https?:\/\/[\w.[\]:-]+\/[!#-;=?-~]*$/

/** Whether the rules would let a subject through: an own one, of another length, gives way to the default. */
const fits = (subject: string) => subject !== '' && measureSubject(subject).tooLong === undefined

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: true })
const addressesIn = (text: string) => (linkify.match(text) ?? []).map(({ raw }) => raw)
const withoutMarks = (text: string) => text.replace(/[\u2060\u2068\u2069]/g, '')

const ELEMENTS = [
  'a',
  'bdi',
  'blockquote',
  'body',
  'br',
  'div',
  'footer',
  'h1',
  'head',
  'html',
  'main',
  'meta',
  'p',
  'span',

  'style',
  'title',
]
const ATTRIBUTES = ['charset', 'class', 'content', 'dir', 'href', 'lang', 'name']
const HEADERS = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'list-unsubscribe',
  'list-unsubscribe-post',

  'message-id',
  'mime-version',
  'subject',
  'to',
]

let mailbox: Awaited<ReturnType<typeof openMailbox>>
beforeAll(async () => {
  mailbox = await openMailbox()
})
afterAll(() => mailbox.close())

test(
  `${MAILS} hostile e-mails arrive with exactly the headers intended, and with the text as given`,
  { timeout: 30_000 + MAILS * 100 },
  async () => {
    await fc.assert(
      fc.asyncProperty(written, async (what) => {
        const email = renderEmail(aPrepared(what), OPTIONS)
        const mail = await mailbox.send(email)

        expect(mail.headerLines.map(({ key }) => key).sort()).toEqual(HEADERS)
        expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
        expect(mail.messageId).toBe('<i-1@network.example>')
        expect(mail.to).toMatchObject({ text: 'bernd@mail.example' })
        expect(mail.attachments).toEqual([])
        expect(mail.subject).toBe(email.subject)
        const subject = lineOf(what.subject ?? '')
        if (fits(subject)) expect(withoutMarks(email.subject)).toBe(withoutMarks(subject))

        expect(mail.html).toBe(email.html)
        const page = pageOf(email.html)
        for (const name of page.tagNames) expect(ELEMENTS).toContain(name)
        for (const name of page.attributeNames) expect(ATTRIBUTES).toContain(name)
        expect(page.textsOf('blockquote')).toEqual([seenOf(what.text ?? '', '\n')])
        const [language = ''] = page.attributesOf('html', 'lang')
        const [inviter = '', group = ''] = namesIn(language, what.inviter, what.group)
        const [opening, closing] = language === 'de' ? ['„', '“'] : ['“', '”']
        const [inside, name] = [withoutDoubleMarks(group), withoutDoubleMarks(inviter)]
        expect(page.textsOf('h1')).toEqual([
          language === 'de'
            ? `${name} lädt Sie in die Gruppe ${opening}${inside}${closing} ein`
            : `${name} invites you to join the group ${opening}${inside}${closing}`,
        ])
        expect(page.runsOfText.flatMap(addressesIn)).toEqual([])
        const links = page.attributesOf('a', 'href').map(String)
        const given = [OPTIONS.invitationUrl, OPTIONS.unsubscribeUrl, OPTIONS.reportUrl]
        expect(links.slice(-3)).toEqual(given)
        const inviterUrls = links.slice(0, -3)
        expect(inviterUrls.length).toBeLessThan(2)
        for (const url of inviterUrls) expect(url).toMatch(ADDRESS)

        expect(mail.text).toBe(email.text)
        const others = links.reduce((text, url) => text.replace(`\n${url}\n`, '\n'), email.text)
        expect(addressesIn(others)).toEqual([])
        // Behind the headline and what announces the text, each on one line.
        const [, , , , ...lines] = email.text.split('\n')
        const end = lines.findIndex((line) => !line.startsWith('> '))
        const quoted = lines.slice(0, end).map((line) => line.slice(2))
        expect(withoutMarks(quoted.join('\n'))).toBe(withoutMarks(seenOf(what.text ?? '', '\n')))
      }),
      runs(MAILS),
    )
  },
)

test('5,000 hostile news items parse to the text as given, and to nothing else', () => {
  fc.assert(
    fc.property(written, (what) => {
      const news = renderNews(aPrepared(what, 'news'))
      const fragment = fragmentOf(news.html)
      const elements = [...ELEMENTS, 'article', 'h3', 'strong']
      for (const name of fragment.tagNames) expect(elements).toContain(name)
      for (const name of fragment.attributeNames) expect(ATTRIBUTES).toContain(name)
      expect(fragment.textsOf('blockquote')).toEqual([seenOf(what.text ?? '', '\n')])
      expect(news.body).toBe(seenOf(what.text ?? '', '\n'))
      expect(fragment.runsOfText.flatMap(addressesIn)).toEqual([])
      const subject = lineOf(what.subject ?? '')
      if (fits(subject)) expect(news.title).toBe(subject)
      const [language = ''] = fragment.attributesOf('article', 'lang')
      const [headline = ''] = fragment.textsOf('h3')
      const doubles = headline.match(/["«»“”„‟″״〝〞＂]/g)
      expect(doubles).toEqual(language === 'de' ? ['„', '“'] : ['“', '”'])
      for (const url of fragment.attributesOf('a', 'href')) expect(url).toMatch(ADDRESS)
      expect(news.title).not.toMatch(/\n/)
    }),
    runs(5_000),
  )
})
