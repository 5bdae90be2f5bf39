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
    const inviterUrl = 'https://network.example/anna'
    const page = pageOf(rendered({ ...everything, inviterUrl }).html)
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
      inviterUrl,
      'https://network.example/groups/chess?a=1&b=2',
      'https://network.example/opt-out?token=a.b&from=mail',
    ])
    // Each class has its look.
    const [style = ''] = page.textsOf('style')
    for (const name of [
      'invitation-open',
      'invitation-inviter',
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

test('a news item is no e-mail', () => {
  expect(() => renderEmail(aPrepared({}, 'news'), EMAIL_OPTIONS)).toThrow(
    new TypeError("prepared.channel must be 'email'"),
  )
})

describe('an e-mail leads', () => {
  const links = {
    invitationUrl: 'https://network.example/einladungen/für mich',
    reportUrl: 'http://network.example/report?a=b&c',
  }

  test('to the invitation, the inviter, and the ways to report and out', () => {
    const { html, text } = rendered(
      { ...everything, locale: 'en', inviterUrl: 'https://network.example/anna schmidt' },
      { ...links, replyNote: 'Write to help@network.example <b>,\nnot to this address.' },
    )
    const page = pageOf(html)
    expect(
      page.attributesOf('a', 'href').map((url, index) => [url, page.textsOf('a')[index]]),
    ).toEqual([
      ['https://network.example/anna%20schmidt', 'Anna Schmidt'],
      ['https://network.example/einladungen/f%C3%BCr%20mich', 'View the invitation'],
      ['https://network.example/opt-out?token=a.b&from=mail', 'Switch off group invitations'],
      ['http://network.example/report?a=b&c', 'Report this invitation'],
    ])
    expect(page.textsOf('p').slice(-2)).toEqual([
      'Report this invitation',
      'Write to help@network.example <b>, not to this address.',
    ])
    expect(text.slice(text.indexOf('\n\nView the invitation'))).toBe(`

View the invitation
https://network.example/einladungen/f%C3%BCr%20mich

View the profile of Anna Schmidt
https://network.example/anna%20schmidt

-- 
You are receiving this message from Elbnetz because Anna Schmidt has invited you to a group.
Would you rather not receive group invitations any more?
Switch off group invitations
https://network.example/opt-out?token=a.b&from=mail
Report this invitation
http://network.example/report?a=b&c
Write to help@network.example <b>, not to this address.
`)
  })

  test('to the invitation also if the group has no address', () => {
    const { html } = rendered({}, links)
    expect(pageOf(html).textsOf('a')).toEqual([
      'Einladung ansehen',
      'Gruppeneinladungen abschalten',
      'Diese Einladung melden',
    ])
  })

  test('out of the network’s mails by a link that browsers and headers write alike', () => {
    const unsubscribeUrl = 'https://grün.example/abmelden?für=bernd>,<'
    const written = 'https://xn--grn-ioa.example/abmelden?f%C3%BCr=bernd%3E,%3C'
    const { headers, html, text } = rendered({}, { unsubscribeUrl })
    expect(headers['List-Unsubscribe']).toBe(`<${written}>`)
    expect(pageOf(html).attributesOf('a', 'href')).toEqual([written])
    expect(text).toContain(`\n${written}\n`)
  })
})
