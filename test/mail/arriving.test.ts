import { renderEmail } from 'group-invitations/messages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMailbox } from './mailbox.js'
import { pageOf } from '../support/page.js'
import { aPrepared, EMAIL_OPTIONS, type Written } from '../support/prepared.js'

let mailbox: Awaited<ReturnType<typeof openMailbox>>
beforeAll(async () => {
  mailbox = await openMailbox()
})
afterAll(() => mailbox.close())

const family = '👩‍👩‍👧'

describe('what arrives over SMTP equals what was rendered', () => {
  test.each<readonly [what: string, written: Written]>([
    ['umlauts', { subject: 'Grüße aus Köln – „heute“', text: 'Grüß Gott, Jürgen!\n\nÄÖÜß' }],
    ['emoji', { subject: `Familie ${family} und ❤️`, text: `${family.repeat(30)}\n👍🏽🇩🇪` }],
    ['names from right to left', { inviter: 'דוד כהן', group: 'مجموعة الشطرنج', locale: 'en' }],
    ['a subject of 120 characters', { subject: 'Überraschung! '.repeat(9).slice(0, 120) }],
    ['a subject of 120 ASCII characters without a space', { subject: 'x'.repeat(120) }],
    ['a subject of 120 emoji', { subject: family.repeat(120) }],
    ['lines that SMTP would take for its own', { text: '.\n..\nFrom me\n.\n\n.' }],
    ['a line of 500 characters', { text: 'x'.repeat(500) }],
    ['white space of all kinds', { text: 'a  b\u00a0c\u3000d\n\n\n  e' }],
    ['decomposed and joined characters', { text: 'क्ष ที่ \u200e\u200f a\u200cb' }],
  ])('%s', async (_what, written) => {
    const email = renderEmail(aPrepared({ entry: 'TypeScript', ...written }), EMAIL_OPTIONS)
    const mail = await mailbox.send(email)
    expect(mail.subject).toBe(email.subject)
    expect(mail.text).toBe(email.text)
    expect(mail.html).toBe(email.html)
    expect(mail.messageId).toBe(email.messageId)
    if (written.subject !== undefined) expect(mail.subject).toBe(written.subject)
    const { text } = aPrepared(written).invitation
    expect(pageOf(mail.html || '').textsOf('blockquote')).toEqual([text])
  })

  test('with exactly the headers intended', async () => {
    const email = renderEmail(aPrepared({ subject: 'Schach' }), EMAIL_OPTIONS)
    const mail = await mailbox.send(email)
    const headers = mail.headerLines.map(({ line }) => line)
    expect(headers.filter((line) => !/^(Date|Content-Type): /.test(line)).sort()).toEqual([
      'Auto-Submitted: auto-generated',
      'From: no-reply@network.example',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'List-Unsubscribe: <https://network.example/opt-out?token=a.b&from=mail>',
      'MIME-Version: 1.0',
      'Message-ID: <i-1@network.example>',
      'Subject: Schach',
      'To: bernd@mail.example',
    ])
  })
})
