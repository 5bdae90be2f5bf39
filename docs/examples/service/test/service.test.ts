import { InvitationPolicy, InvitationService } from 'group-invitations'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aRequest } from '../../../../test/support/builders.js'
import { ORIGIN, type Served, served } from './served.js'

const { inviterId: _inviterId, ...draft } = aRequest()

let site: Served
beforeEach(async () => {
  site = await served()
})
afterEach(() => site.close())

describe('choosing', () => {
  test('a group for a member', async () => {
    expect(await site.call('GET', '/members/bernd/groups')).toEqual({
      status: 200,
      type: 'application/json',
      body: [
        {
          groupId: 'typescript-hamburg',
          name: 'TypeScript Hamburg',
          denials: [],
          reasons: [],
        },
        {
          groupId: 'chess',
          name: 'Schach',
          denials: [{ type: 'AlreadyMember' }],
          reasons: ['This member is in the group already.'],
        },
      ],
    })
  })

  test('a contact for a group, and nothing of why one is unavailable', async () => {
    const { body } = await site.call('GET', '/groups/typescript-hamburg/contacts', {
      language: 'fr, en;q=0.5, de-AT;q=0.7',
    })
    expect(body).toMatchObject([
      { memberId: 'bernd', displayName: 'Bernd Müller', denials: [], reasons: [] },
    ])
    const isDone = await new InvitationService(
      new InvitationPolicy(site.repositories),
      site.repositories,
    ).optOut('bernd')
    expect(isDone.isOk()).toBe(true)
    expect(
      (
        await site.call('GET', '/groups/typescript-hamburg/contacts', {
          language: 'fr, en;q=0.5, de-AT;q=0.7',
        })
      ).body,
    ).toEqual([
      {
        memberId: 'bernd',
        denials: [{ type: 'RecipientUnavailable' }],
        reasons: ['Dieses Mitglied kann nicht in diese Gruppe eingeladen werden.'],
      },
    ])
  })

  test('no more of a profile or a group than the screens show, whatever the store returns', async () => {
    await site.close()
    const { profiles, groups } = site.repositories
    const more = { wants: ['a job'], haves: ['TypeScript'], other: ['Elbwerk'], locale: 'de-DE' }
    site = await served({
      profiles: {
        findProfiles: async (memberIds, viewerId) =>
          new Map(
            [...(await profiles.findProfiles(memberIds, viewerId))].map(([memberId, profile]) => [
              memberId,
              { ...profile, ...more, url: `https://elbnetz.example/${memberId}` },
            ]),
          ),
      },
      groups: {
        findGroups: async (groupIds) =>
          new Map(
            [...(await groups.findGroups(groupIds))].map(([groupId, group]) => [
              groupId,
              { ...group, admission: 'open', url: `https://elbnetz.example/${groupId}` },
            ]),
          ),
      },
    })
    const choice = { denials: [], reasons: [] }
    expect((await site.call('GET', '/groups/typescript-hamburg/contacts')).body).toEqual([
      {
        ...choice,
        ...{ memberId: 'bernd', displayName: 'Bernd Müller', url: 'https://elbnetz.example/bernd' },
      },
    ])
    expect((await site.call('GET', '/members/bernd/groups')).body).toContainEqual({
      ...choice,
      groupId: 'typescript-hamburg',
      name: 'TypeScript Hamburg',
      url: 'https://elbnetz.example/typescript-hamburg',
    })
  })

  test('a group that cannot be asked for', async () => {
    const { status, body } = await site.call('GET', `/members/${'x'.repeat(256)}/groups`)
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/recipientId' }] },
    })
    expect(await site.call('GET', `/groups/${'x'.repeat(256)}/contacts`)).toMatchObject({
      status: 400,
    })
  })
})

