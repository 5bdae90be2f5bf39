import type { InvitationRecord } from 'group-invitations'
import { type ContractCase, invitationRepositoryContract } from 'group-invitations/testing'
import { describe, expect, test } from 'vitest'
import { inMemoryFixture } from '../support/in-memory-fixture.js'
import { textOf } from '../support/repository.js'
import { brokenAnswerAdapters } from './broken-answer-adapters.js'
import { brokenInvitations } from './broken-invitations.js'
import { brokenKeyTypes, brokenListItems } from './broken-key-types.js'
import { brokenOthers } from './broken-others.js'
import { brokenPaces } from './broken-paces.js'
import { brokenPaceWrites } from './broken-pace-writes.js'
import { brokenPreferences } from './broken-preferences.js'
import { mapFixture, MapInvitations } from './map-invitations.js'

async function brokenAmong(cases: readonly ContractCase[]): Promise<Map<string, string>> {
  const broken = new Map<string, string>()
  for (const { name, run } of cases) {
    await run().catch((error: unknown) => broken.set(name, String(error)))
  }
  return broken
}

describe('an adapter over maps keeps every promise', () => {
  test('with nothing to skip', async () => {
    const cases = invitationRepositoryContract(() => mapFixture(MapInvitations))
    expect(await brokenAmong(cases)).toEqual(new Map())
  })

  test('without showing its deliveries', async () => {
    const cases = invitationRepositoryContract(
      () => ({ ...mapFixture(MapInvitations), deliveries: undefined }) as never,
    )
    const promises = cases.filter(({ needs }) => needs !== 'deliveries')
    expect(promises).toHaveLength(cases.length - 1)
    expect(await brokenAmong(promises)).toEqual(new Map())
    expect([...(await brokenAmong(cases)).values()]).toEqual([
      'Error: commit stores all deliveries: it needs a fixture with deliveries()',
    ])
  })

  test('failing at what no service passes, before it writes', async () => {
    class Adapter extends MapInvitations {
      protected override write(record: InvitationRecord) {
        const ids = record.deliveries.map(({ deliveryId }) => deliveryId)
        const hasNul = [record.textFingerprint, ...ids].some((text) => text.includes('\u0000'))
        if (hasNul || new Set(ids).size < ids.length) throw new Error('invalid')
        super.write(record)
      }
    }
    expect(await brokenAmong(invitationRepositoryContract(() => mapFixture(Adapter)))).toEqual(
      new Map(),
    )
  })

  test('with more fields than are promised, and dates of its own kind', async () => {
    class Adapter extends MapInvitations {
      protected override claimOf(...pair: [string, string, string]) {
        const claim = super.claimOf(...pair)
        return claim && { ...claim, inviterId: pair[0], version: 3 }
      }
      protected override kept(instant: Date) {
        return new LocalDate(instant)
      }
    }
    expect(await brokenAmong(invitationRepositoryContract(() => mapFixture(Adapter)))).toEqual(
      new Map(),
    )
  })
})

class LocalDate extends Date {
  override toISOString() {
    return `${super.toISOString().slice(0, -1)}+00:00`
  }
}

describe('an adapter that', () => {
  const broken = [
    ...brokenInvitations.map(({ flaw, promise, Adapter }) => ({
      flaw,
      promise,
      cases: () => invitationRepositoryContract(() => mapFixture(Adapter)),
    })),
    ...brokenOthers,
    ...brokenPreferences,
    ...brokenKeyTypes,
    ...brokenListItems,
  ]

  test.each(broken)('$flaw is found out', async ({ promise, ...adapter }) => {
    const found = await brokenAmong(adapter.cases())
    expect([...found.keys()]).toContain(promise)
    expect(found.get(promise)).toContain(`Error: ${promise}: `)
  })

  test('are as many as the page on adapters says', () => {
    const paces = brokenPaces.length + brokenPaceWrites.length
    const count = broken.length + brokenAnswerAdapters.length + paces
    expect(/on (\d+) adapters/.exec(textOf('docs/writing-adapters.md'))?.[1]).toBe(`${count}`)
  })

  test.each(brokenKeyTypes)('$flaw is named by the key', async ({ promise, ...adapter }) => {
    const message = (await brokenAmong(adapter.cases())).get(promise)
    expect(message).toMatch(
      /each key of the answer must be a string, and (7 is a (number|bigint)|undefined is not)$/,
    )
  })

  test('breaks a promise is reported with the expected value and the actual one', async () => {
    const [late] = brokenInvitations.filter(({ flaw }) => flaw === 'keeps seconds')
    const cases = late ? invitationRepositoryContract(() => mapFixture(late.Adapter)) : []
    const name = 'commit takes the pair until the `repeatableAt` of the invitation'
    expect((await brokenAmong(cases)).get(name)).toMatch(
      /^Error: commit takes .*: the claim must be \{invitationId: "i-1", repeatableAt: .*\.128Z, sentAt: .*\.123Z\}, and is \{invitationId: "i-1", repeatableAt: .*\.000Z, sentAt: .*\.000Z\}$/,
    )
  })
})

describe('the cases', () => {
  const open = () => inMemoryFixture(({ invitations }) => invitations)

  test('that need what a fixture lacks say so, and never pass', async () => {
    const cases = invitationRepositoryContract(open).filter(({ needs }) => needs === 'another')
    expect(cases.length).toBeGreaterThan(3)
    for (const { name, run } of cases) {
      await expect(run()).rejects.toThrow(`${name}: it needs a fixture with another()`)
    }
  })

  test('close what they have opened, whatever happens', async () => {
    let opened = 0
    const cases = invitationRepositoryContract(() => {
      opened += 1
      return {
        ...open(),
        seed: () => Promise.reject(new Error('the store is down')),
        close: () => {
          opened -= 1
        },
      }
    })
    for (const { name, needs, run } of cases) {
      if (needs === 'another') continue
      await expect(run()).rejects.toThrow(`${name}: the store is down`)
    }
    expect(opened).toBe(0)
  })

  test('name the promise also if the fixture itself fails', async () => {
    const [first] = invitationRepositoryContract(() => Promise.reject(new Error('no server')))
    await expect(first?.run()).rejects.toThrow(`${first?.name ?? ''}: no server`)
    const [second] = invitationRepositoryContract(() => ({
      ...open(),
      close: () => Promise.reject(new Error('socket closed')),
    }))
    await expect(second?.run()).rejects.toThrow(`${second?.name ?? ''}: socket closed`)
  })

  test('name the promise also if something else than an Error is thrown', async () => {
    const [first] = invitationRepositoryContract(() =>
      Promise.resolve({
        ...open(),
        seed: () => {
          throw 'down'
        },
      }),
    )
    await expect(first?.run()).rejects.toThrow(`${first?.name ?? ''}: down`)
  })
})
