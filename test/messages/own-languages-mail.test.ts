import { renderEmail, renderNews } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { ar } from '../../docs/examples/languages/arabic.js'
import { languages } from '../../docs/examples/languages/choosing.js'
import { fr } from '../../docs/examples/languages/french.js'
import { disclosedWith } from '../support/disclosed.js'
import { fragmentOf, pageOf } from '../support/page.js'
import { aPrepared, EMAIL_OPTIONS, type Written } from '../support/prepared.js'

const own = [
  ['French', fr],
  ['Arabic', ar],
] as const

const links = {
  ...EMAIL_OPTIONS,
  invitationUrl: 'https://network.example/invitations/1',
  reportUrl: 'https://network.example/report/1',
}

const inFrench: Written = {
  inviter: 'Amélie Roux',
  group: 'Échecs à Lyon',
  text: 'Bonjour Madame Dupont,\n\nvenez jouer avec nous !\nAmélie',
  inviterUrl: 'https://network.example/amelie',
  entry: 'Comptabilité',
  locale: 'fr-CH',
}

const inArabic: Written = {
  inviter: 'سامي الخطيب',
  group: 'نادي الشطرنج',
  text: 'الأستاذة ليلى المحترمة،\n\nنلتقي كل يوم اثنين.\nسامي',
  inviterUrl: 'https://network.example/sami',
  entry: 'المحاسبة',
  locale: 'ar-EG',
}

describe('the e-mail', () => {
  test('is whole in French', () => {
    const { subject, text, html } = renderEmail(aPrepared(inFrench), { ...links, languages })
    expect(subject).toBe(
      'Amélie Roux vous invite à rejoindre le groupe «\u202FÉchecs à Lyon\u202F»',
    )
    expect(text).toBe(`${subject}

Amélie Roux vous écrit\u202F:

> Bonjour Madame Dupont,
>${' '}
> venez jouer avec nous !
> Amélie

L’invitation fait référence à votre profil\u202F: vous proposez «\u202FComptabilité\u202F».

Voir l’invitation
https://network.example/invitations/1

Voir le profil\u202F: Amélie Roux
https://network.example/amelie

--${' '}
Elbnetz vous envoie ce message, car Amélie Roux vous invite à rejoindre un groupe.
Vous ne souhaitez plus recevoir d’invitations à des groupes\u202F?
Désactiver les invitations à des groupes
https://network.example/opt-out?token=a.b&from=mail
Signaler cette invitation
https://network.example/report/1
`)
    const page = pageOf(html)
    expect(page.textsOf('h1')).toEqual([subject])
    expect(page.attributesOf('html', 'lang')).toEqual(['fr'])
    expect(page.attributesOf('html', 'dir')).toEqual(['ltr'])
  })

  test('is whole in Arabic', () => {
    const { subject, text, html } = renderEmail(aPrepared(inArabic), { ...links, languages })
    expect(subject).toBe(
      'دعوة من \u2068سامي الخطيب\u2069 للانضمام إلى المجموعة «\u2068نادي الشطرنج\u2069»',
    )
    expect(text).toBe(`${subject}

رسالة شخصية من \u2068سامي الخطيب\u2069:

> الأستاذة ليلى المحترمة،
>${' '}
> نلتقي كل يوم اثنين.
> سامي

تشير الدعوة إلى ما ورد في ملفك الشخصي تحت «أقدّم»: «\u2068المحاسبة\u2069».

عرض الدعوة
https://network.example/invitations/1

عرض الملف الشخصي: \u2068سامي الخطيب\u2069
https://network.example/sami

--${' '}
وصلتك هذه الرسالة من \u2068Elbnetz\u2069 لأنك تلقيت دعوة من \u2068سامي الخطيب\u2069 للانضمام إلى مجموعة.
ألم تعد دعوات المجموعات تناسبك؟
إيقاف دعوات المجموعات
https://network.example/opt-out?token=a.b&from=mail
الإبلاغ عن هذه الدعوة
https://network.example/report/1
`)
    const page = pageOf(html)
    expect(page.textsOf('h1')).toEqual([subject.replace(/[\u2068\u2069]/g, '')])
    expect(page.attributesOf('html', 'lang')).toEqual(['ar'])
    expect(page.attributesOf('html', 'dir')).toEqual(['rtl'])
  })

  test.each([
    ['fr', 'ltr', inFrench],
    ['ar', 'rtl', inArabic],
  ])('names its language and direction to a reader of one part: %s', (lang, dir, written) => {
    const { html } = renderEmail(aPrepared(written), { ...links, languages })
    const news = renderNews(aPrepared(written, 'news'), { languages }).html
    expect(html).toContain(`border-${dir === 'rtl' ? 'right' : 'left'}: 4px`)
    // Web mail drops the document around the first `div`.
    expect(pageOf(html).attributesOf('div', 'lang')).toEqual([lang])
    expect(pageOf(html).attributesOf('div', 'dir')).toEqual([dir])
    expect(fragmentOf(news).attributesOf('article', 'lang')).toEqual([lang])
    expect(fragmentOf(news).attributesOf('article', 'dir')).toEqual([dir])
  })
})

describe('words of members stay where they are', () => {
  const hostile = '\u202eAbc\u2069 \u2067سامي\u202c <b>"x" «y» www.evil.example'
  const written: Written = { inviter: hostile, group: hostile, entry: hostile, text: 'Hallo!' }

  test.each(own)('in plain text of %s', (_name, messages) => {
    const { subject, text } = renderEmail(aPrepared(written), {
      ...{ ...links, platform: hostile, languages: [messages] },
    })
    const [quoted, around] = [
      /\u2068[^\u2066-\u2069\u202a-\u202e]*\u2069/g,
      /[\u2066-\u2069\u202a-\u202e]/,
    ]
    // Two names in the headline and two in the reason, one before the text, and the entry.
    expect(text.match(quoted)).toHaveLength(6)
    expect(text.replace(quoted, '')).not.toMatch(around)
    expect(text.replace(quoted, '')).not.toMatch(/Abc|evil/)
    expect(text).not.toMatch(/www\.evil/)
    expect(subject.replace(quoted, '')).not.toMatch(around)
  })

  test.each(own)('in HTML of %s', (_name, messages) => {
    const { html } = renderEmail(aPrepared(written), { ...links, languages: [messages] })
    const page = pageOf(html)
    expect(page.tagNames).not.toContain('b')
    for (const name of page.textsOf('bdi').slice(0, 3)) {
      expect(name).toContain('Abc سامي <b>')
      expect(name).not.toMatch(/["«»]/)
    }
    const outside = html.replace(/<style>[^]*<\/style>|<title>.*<\/title>|<bdi>.*?<\/bdi>/g, '')
    expect(outside).not.toMatch(/Abc|evil/)
  })

  test.each(own)('in the reasons of %s', (_name, messages) => {
    const names = [hostile, 'سامي']
    const sentence = messages.describe(disclosedWith({ type: 'SalutationMissing', names }))
    expect(sentence.match(/\u2068[^\u2066-\u2069]*\u2069/g)).toHaveLength(2)
  })
})
