import type { OptOut } from 'group-invitations'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aRequest } from '../../../../test/support/builders.js'
import { pageOf } from '../../../../test/support/page.js'
import { keyOf } from '../invitation-key.js'
import { links, ORIGIN, type Served, served } from './served.js'

const { inviterId: _inviterId, ...draft } = aRequest()

let site: Served
beforeEach(async () => {
  site = await served()
  expect(await site.call('PUT', '/invitations/form-1', { body: draft })).toMatchObject({
    status: 201,
  })
})
afterEach(() => site.close())

const invitationId = keyOf('anna', 'form-1')
const pathTo = (id = invitationId) =>
  links.linkFor({ memberId: 'bernd', invitationId: id }).replace(ORIGIN, site.origin)

type Headers = Readonly<Record<string, string>>
type Body = NonNullable<NonNullable<Parameters<typeof fetch>[1]>['body']> | null
const NOBODY = {}
const ANNA = { 'X-Member': 'anna' }
const BERND = { 'X-Member': 'bernd' }
const BERND_HERE = { ...BERND, Origin: ORIGIN }

async function looked(headers: Headers = NOBODY, path = pathTo()) {
  const response = await fetch(path, { headers })
  const page = pageOf(await response.text())
  const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim()
  return {
    status: response.status,
    words: page.textsOf('p').map(oneLine),
    settings: page.textsOf('span'),
    buttons: page.attributesOf('button', 'value'),
    labels: page.textsOf('button').map(oneLine),
    forms: [page.attributesOf('form', 'method'), page.attributesOf('form', 'action')],
    hints: page.attributesOf('meta', 'content'),
  }
}

async function posted(body: Body, headers: Headers = NOBODY, path = pathTo()) {
  const answer = await fetch(path, { method: 'POST', body, headers, redirect: 'manual' })
  return [answer.status, ...pageOf(await answer.text()).textsOf('p')]
}

/** Presses a button of the page, as a browser does. */
const press = (button: string, headers: Headers = NOBODY, path = pathTo()) =>
  posted(new URLSearchParams({ button }), headers, path)

/** All that Bernd has switched off. */
async function optOuts(): Promise<readonly OptOut[]> {
  const { preferences } = site.repositories
  const found = await preferences.findOptOuts(
    ['bernd'],
    ['anna', 'clara'],
    ['typescript-hamburg', 'chess'],
  )
  return found.get('bernd') ?? []
}

const CHOICES = [
  ['all', 'all'],
  ['inviter', { inviterId: 'anna' }],
  ['group', { groupId: 'typescript-hamburg' }],
] as const
const BACK = 'Back to the choices'
const QUESTION = 'Would you rather not be invited into groups any more?'
const SIGN_IN =
  'To see what is switched off, and to switch it on again, sign in as the member who got the e-mail.'
const LABELS = [
  'Switch off all group invitations',
  'Switch off invitations from the member who wrote this one',
  'Switch off invitations into this group',
]

describe('for someone who has the link, the page', () => {
  const anybody = [
    ['without a session', NOBODY],
    ['the inviter, to whom it was forwarded', ANNA],
  ] as const

  test.each(anybody)('offers to switch off: %s', async (_who, headers) => {
    expect(await looked(headers)).toMatchObject({
      status: 200,
      words: [QUESTION, SIGN_IN],
      settings: [],
      buttons: ['all-off', 'inviter-off', 'group-off'],
      labels: LABELS,
      forms: [['post'], [undefined]],
    })
    expect((await looked(headers)).hints).toContain('noindex')
  })

  test.each(anybody)('shows nothing of what is set: %s', async (_who, headers) => {
    const before = await looked(headers)
    const pressed = []
    for (const [name] of CHOICES) pressed.push(await press(`${name}-off`, headers))
    expect(await optOuts()).toHaveLength(3)
    expect(await looked(headers)).toEqual(before)
    // Not by an answer either: it is the same the second time.
    for (const [name] of CHOICES) {
      expect(await press(`${name}-off`, headers)).toEqual(pressed.shift())
    }
  })

  test.each(anybody)('lifts nothing: %s', async (_who, headers) => {
    for (const [name] of CHOICES) await press(`${name}-off`)
    const before = await optOuts()
    for (const [name] of CHOICES) {
      expect(await press(`${name}-on`, { ...headers, Origin: ORIGIN })).toEqual([
        ...[403, SIGN_IN, BACK],
      ])
    }
    expect(await optOuts()).toEqual(before)
  })

  test('looks nothing up: neither a deleted invitation nor a hidden profile shows', async () => {
    const before = await looked()
    const calls: string[] = []
    const note = (call: string) => () => {
      calls.push(call)
      return Promise.reject(new Error('down'))
    }
    await site.close()
    const { invitations, preferences } = site.repositories
    site = await served({
      profiles: { findProfiles: note('profiles') },
      groups: { findGroups: note('groups') },
      invitations: { ...invitations, findInvitation: note('invitations') },
      preferences: { ...preferences, findOptOuts: note('preferences') },
    })
    expect(await looked()).toEqual(before)
    expect(calls).toEqual([])
    expect(await press('all-off')).toEqual([200, 'Switched off: all group invitations.', BACK])
    expect(calls).toEqual([])
  })

  test.each(CHOICES)('switches off: %s', async (name, optOut) => {
    const words = LABELS[CHOICES.findIndex(([other]) => other === name)]?.slice(11) ?? ''
    expect(await press(`${name}-off`)).toEqual([200, `Switched off: ${words}.`, BACK])
    expect(await optOuts()).toEqual([optOut])
  })

  test('says so if the invitation was deleted, and everything can still be switched off', async () => {
    const path = pathTo('deleted')
    expect(await press('inviter-off', NOBODY, path)).toEqual([
      ...[
        410,
        'This invitation was deleted. You can still switch off all group invitations.',
        BACK,
      ],
    ])
    expect(await optOuts()).toEqual([])
    expect((await press('all-off', NOBODY, path))[0]).toBe(200)
    expect(await optOuts()).toEqual(['all'])
  })
})

