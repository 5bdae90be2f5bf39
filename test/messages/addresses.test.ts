import { describe, expect, test } from 'vitest'
import { partsOf } from '../../src/messages/addresses.js'

describe('addresses are parted at each joint', () => {
  test.each([
    ['evil.example', ['evil', '.', 'example']],
    ['EVIL.example.', ['EVIL', '.', 'example', '.', '']],
    ['www.evil.example/a:80', ['www', '.', 'evil', '.', 'example', '/', 'a', ':', '80']],
    ['https://evil', ['https', ':', '', '/', '', '/', 'evil']],
    ['//evil', ['', '/', '', '/', 'evil']],
    ['mailto:eve', ['mailto', ':', 'eve']],
    ['localhost:80', ['localhost', ':', '80']],
    ['80:localhost', ['80', ':', 'localhost']],
    ['eve@evil', ['eve', '@', 'evil']],
    ['10.0.0.1', ['10', '.', '0', '.', '0', '.', '1']],
    ['192.168.100.200:8080', ['192', '.', '168', '.', '100', '.', '200', ':', '8080']],
    ['xn--vil.xn--p1ai', ['xn--vil', '.', 'xn--p1ai']],
    ['a.1b', ['a', '.', '1b']],
    ['evil.\u200bexample', ['evil', '.', '\u200bexample']],
    ['z.Bx', ['z', '.', 'Bx']],
    ['ab.c', ['ab', '.', 'c']],
    ['z.B.x@y', ['z', '.', 'B', '.', 'x', '@', 'y']],
  ])('%s', (word, parts) => {
    expect(partsOf(word)).toEqual(parts)
  })

  test.each(['\u2024', '\u3002', '\ufe52', '\uff0e', '\uff61'])(
    'with %s for a full stop',
    (dot) => {
      expect(partsOf(`evil${dot}example`)).toEqual(['evil', dot, 'example'])
      expect(partsOf(`10${dot}0${dot}0${dot}1`)).toHaveLength(7)
    },
  )

  test.each(['\ufe6b', '\uff20'])('with %s for an at sign', (at) => {
    expect(partsOf(`eve${at}evil`)).toEqual(['eve', at, 'evil'])
  })

  test('with wide colons and slashes', () => {
    expect(partsOf('a：／／b')).toEqual(['a', '：', '', '／', '', '／', 'b'])
    expect(partsOf('／／b')).toHaveLength(5)
    expect(partsOf('a：b')).toHaveLength(3)
  })
})

test.each([
  ...['', 'Anna', 'Ende.', 'an:', '(Ende.)', '...', '…', '.NET', ':-)', '1.', ':', '.', '/'],
  ...['z.B.', 'z.B', 'd.h.', '(u.a.)', 'u.s.w.', '„i.d.R.“', 'Z.B.,'],
  ...['19:30', '19:30:05', '1.12.2027', '1.500,50', '3/4', '24/7', '1.2.3', '19.30'],
  ...['und/oder', 'Moderator/in', 'w/m/d'],
])('%s is no address', (word) => {
  expect(partsOf(word)).toEqual([word])
})

test('words of any length are soon done with', () => {
  for (const piece of ['.', 'a.', '1.', ':', '/', '@', 'a', '.1', '..a']) {
    const word = piece.repeat(100_000)
    expect(partsOf(word).join('')).toBe(word)
  }
})
