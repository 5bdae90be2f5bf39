import { describe, expect, test } from 'vitest'
import { findLink } from '../../src/content/links.js'

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
  ])('%s', (text, link) => {
    expect(findLink(`Siehe (${text}`)).toEqual({ link, index: 7 })
  })

  test('the first one is found', () => {
    expect(findLink('a.de https://b.example')).toEqual({ link: 'a.de', index: 0 })
    expect(findLink('https://b.example a.de')?.index).toBe(0)
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
  ])('%s', (text) => {
    expect(findLink(text)).toBeUndefined()
  })
})
