import type { OptOut } from 'group-invitations'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aRequest } from '../../../../test/support/builders.js'
import { pageOf } from '../../../../test/support/page.js'
import { keyOf } from '../invitation-key.js'
import { links, type Served, served } from './served.js'

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
const pathTo = (memberId: string, id = invitationId) =>
  links.linkFor({ memberId, invitationId: id }).replace('https://elbnetz.example', site.origin)

async function looked(path = pathTo('bernd')) {
  const response = await fetch(path)
  const page = pageOf(await response.text())
  const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim()
  return {
    status: response.status,
    words: page.textsOf('p').map(oneLine),
    settings: page.textsOf('span'),
    buttons: page.attributesOf('button', 'value'),
    labels: page.textsOf('button').map(oneLine),
  }
}

/** Presses a button of the page, as a browser does. */
async function press(button: string, path = pathTo('bernd')) {
  const answer = await fetch(path, { method: 'POST', body: new URLSearchParams({ button }) })
  return [answer.status, ...pageOf(await answer.text()).textsOf('p')]
}

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

describe('the page of the way out', () => {
  test('shows what is set, and offers everything, the inviter and the group', async () => {
    expect(await looked()).toEqual({
      status: 200,
      words: ['Would you rather not be invited into groups any more?'],
      settings: [
        'On: all group invitations.',
        'On: invitations from Anna Schmidt.',
        'On: invitations into “TypeScript Hamburg”.',
      ],
      buttons: ['all-off', 'inviter-off', 'group-off'],
      labels: [
        'Switch off all group invitations',
        'Switch off invitations from Anna Schmidt',
        'Switch off invitations into “TypeScript Hamburg”',
      ],
    })
  })

  test.each([
    ['all', 'all', 'all group invitations'],
    ['inviter', { inviterId: 'anna' }, 'invitations from Anna Schmidt'],
    ['group', { groupId: 'typescript-hamburg' }, 'invitations into “TypeScript Hamburg”'],
  ] as const)('switches off and on again: %s', async (name, optOut, words) => {
    const back = 'See what is switched off'
    expect(await press(`${name}-off`)).toEqual([200, `Switched off: ${words}.`, back])
    expect(await optOuts()).toEqual([optOut])
    const { settings, buttons, words: introduction } = await looked()
    expect(introduction).toEqual([
      name === 'all'
        ? 'Nobody can invite you into groups.'
        : 'Would you rather not be invited into groups any more?',
    ])
    expect(settings.filter((line) => line.startsWith('Off'))).toEqual([`Off: ${words}.`])
    expect(buttons.filter((button) => button?.endsWith('-on'))).toEqual([`${name}-on`])
    expect(await press(`${name}-on`)).toEqual([200, `Switched on again: ${words}.`, back])
    expect(await optOuts()).toEqual([])
  })

  test('ends one of several, and leaves the others', async () => {
    for (const button of ['all-off', 'inviter-off', 'group-off']) await press(button)
    expect((await looked()).words).toEqual(['Nobody can invite you into groups.'])
    await press('all-on')
    expect(await optOuts()).toEqual([{ inviterId: 'anna' }, { groupId: 'typescript-hamburg' }])
  })

  test('shows nothing of other inviters and groups as if it were set here', async () => {
    const { preferences } = site.repositories
    await preferences.setOptOut('bernd', { inviterId: 'clara' }, true)
    await preferences.setOptOut('bernd', { groupId: 'chess' }, true)
    expect((await looked()).settings.filter((line) => line.startsWith('Off'))).toEqual([])
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
    for (const button of ['all-off', 'inviter-off', 'group-off']) await press(button)
    expect((await looked()).buttons).toEqual(['all-on', 'inviter-on', 'group-on'])
    expect((await looked(pathTo('bernd', 'deleted'))).buttons).toEqual(['all-on'])
  })

  test('offers everything alone if the invitation was deleted, and the one click still works', async () => {
    const path = pathTo('bernd', 'deleted')
    expect((await looked(path)).settings).toEqual(['On: all group invitations.'])
    expect(await press('inviter-off', path)).toEqual([
      400,
      'This choice does not exist any more.',
      'See what is switched off',
    ])
    expect((await fetch(path, { method: 'POST' })).status).toBe(200)
    expect((await looked(path)).settings).toEqual(['Off: all group invitations.'])
  })

  test.each(['inviter', 'inviter-', 'inviter-of', 'everybody-off', '-off', ''])(
    'does nothing for a button that it does not have: %j',
    async (button) => {
      expect((await press(button))[0]).toBe(400)
      expect(await optOuts()).toEqual([])
    },
  )

  test('takes whatever a mail program sends for everything', async () => {
    const form = new FormData()
    form.set('List-Unsubscribe', 'One-Click')
    const file = new FormData()
    file.set('button', new Blob(['inviter-off']))
    for (const body of [form, file, '', '{', null]) {
      await site.repositories.preferences.setOptOut('bernd', 'all', false)
      expect((await fetch(pathTo('bernd'), { method: 'POST', body })).status).toBe(200)
      expect(await optOuts()).toEqual(['all'])
    }
  })

  test('names nobody whom the member does not see any more', async () => {
    await site.close()
    const { profiles, groups } = {
      profiles: { findProfiles: () => new Map() },
      groups: { findGroups: () => new Map() },
    }
    const { invitations } = site.repositories
    site = await served({ profiles, groups, invitations })
    expect((await looked()).settings).toEqual([
      'On: all group invitations.',
      'On: invitations from the member who invited you.',
      'On: invitations into that group.',
    ])
  })

  test('sees the inviter through the member whose link it is', async () => {
    await site.close()
    const profile = { wants: [], haves: [], other: [] }
    const profiles = {
      findProfiles: (memberIds: readonly string[], viewerId: string) =>
        new Map(memberIds.map((id) => [id, { ...profile, displayName: `${id} for ${viewerId}` }])),
    }
    site = await served({ profiles, invitations: site.repositories.invitations })
    expect((await looked()).settings[1]).toBe('On: invitations from anna for bernd.')
  })

  test('shows a name as text, whatever it is', async () => {
    await site.close()
    const inviter = { displayName: '<b>Anna</b>', wants: [], haves: [], other: [] }
    const profiles = { findProfiles: () => new Map([['anna', inviter]]) }
    site = await served({ profiles, invitations: site.repositories.invitations })
    expect((await looked()).settings[1]).toBe('On: invitations from <b>Anna</b>.')
    expect(await press('inviter-off')).toContain('Switched off: invitations from <b>Anna</b>.')
  })

  test.each([new Error('down'), 'down'])(
    'says so if it cannot look, and logs it',
    async (cause) => {
      await site.close()
      const preferences = {
        ...site.repositories.preferences,
        findOptOuts: () => Promise.reject(cause),
      }
      site = await served({ preferences, invitations: site.repositories.invitations })
      expect((await looked()).status).toBe(503)
      expect((await press('group-off'))[0]).toBe(503)
      const outage = { dependency: 'opt-out page', operation: 'find', effect: 'none' }
      expect(site.logged).toMatchObject([outage, outage])
      // One click does not look.
      expect((await fetch(pathTo('bernd'), { method: 'POST' })).status).toBe(200)
    },
  )
})