describe('a POST', () => {
  const multipart = (fields: readonly (readonly [string, string | Blob])[]) => {
    const form = new FormData()
    for (const [name, value] of fields) form.append(name, value)
    return form
  }
  const oneClick = ['List-Unsubscribe', 'One-Click'] as const
  const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }

  test('of a mail program switches everything off, in both encodings of forms', async () => {
    for (const body of [multipart([oneClick]), new URLSearchParams([[...oneClick]])]) {
      await site.repositories.preferences.setOptOut('bernd', 'all', false)
      expect((await posted(body))[0]).toBe(200)
      expect(await optOuts()).toEqual(['all'])
    }
  })

  test.each<[what: string, body: Body, headers?: Headers]>([
    ['nothing', null],
    ['an empty form', '', FORM],
    ['nonsense', '{', FORM],
    ['the words as text', 'List-Unsubscribe=One-Click'],
    ['JSON', '{"List-Unsubscribe":"One-Click"}', { 'Content-Type': 'application/json' }],
    ['a button in JSON', '{"button":"all-off"}', { 'Content-Type': 'application/json' }],
    ['a broken form', '--', { 'Content-Type': 'multipart/form-data; boundary=x' }],
    ['another click', 'List-Unsubscribe=Two-Clicks', FORM],
    ['another case', 'list-unsubscribe=one-click', FORM],
    ['more than it', 'List-Unsubscribe=One-Click&a=b', FORM],
    ['it twice', 'List-Unsubscribe=One-Click&List-Unsubscribe=One-Click', FORM],
    ['two buttons', 'button=all-off&button=all-on', FORM],
    ['a file', multipart([['List-Unsubscribe', new Blob(['One-Click'])]])],
    ['a file as the button', multipart([['button', new Blob(['all-off'])]])],
    ...['inviter', 'inviter-', 'inviter-of', 'everybody-off', '-off', '', 'all-off-on'].map(
      (button): [string, string, Headers] => [`the button ${button}`, `button=${button}`, FORM],
    ),
  ])('of anything else does nothing: %s', async (_what, body, headers) => {
    expect(await posted(body, { ...BERND_HERE, ...headers })).toEqual([
      ...[400, 'There is no such choice.', BACK],
    ])
    expect(await optOuts()).toEqual([])
  })
})

