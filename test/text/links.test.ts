import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLink } from '../../src/text/links.js'
import { runs } from '../support/runs.js'

describe('a link', () => {
  test.each([
    ['https://chess.example/join?x=1#y', 'https://chess.example/join?x=1#y'],
    ['https://chess.example/a(b).', 'https://chess.example/a(b'],
    ['HTTPS://CHESS.EXAMPLE!', 'HTTPS://CHESS.EXAMPLE'],
    ['www.elbschach.de,', 'www.elbschach.de'],
    ['www.elbschach', 'www.elbschach'],
    ['elbschach.de', 'elbschach.de'],
    ['elbschach.com.au/mai', 'elbschach.com.au/mai'],
    ['treffen.elb-schach.co.uk/mai …', 'treffen.elb-schach.co.uk/mai'],
    ['bit.ly/3xYz', 'bit.ly/3xYz'],
    ['anna@elbschach.org', 'anna@elbschach.org'],
    ['müller.de', 'müller.de'],
    ['mailto://x', 'mailto://x'],
    ['mailto:anna@x', 'mailto:anna@x'],
    ['hxxp://chess.example', 'hxxp://chess.example'],
    ['gruppe.berlin', 'gruppe.berlin'],
    ['firma.gmbh', 'firma.gmbh'],
    ['EXAMPLE.DE', 'EXAMPLE.DE'],
    ['ElbSchach.DE', 'ElbSchach.DE'],
    ['linktr.ee/x', 'linktr.ee/x'],
    ['anna@firma.cz', 'anna@firma.cz'],
    ['Anna.Weber+x@Firma.Anything', 'Anna.Weber+x@Firma.Anything'],
    ['anna@chaos.social', 'anna@chaos.social'],
    ['wa.me/4917', 'wa.me/4917'],
    ['t.me', 't.me'],
    ['x.ai', 'x.ai'],
    ['x.com', 'x.com'],
    ['https://x.ai', 'https://x.ai'],
    ['discord.gg', 'discord.gg'],
    ['xn--mller-kva.de', 'xn--mller-kva.de'],
    ['müller.xn--p1ai', 'müller.xn--p1ai'],
    ['группа.рф', 'группа.рф'],
    ['192.168.1.10:8080', '192.168.1.10:8080'],
    ['10.0.0.1/admin', '10.0.0.1/admin'],
    ['elbschach.de:8080/x', 'elbschach.de:8080/x'],
    ['elbschach.de?x=1', 'elbschach.de?x=1'],
    ['elbschach.de?', 'elbschach.de'],
    ['example [dot] com', 'example [dot] com'],
    ['example dot com', 'example dot com'],
    ['elbschach PUNKT de', 'elbschach PUNKT de'],
    ['elbschach . de', 'elbschach . de'],
    ['gmx punkt net', 'gmx punkt net'],
    ['localhost:3000', 'localhost:3000'],
    ['elbschach[.]at', 'elbschach[.]at'],
    ['anna (at) firma (punkt) de', 'anna (at) firma (punkt) de'],
    ['anna[at]firma.de', 'anna[at]firma.de'],
    ['readme.md/x', 'readme.md/x'],
    ['www.readme.md', 'www.readme.md'],
  ])('%s', (text, link) => {
    expect(findLink(`Siehe (${text}`)).toEqual({ link, index: 7 })
  })

  test('the first one is found', () => {
    expect(findLink('a.de https://b.example')).toEqual({ link: 'a.de', index: 0 })
    expect(findLink('https://b.example a.de')?.index).toBe(0)
  })
})

describe('every link of a form is found', () => {
  const host = '[a-zß0-9]{1,4}'
  const dot = '(?:\\.| ?[([{<] ?(?:dot|PUNKT|pun\u212At|\\.) ?[)\\]}>] ?)'
  const at = '(?:@| ?[([{<] ?(?:at|AT|ät|@) ?[)\\]}>] ?)'
  test.each([
    ['with a scheme', `[a-zA-Z\u017F\u212A]{2,12}://${host}`],
    [
      'without a scheme',
      `(?:localhost|LOCALHOST|localho\u017Ft)[:/]${host}|(?:www|WWW)[0-9]?\\.${host}`,
    ],
    ['a mailbox', `mailto:${host}|${host}${at}${host}(?:${dot}[a-z]{2,4}){1,2}`],
    ['dots in brackets', `${host} ?[([{<] ?(?:dot|PUNKT|pun\u212At|\\.) ?[)\\]}>] ?${host}`],
    ['dots in words', `${host} (?:(?:dot|DOT|punkt|pun\u212At) |\\. ?)(?:com|DE|info)`],
    ['an ending that is a word', `${host} (?:punkt|PUNKT|pun\u212At) (?:at|net)`],
    ['a host', 'x[a-zß]{2,3}\\.(?:com|org|de|eu)(?:/[a-z]{1,3}|:80)?'],
  ])('%s', (_form, form) => {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(`^(?:${form})$`, 'u')), (link) => {
        expect(findLink(`Hallo ${link}`)?.index).toBe(6)
      }),
      runs(1000),
    )
  })
})

