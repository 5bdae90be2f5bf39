import {
  InvitationPolicy,
  InvitationService,
  type MemberId,
  type OptOut,
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

/** All that a member has switched off. */
async function optOutsOf(memberId: MemberId): Promise<readonly OptOut[]> {
  const { preferences } = site.repositories
  const found = await preferences.findOptOuts(
    [memberId],
    ['anna', 'clara'],
    ['typescript-hamburg', 'chess'],
  )
  return found.get(memberId) ?? []
}

describe('the way out', () => {
  const linkOf = (memberId: string, invitationId = 'i-1') =>
    links.linkFor({ memberId, invitationId })
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
    expect(page.textsOf('button').map((words) => words.trim())).toEqual([
      'Switch off all group invitations',
      'Switch off invitations from Anna Schmidt',
      'Switch off invitations into “TypeScript Hamburg”',
    ])
    expect(page.attributesOf('form', 'method')).toEqual(['post'])
    expect(page.attributesOf('form', 'action')).toEqual([undefined])
    expect(page.attributesOf('meta', 'content')).toContain('noindex')
    expect(await optOutsOf('bernd')).toEqual([])

    const done = await fetch(pathOf(link), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect([done.status, pageOf(await done.text()).textsOf('p')]).toEqual([
      200,
      ['Switched off: all group invitations.', 'See what is switched off'],
    ])
    expect(await optOutsOf('bernd')).toEqual(['all'])
  })

  const tokenOf = (memberId: string, invitationId = 'i-1') =>
    new URL(links.linkFor({ memberId, invitationId })).searchParams.get('token') ?? ''
  const payloadOf = (memberId: string) =>
    Buffer.from(JSON.stringify([memberId, 'i-1'])).toString('base64url')
  const [, signature = ''] = tokenOf('clara').split('.')

  test.each([
    '',
    '?token=',
    `?token=${payloadOf('bernd')}`,
    `?token=${payloadOf('bernd')}.x`,
    `?token=${`${payloadOf('bernd')}.`.padEnd(tokenOf('bernd').length, 'A')}`,
    // Clara's own signature under Bernd's name.
    `?token=${payloadOf('bernd')}.${signature}`,
    `?token=${tokenOf('bernd')}.x`,
  ])('cannot be forged: %s', async (query) => {
    for (const [method, button] of [
      ['GET', undefined],
      ['POST', undefined],
      ['POST', 'all-off'],
      ['POST', 'inviter-off'],
    ] as const) {
      const body = button === undefined ? null : new URLSearchParams({ button })
      const answer = await fetch(`${site.origin}/opt-out${query}`, { method, body })
      expect(answer.status).toBe(404)
    }
    expect(await optOutsOf('bernd')).toEqual([])
    expect(await optOutsOf('clara')).toEqual([])
  })

  test('is kept out of caches', async () => {
    const { headers } = await fetch(pathOf(linkOf('bernd')))
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
  })

  test('needs a secret, and a page that may have a query', () => {
    expect(() => optOutLinks('https://elbnetz.example', '')).toThrow(TypeError)
    const ours = optOutLinks('https://elbnetz.example/out?lang=de', 'a secret of the tests')
    expect(ours.linkFor({ memberId: 'bernd', invitationId: 'i-1' })).toMatch(
      /^https:\/\/elbnetz\.example\/out\?lang=de&token=WyJiZXJuZCIsImktMSJd\./,
    )
  })

  test('says so where it cannot be stored, and logs what has failed', async () => {
    await site.close()
    const setOptOut = () => Promise.reject(new Error('down'))
    site = await served({ preferences: { ...site.repositories.preferences, setOptOut } })
    const answer = await fetch(pathOf(linkOf('bernd')), { method: 'POST' })
    expect(answer.status).toBe(503)
    expect(site.logged).toEqual([
      {
        dependency: 'preferences',
        operation: 'setOptOut',
        effect: 'unknown',
        cause: 'Error: down',
      },
    ])
  })

  test('names any member, and is a link that an e-mail can have', () => {
    for (const memberId of ['bernd', 'ä.b/c?d', '👩‍👩‍👧', 'x'.repeat(255)]) {
      const link = { memberId, invitationId: keyOf(memberId, 'form-1') }
      const unsubscribeUrl = links.linkFor(link)
      expect(links.openedBy(new URL(unsubscribeUrl).searchParams.get('token') ?? '')).toEqual(link)
      expect(
        renderEmail(aPrepared(), { platform: 'Elbnetz', domain: 'elbnetz.example', unsubscribeUrl })
          .text,
      ).toContain(unsubscribeUrl)
    }
  })
})
