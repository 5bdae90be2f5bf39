import { type ContentEnforcement, decide } from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aProfile, aRequest, NOW, someFacts } from '../support/builders.js'

test('approves from complete facts', () => {
  expect(decide(aRequest({ text: ' Lieber Bernd, TypeScript! ' }), someFacts())).toEqual(
    ok({
      request: aRequest({ text: 'Lieber Bernd, TypeScript!' }),
      advisories: [],
      decidedAt: NOW,
      repeatableAt: new Date('2026-11-12T12:00:00.000Z'),
      textFingerprint: fingerprintText('Lieber Bernd, TypeScript!', aProfile()),
    }),
  )
})

test('denies from complete facts', () => {
  expect(decide(aRequest(), someFacts({ recipientOptedOut: true }))).toEqual(
    err({
      type: 'InvitationDenied',
      denials: [{ type: 'RecipientOptedOut' }],
      advisories: [],
      draft: { subject: aRequest().subject, text: aRequest().text },
    }),
  )
})

test('checks the shape of the request', () => {
  expect(decide({ ...aRequest(), route: 'search' as never }, someFacts())).toEqual(
    err({
      type: 'InvalidRequest',
      issues: [{ message: "route must be 'profile' or 'group'", path: ['route'] }],
    }),
  )
})

test('decides the same on the same request and facts', () => {
  const facts = Object.freeze(someFacts())
  const request = Object.freeze(aRequest())
  expect(decide(request, facts)).toEqual(decide(request, facts))
})

describe('the fingerprint of an approved text', () => {
  const text = 'Lieber Bernd, zu TypeScript: a b c d e f g h i j k l m n'
  const allOff: ContentEnforcement = {
    UnfilledPlaceholder: 'off',
    SalutationMissing: 'off',
    ProfileReferenceMissing: 'off',
    WantsAndHavesNotAddressed: 'off',
    LinkInText: 'off',
    MassMessage: 'off',
    ProhibitedContent: 'off',
  }

  test.each([
    ['by default', {}],
    ['without MassMessage', { MassMessage: 'off' }],
    ['without any content rule', allOff],
  ] as const)('is computed %s', (_case, enforcement) => {
    const { textFingerprint } = decide(aRequest({ text }), someFacts(), {
      enforcement,
    })._unsafeUnwrap()
    expect(textFingerprint).toBe(fingerprintText(text, aProfile()))
    expect(textFingerprint).not.toBe('1.')
  })
})

describe('a defect is', () => {
  test('facts that are incomplete or of a wrong type', () => {
    const { claim: _forgotten, ...incomplete } = someFacts()
    expect(() => decide(aRequest(), incomplete as never)).toThrow(
      new TypeError('facts.claim must be given'),
    )
    expect(() => decide(aRequest(), someFacts({ recipientProfile: null as never }))).toThrow(
      new TypeError('facts.recipientProfile must be an object'),
    )
  })

  test('an unknown option, which is named', () => {
    const misspelt = { enforcment: { LinkInText: 'deny' } } as object
    expect(() => decide(aRequest(), someFacts(), misspelt)).toThrow(
      new TypeError('options.enforcment is unknown; known are enforcement, pace'),
    )
  })

  test('options that are no object', () => {
    expect(() => decide(aRequest(), someFacts(), null as never)).toThrow(
      new TypeError('options must be an object'),
    )
  })

  test('a wrong enforcement, which is named', () => {
    const enforcement = { LinkInText: 'maybe' as never }
    expect(() => decide(aRequest(), someFacts(), { enforcement })).toThrow(
      new TypeError('options.enforcement.LinkInText must be deny, advise or off'),
    )
  })

  test('an unknown content finding, which is named', () => {
    const enforcement = { LinkInTxt: 'deny' } as object
    expect(() => decide(aRequest(), someFacts(), { enforcement })).toThrow(
      /^options\.enforcement\.LinkInTxt is unknown; known are UnfilledPlaceholder, /,
    )
  })
})
