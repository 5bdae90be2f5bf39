import { decide, type InvitationFacts } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import { enforcementFor, enforcementWith } from '../../src/decision/enforcement.js'
import { aRequest, someFacts } from '../support/builders.js'

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

test('changes leave the rest as it is; what is undefined is no change', () => {
  const changes = { LinkInText: 'deny', MassMessage: 'off', SalutationMissing: undefined } as const
  expect(enforcementWith(changes)).toEqual({
    ...enforcementWith(),
    LinkInText: 'deny',
    MassMessage: 'off',
  })
})

test('an inherited setting is none', () => {
  const changes = Object.create({ MassMessage: 'off' }) as object
  expect(enforcementWith(changes)).toEqual(enforcementWith())
})

test('a draft that cannot be judged is judged by its form alone', () => {
  const settings = enforcementWith()
  const off = Object.fromEntries(Object.keys(settings).map((type) => [type, 'off']))
  expect(enforcementFor({ text: '' }, settings)).toEqual(off)
  expect(enforcementFor({ text: 'a'.repeat(7501) }, settings)).toEqual(off)
  expect(enforcementFor({ text: 'a', subject: 'a'.repeat(7500) }, settings)).toEqual(off)
  expect(enforcementFor({ text: 'a'.repeat(7500) }, settings)).toBe(settings)
  expect(enforcementFor({ text: 'a'.repeat(7499), subject: 'a' }, settings)).toBe(settings)
})

describe('decide', () => {
  const decided = (facts: Partial<InvitationFacts>, ...options: [Parameters<typeof decide>[2]?]) =>
    decide(aRequest({ text: 'Hallo zusammen!' }), someFacts(facts), ...options)
  const typesIn = (findings: readonly { type: string }[]) => findings.map(({ type }) => type)

  test('denies and advises', () => {
    const error = decided({})._unsafeUnwrapErr()
    expect(error).toMatchObject({
      denials: [{ type: 'SalutationMissing' }, { type: 'ProfileReferenceMissing' }],
      advisories: [{ type: 'WantsAndHavesNotAddressed' }],
    })
  })

  test('can advise all of it, and approves then', () => {
    const enforcement = { SalutationMissing: 'advise', ProfileReferenceMissing: 'advise' } as const
    const { advisories } = decided({}, { enforcement })._unsafeUnwrap()
    expect(typesIn(advisories)).toEqual([
      'SalutationMissing',
      'ProfileReferenceMissing',
      'WantsAndHavesNotAddressed',
    ])
  })

  test('takes mentions and evidence from the facts where they are known', () => {
    const evidence = [{ category: 'spam', term: 'a model’s word', index: 0 }] as const
    const mentions = [{ field: 'haves', entry: 'TypeScript' }] as const
    const error = decided({ mentions, evidence })._unsafeUnwrapErr()
    expect(error).toMatchObject({
      denials: [{ type: 'SalutationMissing' }, { type: 'ProhibitedContent', evidence }],
      advisories: [],
    })
  })

  test('an enforcement that is none is a defect', () => {
    const enforcement = { LinkInText: 'maybe' as never }
    expect(() => decided({}, { enforcement })).toThrow(
      new TypeError('options.enforcement.LinkInText must be deny, advise or off'),
    )
  })
})

describe('a declared reference', () => {
  const judged = (field: 'wants' | 'haves' | 'other', entry: string) =>
    decide(
      aRequest({ text: 'Lieber Bernd, komm doch vorbei!', reference: { field, entry } }),
      someFacts(),
    ).match(
      ({ request, advisories }) => ({ reference: request.reference, advisories }),
      (error) => ('denials' in error ? error.denials.map(({ type }) => type) : []),
    )

  test('to a real entry satisfies the rules, and is kept', () => {
    const reference = { field: 'haves', entry: 'TypeScript' }
    expect(judged('haves', 'TypeScript')).toEqual({ reference, advisories: [] })
    expect(judged('haves', ' TypeScript ')).toMatchObject({ advisories: [] })
  })

  test.each([
    ['wants', 'TypeScript'],
    ['haves', 'typescript'],
    ['haves', 'Java'],
    ['haves', ''],
  ] as const)('to what is no entry is ignored: %s, %s', (field, entry) => {
    expect(judged(field, entry)).toEqual(['ProfileReferenceMissing'])
  })
})
