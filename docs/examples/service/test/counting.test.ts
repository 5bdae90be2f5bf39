import { type Observation, DENIAL_TYPES } from 'group-invitations'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aRequest } from '../../../../test/support/builders.js'
import { denialMetrics } from '../denial-metrics.js'
import { type Served, served } from './served.js'

const { inviterId: _inviterId, ...draft } = aRequest()
const toDora = { ...draft, recipientId: 'dora', text: 'Hallo zusammen!' }

let site: Served
let metrics: ReturnType<typeof denialMetrics>
const observed: Observation[] = []
beforeEach(async () => {
  metrics = denialMetrics()
  observed.length = 0
  const observe = (observation: Observation) => void observed.push(observation)
  site = await served({}, { count: metrics.count, observe })
})
afterEach(() => site.close())

const scraped = async () => (await metrics.routes.request('/metrics')).text()
/** The counters that are not 0. */
const raised = async () =>
  Object.fromEntries(
    [...(await scraped()).matchAll(/^invitation_denials_total\{type="(\w+)"\} (\d+)$/gm)]
      .map(([, type = '', sum]) => [type, Number(sum)] as const)
      .filter(([, sum]) => sum > 0),
  )

describe('the counters', () => {
  test('have 0 for each type before anything is sent, in the format of Prometheus', async () => {
    const response = await metrics.routes.request('/metrics')
    expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4')
    const lines = DENIAL_TYPES.map((type) => `invitation_denials_total{type="${type}"} 0\n`)
    expect(await response.text()).toBe(
      ['# TYPE invitation_denials_total counter\n', ...lines].join(''),
    )
  })

  test('count the real types of sendings, of which the inviter learns no more than before', async () => {
    const path = '/invitations/form-1'
    const answer = await site.call('PUT', path, { body: toDora })
    expect(answer).toMatchObject({
      status: 409,
      body: { errors: [{ type: 'RecipientUnavailable' }] },
    })
    await site.call('PUT', path, { body: toDora })
    await site.call('PUT', path, { body: { ...draft, text: '' } })
    expect(await raised()).toEqual({ RecipientOptedOut: 2, SalutationMissing: 2, TextEmpty: 1 })
  })

  test('count no check, no choice, nothing sent or replayed, and no error that is no denial', async () => {
    await site.call('POST', '/invitations/check', { body: toDora })
    await site.call('GET', '/members/dora/groups')
    await site.call('PUT', '/invitations/form-1', { body: draft })
    await site.call('PUT', '/invitations/form-1', { body: draft })
    await site.call('PUT', '/invitations/form-1', { body: toDora })
    await site.call('PUT', '/invitations/form-2', { body: null })
    expect(await raised()).toEqual({})
  })

  test('name nobody, and have no word of a member', async () => {
    const before = (await scraped()).replace(/\d/g, '')
    await site.call('PUT', '/invitations/form-1', { body: toDora })
    expect((await scraped()).replace(/\d/g, '')).toBe(before)
  })

  test('are on none of the routes of the members', async () => {
    for (const [headers, status] of [
      [{ 'X-Member': 'anna' }, 404],
      [{}, 401],
    ] as const) {
      expect((await fetch(`${site.origin}/metrics`, { headers })).status).toBe(status)
    }
  })

  test('stop no answer, if they fail', async () => {
    await site.close()
    const count = () => {
      throw new Error('down')
    }
    site = await served({}, { count })
    const answer = await site.call('PUT', '/invitations/form-1', { body: toDora })
    expect(answer).toMatchObject({ status: 409 })
  })
})

describe('the record', () => {
  test('has what is decided of a sending, and nothing that is only checked or replayed', async () => {
    await site.call('POST', '/invitations/check', { body: draft })
    expect(observed).toEqual([])
    await site.call('PUT', '/invitations/form-1', { body: toDora })
    await site.call('PUT', '/invitations/form-1', { body: draft })
    await site.call('PUT', '/invitations/form-1', { body: draft })
    expect(observed.map(({ request, verdict }) => [request.recipientId, verdict.isOk()])).toEqual([
      ['dora', false],
      ['bernd', true],
    ])
  })

  test('is made, or nothing is sent: then an outage is logged', async () => {
    await site.close()
    const observe = () => {
      throw new Error('disk full')
    }
    site = await served({}, { observe })
    const answer = await site.call('PUT', '/invitations/form-1', { body: draft })
    expect(answer).toMatchObject({ status: 503 })
    expect(site.logged).toMatchObject([
      { dependency: 'observe', effect: 'none', cause: { message: 'disk full' } },
    ])
    expect(site.repositories.pendingDeliveries()).toEqual([])
  })
})
