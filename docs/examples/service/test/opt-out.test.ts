import type { MemberId, OptOut } from 'group-invitations'
import { renderEmail } from 'group-invitations/messages'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aPrepared } from '../../../../test/support/prepared.js'
import { keyOf } from '../invitation-key.js'
import { optOutLinks } from '../opt-out-links.js'
import { links, ORIGIN, type Served, served } from './served.js'

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
  const pathOf = (url: string) => url.replace(ORIGIN, site.origin)

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
      ['POST', 'all-on'],
    ] as const) {
      const body = button === undefined ? null : new URLSearchParams({ button })
      const answer = await fetch(`${site.origin}/opt-out${query}`, { method, body })
      expect(answer.status).toBe(404)
    }
    expect(await optOutsOf('bernd')).toEqual([])
    expect(await optOutsOf('clara')).toEqual([])
  })

  test('is kept out of caches, of other sites’ logs and of their frames', async () => {
    const { headers } = await fetch(pathOf(linkOf('bernd')))
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.get('Content-Security-Policy')).toBe("frame-ancestors 'none'")
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
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    const answer = await fetch(pathOf(linkOf('bernd')), { method: 'POST', body })
    expect(answer.status).toBe(503)
    expect(site.logged).toMatchObject([
      {
        ...{ dependency: 'preferences', operation: 'setOptOut', effect: 'unknown' },
        cause: { name: 'Error', message: 'down' },
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