describe('for the member who is signed in, the page', () => {
  test('shows what is set, and offers everything, the inviter and the group', async () => {
    expect(await looked(BERND)).toMatchObject({
      status: 200,
      words: [QUESTION],
      settings: [
        'On: all group invitations.',
        'On: invitations from Anna Schmidt.',
        'On: invitations into “TypeScript Hamburg”.',
      ],
      buttons: ['all-off', 'inviter-off', 'group-off'],
    })
  })

  test.each(CHOICES)('shows and offers the way back: %s', async (name) => {
    await press(`${name}-off`)
    const { settings, buttons, words } = await looked(BERND)
    expect(words).toEqual([name === 'all' ? 'Nobody can invite you into groups.' : QUESTION])
    expect(settings.filter((line) => line.startsWith('Off'))).toHaveLength(1)
    expect(buttons.filter((button) => button?.endsWith('-on'))).toEqual([`${name}-on`])
    expect((await press(`${name}-on`, BERND_HERE))[0]).toBe(303)
    expect(await optOuts()).toEqual([])
  })

  test('comes again after the way back, and says what is set then', async () => {
    for (const [name] of CHOICES) await press(`${name}-off`)
    const body = new URLSearchParams({ button: 'inviter-on' })
    const answer = await fetch(pathTo(), { method: 'POST', body, headers: BERND_HERE })
    expect(answer.url).toBe(pathTo())
    expect(pageOf(await answer.text()).textsOf('span')).toEqual(['Off: all group invitations.'])
    expect(await optOuts()).toEqual(['all', { groupId: 'typescript-hamburg' }])
  })

  test('does not say that a smaller one is on while all are off', async () => {
    for (const others of [[], ['inviter-off']]) {
      for (const button of ['all-off', ...others]) await press(button)
      expect(await looked(BERND)).toMatchObject({
        words: ['Nobody can invite you into groups.'],
        settings: ['Off: all group invitations.'],
        buttons: ['all-on'],
      })
    }
    await press('all-on', BERND_HERE)
    expect(await optOuts()).toEqual([{ inviterId: 'anna' }])
    expect((await looked(BERND)).settings).toContain('Off: invitations from Anna Schmidt.')
  })

  test('takes the way back only from this service’s own pages', async () => {
    await press('all-off')
    const elsewhere: readonly Headers[] = [
      {},
      { Origin: 'null' },
      { Origin: site.origin },
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]
    for (const headers of elsewhere) {
      expect((await press('all-on', { ...BERND, ...headers }))[0]).toBe(403)
    }
    expect(await optOuts()).toEqual(['all'])
    expect((await press('all-on', { ...BERND, 'Sec-Fetch-Site': 'same-origin' }))[0]).toBe(303)
    expect(await optOuts()).toEqual([])
  })

  test('shows nothing of other inviters and groups as if it were set here', async () => {
    const { preferences } = site.repositories
    await preferences.setOptOut('bernd', { inviterId: 'clara' }, true)
    await preferences.setOptOut('bernd', { groupId: 'chess' }, true)
    expect((await looked(BERND)).settings.filter((line) => line.startsWith('Off'))).toEqual([])
  })

  test('shows what is set over a store that returns no more than was asked for', async () => {
    await site.close()
    const { invitations, preferences } = site.repositories
    const findOptOuts: typeof preferences.findOptOuts = async (memberIds, inviterIds, groupIds) => {
      const found = await preferences.findOptOuts(memberIds, inviterIds, groupIds)
      const isAskedFor = (optOut: OptOut) =>
        optOut === 'all' ||
        ('inviterId' in optOut
          ? inviterIds.includes(optOut.inviterId)
          : groupIds.includes(optOut.groupId))
      return new Map([...found].map(([id, optOuts]) => [id, optOuts.filter(isAskedFor)]))
    }
    site = await served({ invitations, preferences: { ...preferences, findOptOuts } })
    for (const button of ['inviter-off', 'group-off']) await press(button)
    expect((await looked(BERND)).buttons).toEqual(['all-off', 'inviter-on', 'group-on'])
    await press('all-off')
    expect((await looked(BERND, pathTo('deleted'))).buttons).toEqual(['all-on'])
  })

  test('offers everything alone if the invitation was deleted', async () => {
    const path = pathTo('deleted')
    expect((await looked(BERND, path)).settings).toEqual(['On: all group invitations.'])
    await press('all-off', BERND, path)
    expect((await looked(BERND, path)).settings).toEqual(['Off: all group invitations.'])
  })

  test('names nobody whom the member does not see any more', async () => {
    await site.close()
    const profiles = { findProfiles: () => new Map() }
    const groups = { findGroups: () => new Map() }
    site = await served({ profiles, groups, invitations: site.repositories.invitations })
    expect((await looked(BERND)).settings).toEqual([
      'On: all group invitations.',
      'On: invitations from the member who wrote this one.',
      'On: invitations into this group.',
    ])
  })

  test('names the inviter as the member sees them', async () => {
    await site.close()
    const profile = { wants: [], haves: [], other: [] }
    const profiles = {
      findProfiles: (memberIds: readonly string[], viewerId: string) =>
        new Map(memberIds.map((id) => [id, { ...profile, displayName: `${id} for ${viewerId}` }])),
    }
    site = await served({ profiles, invitations: site.repositories.invitations })
    expect((await looked(BERND)).settings[1]).toBe('On: invitations from anna for bernd.')
  })

  test('shows a name as text, whatever it is', async () => {
    await site.close()
    const inviter = { displayName: '<b>Anna</b>', wants: [], haves: [], other: [] }
    const profiles = { findProfiles: () => new Map([['anna', inviter]]) }
    site = await served({ profiles, invitations: site.repositories.invitations })
    expect((await looked(BERND)).settings[1]).toBe('On: invitations from <b>Anna</b>.')
  })

  test.each([new Error('down'), 'down'])(
    'says so if it cannot look, and logs it',
    async (cause) => {
      await site.close()
      const findInvitation = () => Promise.reject(cause)
      site = await served({ invitations: { ...site.repositories.invitations, findInvitation } })
      expect((await looked(BERND)).status).toBe(503)
      expect((await press('group-off'))[0]).toBe(503)
      const where = { dependency: 'opt-out page', operation: 'find', effect: 'none' }
      const outage = { ...where, cause: { message: 'down' } }
      expect(site.logged).toMatchObject([outage, outage])
    },
  )
})
