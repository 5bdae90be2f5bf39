import { renderEmail } from 'group-invitations/messages'
import { expect, test } from 'vitest'
import { aPrepared, EMAIL_OPTIONS } from '../support/prepared.js'

const renderedWith = (options: object) => renderEmail(aPrepared(), { ...EMAIL_OPTIONS, ...options })

test.each([
  ['platform', ' ', 'options.platform must be a name'],
  ['platform', undefined, 'options.platform must be a name'],
  ['platform', '\u200b', 'options.platform must be a name'],
  ['domain', 'network.example>', 'options.domain must be a domain name in ASCII'],
  ['domain', 'network..example', 'options.domain must be a domain name in ASCII'],
  ['domain', '', 'options.domain must be a domain name in ASCII'],
  ['domain', 7, 'options.domain must be a domain name in ASCII'],
  [
    'unsubscribeUrl',
    undefined,
    'options.unsubscribeUrl must be an https URL without a login, of at most 900 characters',
  ],
  [
    'unsubscribeUrl',
    'http://network.example/?https:',
    'options.unsubscribeUrl must be an https URL without a login, of at most 900 characters',
  ],
  [
    'unsubscribeUrl',
    'mailto:a@b.example',
    'options.unsubscribeUrl must be an https URL without a login, of at most 900 characters',
  ],
  [
    'unsubscribeUrl',
    'https://a\r\nBcc: b',
    'options.unsubscribeUrl must be an https URL without a login, of at most 900 characters',
  ],
  [
    'unsubscribeUrl',
    'https://[:',
    'options.unsubscribeUrl must be an https URL without a login, of at most 900 characters',
  ],
  [
    'unsubscribeUrl',
    `https://network.example/${'x'.repeat(877)}`,
    'options.unsubscribeUrl must be an https URL without a login, of at most 900 characters',
  ],
  [
    'unsubscribeUrl',
    `https://network.example/${'ü'.repeat(147)}`,
    'options.unsubscribeUrl must be an https URL without a login, of at most 900 characters',
  ],
  [
    'unsubscribeUrl',
    'https://a@network.example',
    'options.unsubscribeUrl must be an https URL without a login, of at most 900 characters',
  ],
  ...['invitationUrl', 'reportUrl'].flatMap((option) =>
    ['', null, '/invitations/1', 'javascript:alert(1)', 'https://a@network.example'].map(
      (url): [string, unknown, string] => [
        option,
        url,
        `options.${option} must be an http or https URL without a login`,
      ],
    ),
  ),
  ...['', ' \u200b', null, true].map((note): [string, unknown, string] => [
    'replyNote',
    note,
    'options.replyNote must be a sentence',
  ]),
  [
    'unsubscribeUrl',
    'https://a>,<b',
    'options.unsubscribeUrl must be an https URL without a login, of at most 900 characters',
  ],
])('without a usable %s (%j) no mail may go out', (option, value, message) => {
  expect(() => renderedWith({ [option]: value })).toThrow(new TypeError(message))
})

test.each([
  ['platfrom', 'Elbnetz'],
  ['invitationId', undefined],
])('an unknown option (%s) is a TypeError that names it', (key, value) => {
  expect(() => renderedWith({ [key]: value })).toThrow(
    new TypeError(
      `options.${key} is unknown; known are languages, invitationUrl, reportUrl, platform, domain, unsubscribeUrl, replyNote`,
    ),
  )
})

test('a link of 900 characters is of use', () => {
  const unsubscribeUrl = `https://network.example/${'x'.repeat(876)}`
  expect(renderedWith({ unsubscribeUrl }).headers['List-Unsubscribe']).toBe(`<${unsubscribeUrl}>`)
})