describe('checking', () => {
  test('gives advice where nothing stands in the way', async () => {
    expect(await site.call('POST', '/invitations/check', { body: draft })).toEqual({
      status: 200,
      type: 'application/json',
      body: { advice: [] },
    })
    const text = `${draft.text} elbschach.de`
    expect(
      await site.call('POST', '/invitations/check', { body: { ...draft, text } }),
    ).toMatchObject({
      body: {
        advice: [
          'A personal invitation needs no links or e-mail addresses. Please leave this out: “elbschach.de”.',
        ],
      },
    })
  })

  test('tells what does', async () => {
    const refusal = await site.call('POST', '/invitations/check', {
      body: { ...draft, text: 'a'.repeat(501) },
    })
    expect(refusal).toMatchObject({
      status: 422,
      type: 'application/problem+json',
      body: {
        title: 'Text too long',
        instance: '/invitations/check',
        errors: [
          { type: 'TextTooLong', pointer: '#/text' },
          { type: 'SalutationMissing' },
          { type: 'ProfileReferenceMissing' },
        ],
      },
    })
  })

  test('goes by who is logged in, whatever the body says', async () => {
    const body = { ...draft, inviterId: 'anna' }
    expect(await site.call('POST', '/invitations/check', { as: 'dora', body })).toMatchObject({
      status: 403,
      body: { errors: [{ type: 'InviterNotInGroup' }] },
    })
  })

  test.each(['', '{', 'null', '[]', '"text"'])('takes %j for what it is', async (body) => {
    const answer = await site.call('POST', '/invitations/check', { body })
    expect(answer).toMatchObject({ status: 400, type: 'application/problem+json' })
  })

  test('says that it cannot, where something has failed, and logs what', async () => {
    await site.close()
    const profiles = { findProfiles: () => Promise.reject(new Error('password')) }
    site = await served({ profiles })
    const answer = await site.call('POST', '/invitations/check', { body: draft })
    expect(answer).toMatchObject({ status: 503, body: { title: 'Service unavailable' } })
    expect(JSON.stringify(answer)).not.toMatch(/password|profiles/)
    expect(site.logged).toMatchObject([
      {
        ...{ dependency: 'profiles', operation: 'findProfiles', effect: 'none' },
        cause: { name: 'Error', message: 'password' },
      },
    ])
  })

  test('is kept out of caches', async () => {
    const answer = await fetch(`${site.origin}/members/bernd/groups`, {
      headers: { 'X-Member': 'anna' },
    })
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })
})

describe('all of it', () => {
  const ask = (headers: Record<string, string>, body: string | null = JSON.stringify(draft)) =>
    fetch(`${site.origin}/invitations/check`, { method: 'POST', headers, body })

  test('is for who is logged in', async () => {
    const answer = await fetch(`${site.origin}/members/bernd/groups`)
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await answer.json()).toEqual({
      ...{ title: 'Unauthorized', status: 401, detail: 'Please log in.' },
      instance: '/members/bernd/groups',
    })
    expect(answer.status).toBe(401)
  })

  test('takes what a form can send from the origin that browsers see, behind a proxy too', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const form = { 'X-Member': 'anna', 'Content-Type': type }
      expect((await ask({ ...form, Origin: ORIGIN })).status).toBe(200)
      // The address behind the proxy is no browser's.
      for (const Origin of [site.origin, 'http://elbnetz.example', `${ORIGIN}.evil.example`]) {
        const answer = await ask({ ...form, Origin })
        expect(answer.status).toBe(403)
        expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
        expect(await answer.json()).toEqual({
          ...{ title: 'Forbidden', status: 403, detail: 'Please use the pages of this service.' },
          instance: '/invitations/check',
        })
      }
    }
  })

  test('allows no other site to send JSON', async () => {
    const answer = await fetch(`${site.origin}/invitations/check`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://evil.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
    })
    const allowed = [...answer.headers.keys()].filter((name) => name.startsWith('access-control'))
    expect(allowed).toEqual([])
  })
})