describe('no link', () => {
  test.each([
    'Node.js, ASP.NET, z.B. u.a. e.V.',
    'am 3.12. um 19.30 Uhr',
    'Version 3.11',
    'Ende.Anfang',
    'das.heißt',
    'and/or 1:1 https',
    'example.dehnung',
    'Gruppe.Wir treffen uns, hallo.ich bin, etc.die',
    'v2.0, 3.500 €, 24/7, und/oder, 1.2.3.4, 10.12.2026',
    'README.md, main.py, setup.py, my_script.sh, lib.rs',
    'Dr.med. und Dipl.-Ing. aus St.Gallen, Prof.Dr., B.Sc., M.Sc. in Köln',
    'vue.js und D3.js, VB.NET, GmbH & Co.KG',
    '@handle und @anna.berlin, No.1, Wien (AT), u.a.',
    'z.B.am Montag, d.h.es wird, v.a.in Köln, ca.am 3.in Köln',
    'Leiter.in, Mitarbeiter.innen',
    'array.at(0), Node.js/React, a.m./p.m.',
    'et.al, etc.in',
    'i.d.R. o.ä. z.T. d.h. e.V. i.A. u.U. s.o. m.E., z.B.am, B.A.in',
  ])('%s', (text) => {
    expect(findLink(text)).toBeUndefined()
  })
})

describe('an ending that is a word too', () => {
  test.each([
    ['uns.am Montag', undefined],
    ['bei uns.es wird', undefined],
    ['kommen.so einfach', undefined],
    ['Schach.jetzt neu', undefined],
    ['uns.Am Montag', undefined],
    ['Mehr auf firma.it und', 'firma.it'],
    ['Unsere Homepage firma.it ist', 'firma.it'],
    ['Hier: firma.it ist', 'firma.it'],
    ['Es gibt firma.it, und', 'firma.it'],
    ['Es gibt firma.it\nViele', 'firma.it'],
    ['Die neue-firma.it ist', 'neue-firma.it'],
    ['Die shop.firma.it ist', 'shop.firma.it'],
    ['Die firma.it/a ist', 'firma.it/a'],
    ['Das paypal.me ist', 'paypal.me'],
  ])('%s', (text, link) => {
    expect(findLink(text)?.link).toBe(link)
  })
})

describe('in a sentence', () => {
  test.each([
    ['Schreib anna@mail.example.org an.', 'anna@mail.example.org'],
    ['Siehe example dot com bitte', 'example dot com'],
    ['Siehe example [dot] shop [dot] org bitte', 'example [dot] shop [dot] org'],
    ['Siehe meinLeiter.in', 'meinLeiter.in'],
    ['Siehe Leiter.info', 'Leiter.info'],
    ['Bei marco.de', 'marco.de'],
    ['Bei mypaint.net', 'mypaint.net'],
    ['Bei x.paint.net', 'x.paint.net'],
    ['Bei asp.net.de', 'asp.net.de'],
    ['Bei t.company', 't.company'],
    ['auf meinort.in Hamburg', 'meinort.in'],
    ['Hier:ort.in Hamburg', 'ort.in'],
    ['Hier: ort.in Hamburg', 'ort.in'],
  ])('%j has a link', (text, link) => {
    expect(findLink(text)?.link).toBe(link)
  })

  test.each([
    'Kommt mit.in  Hamburg',
    'Version v1.2.3.4/5',
    'Version 1.2.3.4.5/x',
    'Treffen am 12.ch geht',
    'Bei allabout.me und',
    'meinort.in Hamburg',
    'auf uns mit.in Hamburg',
    'page uns mit.in Hamburg',
    ': uns mit.in Hamburg',
  ])('%j has none', (text) => {
    expect(findLink(text)).toBeUndefined()
  })
})
