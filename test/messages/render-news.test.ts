import { deInformal, en, type MessageOptions, renderNews } from 'group-invitations/messages'
import { expect, test } from 'vitest'
import { fragmentOf } from '../support/page.js'
import { aPrepared, type Written } from '../support/prepared.js'

const rendered = (written: Written = {}, options?: MessageOptions) =>
  renderNews(aPrepared(written, 'news'), options)

test('a news item has its parts as plain text', () => {
  const url = 'https://network.example/groups/chess'
  const { html: _html, ...others } = rendered({ subject: 'Schach am Hafen', url })
  expect(others).toEqual({
    channel: 'news',
    idempotencyKey: 'i-1.news',
    recipientId: 'bernd',
    locale: 'de',
    title: 'Schach am Hafen',
    body: 'Lieber Bernd,\n\nkomm doch vorbei!\nAnna',
    url,
  })
})

test('a news item has all of it as an HTML fragment', () => {
  const url = 'https://network.example/groups/chess'
  const { html } = rendered({ subject: 'Schach <am> Hafen', url, entry: 'TypeScript' })
  const fragment = fragmentOf(html)
  expect(fragment.textsOf('h3')).toEqual([
    'Anna Schmidt lädt Sie in die Gruppe „Schach an der Elbe“ ein',
  ])
  expect(fragment.textsOf('p')).toEqual([
    'Schach <am> Hafen',
    'Persönliche Nachricht von Anna Schmidt:',
    'Die Einladung bezieht sich auf Ihr Profil: Sie bieten „TypeScript“.',
    'Gruppe ansehen',
  ])
  expect(fragment.textsOf('blockquote')).toEqual(['Lieber Bernd,\n\nkomm doch vorbei!\nAnna'])
  expect(fragment.attributesOf('article', 'lang')).toEqual(['de'])
  expect(fragment.attributesOf('a', 'href')).toEqual([url])
})

test('a news item is nothing but its fragment', () => {
  expect(rendered({ text: 'Komm!\nBald.' }).html).toBe(`<article lang="de" dir="ltr">
<h3><bdi>Anna Schmidt</bdi> lädt Sie in die Gruppe „<bdi>Schach an der Elbe</bdi>“ ein</h3>
<p>Persönliche Nachricht von <bdi>Anna Schmidt</bdi>:</p>
<blockquote dir="auto" class="invitation-text">Komm!<br>Bald.</blockquote>
</article>
`)
})

test('a news item without a subject has the default one as its title', () => {
  const news = rendered({ locale: 'en' })
  const { title, html } = news
  expect(title).toBe('Anna Schmidt invites you to join the group “Schach an der Elbe”')
  expect(fragmentOf(html).textsOf('p')).toEqual(['Personal message from Anna Schmidt:'])
  expect(news).not.toHaveProperty('url')
})

test('a news item is in the recipient’s language, of those that there are', () => {
  expect(rendered({}, { languages: [en, deInformal] }).title).toContain('lädt dich')
  expect(rendered({ locale: 'fr' }, { languages: [deInformal] }).locale).toBe('de')
})

test('an unknown option is a TypeError that names it', () => {
  expect(() => rendered({}, { language: [en] } as object)).toThrow(
    new TypeError('options.language is unknown; known are languages, invitationUrl, reportUrl'),
  )
})

test('a news item leads to the invitation, the inviter and the way to report, if they have addresses', () => {
  const invitationUrl = 'https://network.example/invitations/1'
  const reportUrl = 'https://network.example/report/1?a=b&c'
  const news = rendered(
    {
      url: 'https://network.example/groups/chess',
      inviterUrl: 'https://network.example/anna',
      locale: 'en',
    },
    { invitationUrl, reportUrl },
  )
  expect(news).toMatchObject({ url: invitationUrl, inviterUrl: 'https://network.example/anna' })
  expect(news.html).toBe(`<article lang="en" dir="ltr">
<h3><bdi>Anna Schmidt</bdi> invites you to join the group “<bdi>Schach an der Elbe</bdi>”</h3>
<p>Personal message from <a href="https://network.example/anna" class="invitation-inviter"><bdi>Anna Schmidt</bdi></a>:</p>
<blockquote dir="auto" class="invitation-text">Lieber Bernd,<br><br>komm doch vorbei!<br>Anna</blockquote>
<p><a href="https://network.example/invitations/1" class="invitation-open">View the invitation</a></p>
<p><a href="https://network.example/report/1?a=b&amp;c" class="invitation-report">Report this invitation</a></p>
</article>
`)
})

test.each(['invitationUrl', 'reportUrl'])(
  'a news item has no other %s than a web address',
  (key) => {
    expect(() => rendered({}, { [key]: 'javascript:alert(1)' })).toThrow(
      new TypeError(`options.${key} must be an http or https URL without a login`),
    )
  },
)

test('an e-mail is no news item', () => {
  expect(() => renderNews(aPrepared({}, 'email'))).toThrow(
    new TypeError("prepared.channel must be 'news'"),
  )
})
