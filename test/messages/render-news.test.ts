import { deInformal, en, renderNews } from 'group-invitations/messages'
import { expect, test } from 'vitest'
import { fragmentOf } from '../support/page.js'
import { aPrepared } from '../support/prepared.js'

test('a news item has its parts as plain text', () => {
  const url = 'https://network.example/groups/chess'
  const { html: _html, ...others } = renderNews(aPrepared({ subject: 'Schach am Hafen', url }))
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
  const { html } = renderNews(aPrepared({ subject: 'Schach <am> Hafen', url, entry: 'TypeScript' }))
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
  expect(renderNews(aPrepared({ text: 'Komm!\nBald.' })).html).toBe(`<article lang="de" dir="ltr">
<h3><bdi>Anna Schmidt</bdi> lädt Sie in die Gruppe „<bdi>Schach an der Elbe</bdi>“ ein</h3>
<p>Persönliche Nachricht von <bdi>Anna Schmidt</bdi>:</p>
<blockquote dir="auto" class="invitation-text">Komm!<br>Bald.</blockquote>
</article>
`)
})

test('a news item without a subject has the default one as its title', () => {
  const news = renderNews(aPrepared({ locale: 'en' }))
  const { title, html } = news
  expect(title).toBe('Anna Schmidt invites you to join the group “Schach an der Elbe”')
  expect(fragmentOf(html).textsOf('p')).toEqual(['Personal message from Anna Schmidt:'])
  expect(news).not.toHaveProperty('url')
})

test('a news item is in the recipient’s language, of those that there are', () => {
  expect(renderNews(aPrepared(), { languages: [en, deInformal] }).title).toContain('lädt dich')
  expect(renderNews(aPrepared({ locale: 'fr' }), { languages: [deInformal] }).locale).toBe('de')
})

test('an unknown option is a TypeError that names it', () => {
  expect(() => renderNews(aPrepared(), { language: [en] } as object)).toThrow(
    new TypeError('options.language is unknown; known are languages'),
  )
})
