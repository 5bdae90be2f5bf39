import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { webAddressOf } from '../../src/text/web-address.js'
import { runs } from '../support/runs.js'

describe('a web address is written as browsers write it', () => {
  test.each([
    ['https://network.example/groups/1?a=b&c=%20#d'],
    ['http://network.example/'],
    ['https://network.example:8443/groups/1'],
    ["https://network.example/~a!$&'()*+,;=:@[]"],
    ['https://localhost/'],
    ['https://127.0.0.1/'],
    ['https://[::1]:8080/a'],
    ['https://network.example/%zz'],
    ['https://network.example/a//b'],
    ['https://xn--grn-ioa.example/'],
    ['https://network.example/?next=https://user@other.example'],
    ['https://network.example/a@b'],
    ['https://network.example/?a=\\'],
  ])('%s stays', (url) => {
    expect(webAddressOf(url)).toBe(url)
  })

  test.each([
    ['https://network.example', 'https://network.example/'],
    ['HTTPS://Network.Example/Groups', 'https://network.example/Groups'],
    ['https://network.example:443/', 'https://network.example/'],
    ['https://network.example?a', 'https://network.example/?a'],
    [' https://network.example/a\r\n', 'https://network.example/a'],
    ['https://network.example/grün', 'https://network.example/gr%C3%BCn'],
    ['https://network.example/gru\u0308n', 'https://network.example/gru%CC%88n'],
    ['https://network.example/schach gruppe', 'https://network.example/schach%20gruppe'],
    ['https://network.example/?q=grün tee', 'https://network.example/?q=gr%C3%BCn%20tee'],
    ['https://network.example/#grün tee', 'https://network.example/#gr%C3%BCn%20tee'],
    ['https://grün.example/', 'https://xn--grn-ioa.example/'],
    ['https://network.example/"<b>', 'https://network.example/%22%3Cb%3E'],
    ['https://network.example/\u202e', 'https://network.example/%E2%80%AE'],
    ['https://network。example/', 'https://network.example/'],
    ['https://network．example/', 'https://network.example/'],
    ['https://network.\u200bexample/', 'https://network.example/'],
    ['https://аррӏе.example/', 'https://xn--80ak6aa92e.example/'],
    ['https://network.example/😀', 'https://network.example/%F0%9F%98%80'],
  ])('%j is %s', (given, written) => {
    expect(webAddressOf(given)).toBe(written)
  })

  test.each([
    ...[undefined, null, 7, {}, ['https://network.example/'], new URL('https://network.example/')],
    ...['', ' ', '/groups/1', 'network.example', '//network.example', 'https:network.example'],
    ...['https:/network.example', 'https://', 'https:///a', 'https://?', 'https://#', 'http://:80'],
    ...[
      'ftp://network.example/',
      'javascript:alert(1)',
      'javascript://network.example/%0Aalert(1)',
    ],
    ...[
      'data:text/html,x',
      'mailto:a@b.example',
      'java\nscript:alert(1)',
      'x https://network.example/',
    ],
    ...[
      'https://xing.com@evil.example/',
      'https://xing.com:80@evil.example/',
      'https://:a@b.example',
    ],
    ...[
      'https://xing.com／@evil.example/',
      'https://xing.com／.evil.example/',
      'https://℀.example/',
    ],
    ...[
      'https://network.example\\evil',
      'https:\\\\network.example',
      'https://evil.example\\.xing.com/',
    ],
    ...['https://network.example/a\\b', 'https://network.example/\\?a'],
    ...[
      'https://network.example/a\r\nBcc: b',
      'https://network.example/a\tb',
      'https://net\nwork.example/',
    ],
    ...[
      'https://network.example/?a\nb',
      'https://network.example/#a\u0000b',
      'https://network.example/\u0085',
    ],
    ...[
      'https://network.example:port/',
      'https://network.example:99999/',
      'https://[::1',
      'https://[x]/',
    ],
    ...[
      'https://a b/',
      'https://a"b/',
      'https://a<b/',
      'https://a%00b/',
      'https://256.256.256.256/',
    ],
    ...[
      'https://network.example/\ud800',
      'https://network.example/?\udc00',
      '\u200bhttps://network.example/',
    ],
  ])('%j is none', (value) => {
    expect(webAddressOf(value)).toBeUndefined()
  })

  test('a login that is empty on both sides of a colon is left away', () => {
    expect(webAddressOf('https://:@network.example/')).toBe('https://network.example/')
  })

  test('2,048 units are the most, before and after encoding', () => {
    const start = 'https://network.example/'
    const longest = start + 'a'.repeat(2_048 - start.length)
    expect(webAddressOf(longest)).toBe(longest)
    expect(webAddressOf(`${longest}a`)).toBeUndefined()
    const encoded = `${start}aa${'ü'.repeat((2_048 - start.length - 2) / 6)}`
    expect(webAddressOf(encoded)).toHaveLength(2_048)
    expect(webAddressOf(`${encoded}a`)).toBeUndefined()
    expect(webAddressOf('https://a'.repeat(1_000_000))).toBeUndefined()
  })

  test('whatever it is given: an address in ASCII that parses to itself, without what ends a line or an attribute', () => {
    const piece = fc.oneof(
      fc.constantFrom('https://', 'http://', 'a.example', '/', '\\', '@', ':', '?', '#', '\t', '"'),
      fc.constantFrom('。', '／', '＠', '\u202e', 'ü', '%', '[', ']', '<', ' ', '\n', '80', "'"),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    const texts = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''))
    const given = fc.oneof(
      texts,
      texts.map((text) => `https://a.example${text}`),
    )
    fc.assert(
      fc.property(given, (value) => {
        const address = webAddressOf(value)
        if (address === undefined) return
        expect(address).toMatch(/^https?:\/\/[!#-;=?-~]+$/)
        expect(webAddressOf(address)).toBe(address)
        const { username, password } = new URL(address)
        expect(username + password).toBe('')
      }),
      runs(2_000),
    )
  })
})
