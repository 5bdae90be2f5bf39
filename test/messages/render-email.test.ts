import { createMessages, deInformal, en, renderEmail } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { pageOf } from '../support/page.js'
import { aPrepared, EMAIL_OPTIONS, type Written } from '../support/prepared.js'

const rendered = (
  written: Written = {},
  options: Partial<Parameters<typeof renderEmail>[1]> = {},
) => renderEmail(aPrepared(written), { ...EMAIL_OPTIONS, ...options })

const everything: Written = {
  subject: 'Schach am Hafen',
  entry: 'TypeScript',
  url: 'https://network.example/groups/chess?a=1&b=2',
}

describe('an e-mail', () => {
  test('has all that a transport needs but addresses', () => {
    const { text: _text, html: _html, ...others } = rendered(everything)
    expect(others).toEqual({
      channel: 'email',
      idempotencyKey: 'i-1.email',
      messageId: '<i-1@network.example>',
      recipientId: 'bernd',
      subject: 'Schach am Hafen',
      headers: {
        'List-Unsubscribe': '<https://network.example/opt-out?token=a.b&from=mail>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
      },
    })
  })

  test('says as plain text who invites into what, quotes the text, and names the ways on and out', () => {
    expect(rendered(everything).text)
      .toBe(`Anna Schmidt lädt Sie in die Gruppe „Schach an der Elbe“ ein

Persönliche Nachricht von Anna Schmidt:

> Lieber Bernd,
> 
> komm doch vorbei!
> Anna

Die Einladung bezieht sich auf Ihr Profil: Sie bieten „TypeScript“.

Gruppe ansehen
https://network.example/groups/chess?a=1&b=2

-- 
Sie erhalten diese Nachricht von Elbnetz, weil Anna Schmidt Sie in eine Gruppe eingeladen hat.
Möchten Sie keine Gruppeneinladungen mehr erhalten?
Gruppeneinladungen abschalten
https://network.example/opt-out?token=a.b&from=mail
`)
  })

  test('says the same as HTML', () => {
    const page = pageOf(rendered(everything).html)
    expect(page.attributesOf('html', 'lang')).toEqual(['de'])
    expect(page.textsOf('title')).toEqual(['Schach am Hafen'])
    expect(page.textsOf('h1')).toEqual([
      'Anna Schmidt lädt Sie in die Gruppe „Schach an der Elbe“ ein',
    ])
    expect(page.textsOf('p')).toEqual([
      'Persönliche Nachricht von Anna Schmidt:',
      'Die Einladung bezieht sich auf Ihr Profil: Sie bieten „TypeScript“.',
      'Gruppe ansehen',
      'Sie erhalten diese Nachricht von Elbnetz, weil Anna Schmidt Sie in eine Gruppe eingeladen hat.',
      'Möchten Sie keine Gruppeneinladungen mehr erhalten? Gruppeneinladungen abschalten',
    ])
    expect(page.textsOf('blockquote')).toEqual(['Lieber Bernd,\n\nkomm doch vorbei!\nAnna'])
    expect(page.attributesOf('a', 'href')).toEqual([
      'https://network.example/groups/chess?a=1&b=2',
      'https://network.example/opt-out?token=a.b&from=mail',
    ])
    // Each class has its look.
    const [style = ''] = page.textsOf('style')
    for (const name of [
      'invitation-open',
      'foot-link',
      'invitation-note',
      'foot',
      'card',
      'page',
    ]) {
      expect(style).toContain(`.${name} {`)
      expect(page.classNames).toContain(name)
    }
  })

  test('leaves away what there is not', () => {
    const { text, html } = rendered({ text: 'Komm!' })
    const [, main = ''] = /<main class="card">\n([^]*)<\/main>/.exec(html) ?? []
    expect(main)
      .toBe(`<h1><bdi>Anna Schmidt</bdi> lädt Sie in die Gruppe „<bdi>Schach an der Elbe</bdi>“ ein</h1>
<p>Persönliche Nachricht von <bdi>Anna Schmidt</bdi>:</p>
<blockquote dir="auto" class="invitation-text">Komm!</blockquote>
`)
    const [letter] = text.split('\n\n-- \n')
    expect(letter).toBe(`Anna Schmidt lädt Sie in die Gruppe „Schach an der Elbe“ ein

Persönliche Nachricht von Anna Schmidt:

> Komm!`)
  })

  test.each([
    ['https://network.example/groups/grün', 'https://network.example/groups/gr%C3%BCn'],
    ['https://network.example/groups/schach elbe', 'https://network.example/groups/schach%20elbe'],
    ['https://grün.example/"<', 'https://xn--grn-ioa.example/%22%3C'],
    ['HTTP://NETWORK.example', 'http://network.example/'],
  ])('links the group at %s', (url, written) => {
    const { html, text } = rendered({ url })
    expect(pageOf(html).attributesOf('a', 'href')).toEqual([written, EMAIL_OPTIONS.unsubscribeUrl])
    expect(text).toContain(`\n\nGruppe ansehen\n${written}\n\n`)
  })

  // `prepareDelivery` hands over no such group.
  test.each(['javascript:alert(1)', '/groups/chess', 'https://network.example@evil.example', ''])(
    'links neither a group nor an inviter to %s',
    (url) => {
      const { html, text } = rendered({ url, inviterUrl: url })
      expect(pageOf(html).attributesOf('a', 'href')).toEqual([EMAIL_OPTIONS.unsubscribeUrl])
      expect(text).not.toContain(' ansehen')
    },
  )

  test('is in the recipient’s language, its default subject included', () => {
    expect(rendered({ locale: 'en-GB' }).subject).toBe(
      'Anna Schmidt invites you to join the group “Schach an der Elbe”',
    )
    expect(rendered({ locale: 'de-AT' }).subject).toBe(
      'Anna Schmidt lädt Sie in die Gruppe „Schach an der Elbe“ ein',
    )
    expect(pageOf(rendered({ locale: 'fr' }).html).attributesOf('html', 'lang')).toEqual(['en'])
    expect(rendered({}, { languages: [en, deInformal] }).subject).toBe(
      'Anna Schmidt lädt dich in die Gruppe „Schach an der Elbe“ ein',
    )
  })

  test('has a default subject without names where these are too long for one', () => {
    const subject = 'Anna Schmidt lädt Sie in die Gruppe „“ ein'
    const longest = 'x'.repeat(120 - subject.length)
    expect(rendered({ group: longest }).subject).toHaveLength(120)
    expect(rendered({ group: `${longest}x` }).subject).toBe('Eine Einladung in eine Gruppe')
  })

  test('keeps a subject of 120 characters whole', () => {
    const subject = 'Ä'.repeat(60) + '👩‍👩‍👧'.repeat(60)
    expect(rendered({ subject }).subject).toBe(subject)
  })

  test('takes no subject that is longer than the rules let through', () => {
    expect(rendered({ subject: 'x'.repeat(121) }).subject).toContain('Anna Schmidt lädt Sie')
  })

  test('has no direction but the one of its language', () => {
    expect(pageOf(rendered().html).attributesOf('html', 'dir')).toEqual(['ltr'])
    const hebrew = createMessages({ ...en.language, locale: 'he', direction: 'rtl' }, {})
    const { html, text, subject } = rendered({ inviter: 'Anna' }, { languages: [hebrew] })
    expect(pageOf(html).attributesOf('html', 'dir')).toEqual(['rtl'])
    expect(text).toContain('\u2068Anna\u2069')
    expect(subject).toContain('\u2068Anna\u2069')
  })

  test('has no subject that would be decoded to something else on its way', () => {
    const subject = 'a =?utf-8?Q?=E2=80=AE?= b =?='
    expect(rendered({ subject }).subject).toBe('a =\u2060?utf-8?Q?=E2=80=AE?= b =\u2060?=')
  })

  test('takes what is blank for no subject', () => {
    expect(rendered({ subject: ' ' }).subject).toContain('Anna Schmidt lädt Sie')
  })

  test('names what the text refers to by its field', () => {
    const { invitation, ...others } = aPrepared({ entry: 'Schach' })
    const referringTo = (field: 'wants' | 'other') =>
      renderEmail(
        { ...others, invitation: { ...invitation, reference: { field, entry: 'Schach' } } },
        EMAIL_OPTIONS,
      ).text
    expect(referringTo('wants')).toContain(
      'Die Einladung bezieht sich auf Ihr Profil: Sie suchen „Schach“.',
    )
    expect(referringTo('other')).toContain(
      'Die Einladung bezieht sich auf diesen Eintrag in Ihrem Profil: „Schach“.',
    )
  })

  test('may come from a host without a domain', () => {
    expect(rendered({}, { domain: 'localhost' }).messageId).toBe('<i-1@localhost>')
  })

  test('has an identifier of its own, whatever the invitation’s is', () => {
    const identifiedBy = (invitationId: string) => {
      const { invitation, ...others } = aPrepared()
      const prepared = { ...others, invitation: { ...invitation, invitationId } }
      return renderEmail(prepared, EMAIL_OPTIONS).messageId
    }
    expect(identifiedBy('a-Z_0~9')).toBe('<a-Z_0~9@network.example>')
    expect(identifiedBy('.a..b.')).toBe('<%2Ea%2E%2Eb%2E@network.example>')
    expect(identifiedBy('a b>(c)@ä')).toBe('<a%20b%3E%28c%29%40%C3%A4@network.example>')
    expect(identifiedBy('a  b')).toBe('<a%20%20b@network.example>')
    expect(identifiedBy('\ud800')).toBe('<%EF%BF%BD@network.example>')
  })
})

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
  expect(() => rendered({}, { [option]: value })).toThrow(new TypeError(message))
})

