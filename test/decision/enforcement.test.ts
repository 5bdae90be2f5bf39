import { decide, type InvitationFacts } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import { enforcementFor, enforcementWith, isAdvisory } from '../../src/decision/enforcement.js'
import { aRequest, someFacts } from '../support/builders.js'
import { oneOfEach } from '../support/denials.js'

test('by default the network’s demands are denied, and what is recommended is advised', () => {
  expect(enforcementWith()).toEqual({
    UnfilledPlaceholder: 'deny',
    SalutationMissing: 'deny',
    ProfileReferenceMissing: 'deny',
    WantsAndHavesNotAddressed: 'advise',
    LinkInText: 'advise',
    MassMessage: 'deny',
    ProhibitedContent: 'deny',
  })
})

test('changes keep the rest as it is; undefined changes nothing', () => {
  const changes = { LinkInText: 'deny', MassMessage: 'off', SalutationMissing: undefined } as const
  expect(enforcementWith(changes)).toEqual({
    ...enforcementWith(),
    LinkInText: 'deny',
    MassMessage: 'off',
  })
})

test('an inherited setting is named, since it would be ignored', () => {
  const changes = Object.create({ MassMessage: 'off' }) as object
  expect(() => enforcementWith(changes)).toThrow(
    new TypeError('options.enforcement.MassMessage must be a property of the options themselves'),
  )
})

test.each(['Unknown', 'AlreadyMember', 'TextTooLong', '__proto__', 'constructor'])(
  'an unknown key is named: %s',
  (key) => {
    const changes = Object.fromEntries([[key, 'deny']])
    expect(() => enforcementWith(changes)).toThrow(
      new TypeError(
        `options.enforcement.${key} is unknown; known are UnfilledPlaceholder, SalutationMissing, ` +
          'ProfileReferenceMissing, WantsAndHavesNotAddressed, LinkInText, MassMessage, ProhibitedContent',
      ),
    )
  },
)

test.each([
  ['LinkInText', 'maybe', 'deny, advise or off'],
  ['MassMessage', null, 'deny, advise or off'],
  ['WantsAndHavesNotAddressed', 'deny', 'advise or off'],
])('%s cannot be %s', (type, setting, expected) => {
  const changes = Object.fromEntries([[type, setting]])
  expect(() => enforcementWith(changes as object)).toThrow(
    new TypeError(`options.enforcement.${type} must be ${expected}`),
  )
})

test.each([[null], ['deny'], [['LinkInText']], [new Map()]])('%o is not an object', (changes) => {
  expect(() => enforcementWith(changes as object)).toThrow(
    new TypeError('options.enforcement must be an object'),
  )
})

test('the content of an empty or far too long draft is not judged', () => {
  const settings = enforcementWith()
  const off = Object.fromEntries(Object.keys(settings).map((type) => [type, 'off']))
  expect(enforcementFor({ text: '' }, settings)).toEqual(off)
  expect(enforcementFor({ text: 'a'.repeat(7501) }, settings)).toEqual(off)
  expect(enforcementFor({ text: 'a', subject: 'a'.repeat(7500) }, settings)).toEqual(off)
  expect(enforcementFor({ text: 'a'.repeat(7500) }, settings)).toBe(settings)
  expect(enforcementFor({ text: 'a'.repeat(7499), subject: 'a' }, settings)).toBe(settings)
})

test.each(['UnfilledPlaceholder', 'ProhibitedContent'] as const)(
  'what is sure is denied, and what is only suspected advised: %s',
  (type) => {
    for (const setting of ['deny', 'advise'] as const) {
      const enforcement = enforcementWith({ [type]: setting })
      const found = { ...oneOfEach[type] }
      expect(isAdvisory({ ...found, certainty: 'sure' }, enforcement)).toBe(setting === 'advise')
      expect(isAdvisory({ ...found, certainty: 'suspected' }, enforcement)).toBe(true)
    }
  },
)

describe('decide', () => {
  const decided = (facts: Partial<InvitationFacts>, ...options: [Parameters<typeof decide>[2]?]) =>
    decide(aRequest({ text: 'Hallo zusammen!' }), someFacts(facts), ...options)
  const typesOf = (findings: readonly { type: string }[]) => findings.map(({ type }) => type)

  test('denies and advises', () => {
    const error = decided({})._unsafeUnwrapErr()
    expect(error).toMatchObject({
      denials: [{ type: 'SalutationMissing' }, { type: 'ProfileReferenceMissing' }],
      advisories: [{ type: 'WantsAndHavesNotAddressed' }],
    })
  })

  test('approves if all of it is only advised', () => {
    const enforcement = { SalutationMissing: 'advise', ProfileReferenceMissing: 'advise' } as const
    const { advisories } = decided({}, { enforcement })._unsafeUnwrap()
    expect(typesOf(advisories)).toEqual([
      'SalutationMissing',
      'ProfileReferenceMissing',
      'WantsAndHavesNotAddressed',
    ])
  })

  test('takes mentions and evidence from the facts, if they have them', () => {
    const evidence = [{ category: 'spam', term: 'a model’s word', index: 0 }] as const
    const mentions = [{ field: 'haves', entry: 'TypeScript' }] as const
    const error = decided({ mentions, evidence })._unsafeUnwrapErr()
    expect(error).toMatchObject({
      denials: [
        { type: 'SalutationMissing' },
        { type: 'ProhibitedContent', certainty: 'sure', evidence },
      ],
      advisories: [],
    })
  })
})

describe('a declared reference', () => {
  const decided = (field: 'wants' | 'haves' | 'other', entry: string) =>
    decide(
      aRequest({ text: 'Lieber Bernd, komm doch vorbei!', reference: { field, entry } }),
      someFacts(),
    ).match(
      ({ request, advisories }) => ({ reference: request.reference, advisories }),
      (error) => ('denials' in error ? error.denials.map(({ type }) => type) : []),
    )

  test('to a real entry satisfies the rules, and is kept', () => {
    const reference = { field: 'haves', entry: 'TypeScript' }
    expect(decided('haves', 'TypeScript')).toEqual({ reference, advisories: [] })
    expect(decided('haves', ' TypeScript ')).toMatchObject({ advisories: [] })
  })

  test.each([
    ['wants', 'TypeScript'],
    ['haves', 'typescript'],
    ['haves', 'Java'],
    ['haves', ''],
  ] as const)('to something that is not an entry is ignored: %s, %s', (field, entry) => {
    expect(decided(field, entry)).toEqual(['ProfileReferenceMissing'])
  })
})
