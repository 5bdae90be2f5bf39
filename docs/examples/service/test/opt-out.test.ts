import {
  InvitationPolicy,
  InvitationService,
  type MemberId,
  type PreparedDelivery,
} from 'group-invitations'
import { renderEmail, type RenderedNews } from 'group-invitations/messages'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openMailbox } from '../../../../test/mail/mailbox.js'
import { aRequest, NOW } from '../../../../test/support/builders.js'
import { pageOf } from '../../../../test/support/page.js'
import { aPrepared } from '../../../../test/support/prepared.js'
import { relayAll } from '../../relaying.js'
import { keyOf } from '../invitation-key.js'
import { deliver } from '../mailing.js'
import { optOutLinks } from '../opt-out-links.js'
import { links, type Served, served } from './served.js'

const { inviterId: _inviterId, ...draft } = aRequest()

let site: Served
beforeEach(async () => {
  site = await served()
})
afterEach(() => site.close())

describe('the way out', () => {
  const pathOf = (url: string) => url.replace('https://elbnetz.example', site.origin)

  test('is in the e-mail; looking at it changes nothing, and a POST does it', async () => {
    const mailbox = await openMailbox()
    const news: RenderedNews[] = []
    const mailing = {
      ...{ transport: mailbox.transport, links },
      addressOf: (memberId: MemberId) => Promise.resolve(`${memberId}@mail.example`),
      storeNews: (item: RenderedNews) => Promise.resolve(void news.push(item)),
    }
    expect(await site.call('PUT', '/invitations/form-1', { body: draft })).toMatchObject({
      status: 201,
    })
    const { repositories } = site
    const policy = new InvitationPolicy(repositories, { clock: () => NOW })
    const service = new InvitationService(policy, repositories)
    const outlet = {
      deliver: (prepared: PreparedDelivery) => deliver(prepared, mailing),
      log: () => undefined,
    }
    expect(await relayAll(service, repositories, outlet)).toEqual([])
    expect(news).toMatchObject([
      { title: 'TypeScript in Hamburg', idempotencyKey: `${keyOf('anna', 'form-1')}.news` },
    ])
    const [mail] = await mailbox.arrived()
    await mailbox.close()

    const header = mail?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? ''
    const [, link = ''] = /<(.*)>/.exec(header) ?? []
    expect(pageOf(mail?.html || '').attributesOf('a', 'href')).toEqual([link])
    expect(mail?.text).toMatch(/(Replies to this message reach nobody|erreichen niemanden)\.\s*$/)

    const looked = await fetch(pathOf(link))
    const page = pageOf(await looked.text())
    expect(looked.status).toBe(200)
    expect(page.textsOf('button')).toEqual(['Switch off group invitations'])
    expect(page.attributesOf('form', 'method')).toEqual(['post'])
    expect(page.attributesOf('form', 'action')).toEqual([undefined])
    expect(page.attributesOf('meta', 'content')).toContain('noindex')
    expect((await site.repositories.preferences.findOptedOut(['bernd'])).size).toBe(0)

    const done = await fetch(pathOf(link), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect([done.status, pageOf(await done.text()).textsOf('p')]).toEqual([
      200,
      ['Nobody can invite you into groups any more.'],
    ])
    expect((await site.repositories.preferences.findOptedOut(['bernd'])).size).toBe(1)
  })

  test.each([
    '',
    '?token=',
    '?token=YmVybmQ',
    '?token=YmVybmQ.x',
    `?token=${'YmVybmQ.'.padEnd(51, 'A')}`,
    `?token=${new URL(links.linkFor('bernd')).searchParams.get('token')}.x`,
  ])('cannot be forged: %s', async (query) => {
    for (const method of ['GET', 'POST']) {
      expect((await fetch(`${site.origin}/opt-out${query}`, { method })).status).toBe(404)
    }
    expect((await site.repositories.preferences.findOptedOut(['bernd'])).size).toBe(0)
  })

  test('is kept out of caches', async () => {
    const { headers } = await fetch(pathOf(links.linkFor('bernd')))
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
  })

  test('needs a secret, and a page that may have a query', () => {
    expect(() => optOutLinks('https://elbnetz.example', '')).toThrow(TypeError)
    const ours = optOutLinks('https://elbnetz.example/out?lang=de', 'a secret of the tests')
    expect(ours.linkFor('bernd')).toMatch(
      /^https:\/\/elbnetz\.example\/out\?lang=de&token=YmVybmQ\./,
    )
  })

  test('says so where it cannot be stored, and logs what has failed', async () => {
    await site.close()
    const setOptedOut = () => Promise.reject(new Error('down'))
    site = await served({ preferences: { ...site.repositories.preferences, setOptedOut } })
    const answer = await fetch(pathOf(links.linkFor('bernd')), { method: 'POST' })
    expect(answer.status).toBe(503)
    expect(site.logged).toEqual([
      {
        dependency: 'preferences',
        operation: 'setOptedOut',
        effect: 'unknown',
        cause: 'Error: down',
      },
    ])
  })

  test('names any member, and is a link that an e-mail can have', () => {
    for (const memberId of ['bernd', 'ä.b/c?d', '👩‍👩‍👧', 'x'.repeat(255)]) {
      const unsubscribeUrl = links.linkFor(memberId)
      expect(links.memberOf(new URL(unsubscribeUrl).searchParams.get('token') ?? '')).toBe(memberId)
      expect(
        renderEmail(aPrepared(), { platform: 'Elbnetz', domain: 'elbnetz.example', unsubscribeUrl })
          .text,
      ).toContain(unsubscribeUrl)
    }
  })
})