test.each([
  ['platfrom', 'Elbnetz'],
  ['invitationId', undefined],
])('an unknown option (%s) is a TypeError that names it', (key, value) => {
  expect(() => rendered({}, { [key]: value })).toThrow(
    new TypeError(
      `options.${key} is unknown; known are languages, platform, domain, unsubscribeUrl, invitationUrl, reportUrl, replyNote`,
    ),
  )
})

test('a link of 900 characters is of use', () => {
  const unsubscribeUrl = `https://network.example/${'x'.repeat(876)}`
  expect(rendered({}, { unsubscribeUrl }).headers['List-Unsubscribe']).toBe(`<${unsubscribeUrl}>`)
})

describe('the look of an e-mail', () => {
  const [style = ''] = pageOf(rendered(everything).html).textsOf('style')
  const [light = '', dark = ''] = style.split('@media (prefers-color-scheme: dark)')

  /** The last colour that a style sheet gives an element by a selector, the dark look over the light one. */
  function colourOf(sheets: readonly string[], selector: string, property: string): string {
    const rules = sheets.join('\n').matchAll(/([^{}\n]+) \{([^{}]*)\}/g)
    const colours = [...rules].flatMap(([, selectors = '', body = '']) =>
      selectors
        .split(', ')
        .map((one) => one.trim())
        .includes(selector)
        ? [...body.matchAll(/([\w-]+): (#\w{6})/g)].flatMap(([, name, colour]) =>
            name === property ? [colour] : [],
          )
        : [],
    )
    return colours.at(-1) ?? 'none'
  }

  /** The relative luminance of a colour (WCAG 2). */
  function luminanceOf(colour: string): number {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  test.each([
    ['light', [light]],
    ['dark', [light, dark]],
  ])('has enough contrast where it is %s', (_look, sheets) => {
    const pairs = [
      ['body', 'body'],
      ['body', '.card'],
      ['.invitation-note', '.card'],
      ['.invitation-open', '.invitation-open'],
      ['.foot', 'body'],
      ['.foot-link', 'body'],
    ] as const
    for (const [written, ground] of pairs) {
      const colours = [colourOf(sheets, written, 'color'), colourOf(sheets, ground, 'background')]
      const [darker = 0, brighter = 0] = colours.map(luminanceOf).sort((a, b) => a - b)
      expect((brighter + 0.05) / (darker + 0.05), colours.join(' on ')).toBeGreaterThanOrEqual(4.5)
    }
  })
})
