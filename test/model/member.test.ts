import { describe, expect, test } from 'vitest'
import { fieldsOfGroup, fieldsOfProfile } from '../../src/model/member.js'

const profile = {
  displayName: ' Müller, Bernd ',
  givenName: 'Bernd',
  familyName: 'Müller',
  locale: 'de-DE',
  wants: ['Schach', 'Schach'],
  haves: ['TypeScript'],
  other: [' Elbnetz AG '],
  url: 'https://elbnetz.example/bernd',
}
const { displayName, wants, haves, other } = profile
const shortest = { displayName, wants, haves, other }
const group = { name: ' Schach ', url: 'https://elbnetz.example/chess', admission: 'open' as const }
const secrets = { email: 'bernd@mail.example', passwordHash: '5f' }

describe('the fields of a profile', () => {
  test.each([profile, shortest, { ...shortest, familyName: '' }])(
    'are all of its own: %o',
    (own) => {
      expect(fieldsOfProfile(own)).toStrictEqual(own)
      expect(fieldsOfProfile({ ...own, ...secrets })).toStrictEqual(own)
    },
  )

  test('have no key for what is undefined', () => {
    const none = { givenName: undefined, familyName: undefined, locale: undefined, url: undefined }
    expect(fieldsOfProfile({ ...shortest, ...none })).toStrictEqual(shortest)
  })

  test('stay as they are if the store changes its own', () => {
    const stored = { displayName, wants: ['a'], haves: ['b'], other: ['c'] }
    const copy = fieldsOfProfile(stored)
    for (const entries of [stored.wants, stored.haves, stored.other]) entries.push('new')
    expect(copy).toStrictEqual({ displayName, wants: ['a'], haves: ['b'], other: ['c'] })
  })
})

describe('the fields of a group', () => {
  const { name } = group
  test.each([group, { name }, { name, admission: 'approval' as const }])(
    'are all of its own: %o',
    (own) => {
      expect(fieldsOfGroup(own)).toStrictEqual(own)
      expect(fieldsOfGroup({ ...own, ...secrets })).toStrictEqual(own)
    },
  )

  test('have no key for what is undefined', () => {
    expect(fieldsOfGroup({ name, url: undefined, admission: undefined })).toStrictEqual({ name })
  })
})
