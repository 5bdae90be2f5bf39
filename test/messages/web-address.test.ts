import { expect, test } from 'vitest'
import { isWebAddress } from '../../src/messages/web-address.js'

test.each([
  'https://network.example',
  'http://network.example',
  'HTTPS://Network.Example/',
  'https://network.example:8443/groups/1?a=b&c=%20#d',
  'https://network.example?a',
  'https://network.example#a',
  "https://network.example/~a!$&'()*+,;=:@[]",
  'https://localhost',
])('%s is one', (url) => {
  expect(isWebAddress(url)).toBe(true)
})

test.each([
  undefined,
  7,
  ['https://network.example'],
  '',
  'https://',
  'https:///a',
  'ftp://network.example',
  'javascript://network.example',
  ' https://network.example',
  'x https://network.example',
  'https://network.example ',
  'https://network.example/a b',
  'https://network.example/"',
  'https://network.example/<',
  'https://network.example/>',
  'https://network.example/ä',
  'https://network.example\r\nBcc: a',
  'https://network.example:port',
  'https://network.example:',
  'https://network.example@evil.example',
  'https://network.example:80@evil.example',
  'https://network.example\\evil',
  'https://[::1]',
])('%j is none', (value) => {
  expect(isWebAddress(value)).toBe(false)
})
