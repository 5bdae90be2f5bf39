import { decide } from 'group-invitations'
import { err, ok } from 'neverthrow'
import { expect, test } from 'vitest'
import { aRequest, NOW, someFacts } from '../support/builders.js'

test('approves from facts at hand', () => {
  expect(decide(aRequest({ text: ' Lieber Bernd, TypeScript! ' }), someFacts())).toEqual(
    ok({
      request: aRequest({ text: 'Lieber Bernd, TypeScript!' }),
      advisories: [],
      decidedAt: NOW,
      repeatableAt: new Date('2026-11-12T12:00:00.000Z'),
      textFingerprint: '1.',
    }),
  )
})

test('refuses from facts at hand', () => {
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

test('facts that are incomplete or of a wrong type are a defect', () => {
  const { claim: _forgotten, ...incomplete } = someFacts()
  expect(() => decide(aRequest(), incomplete as never)).toThrow(
    new TypeError('facts.claim must be given'),
  )
  expect(() => decide(aRequest(), someFacts({ recipientProfile: null as never }))).toThrow(
    new TypeError('facts.recipientProfile must be an object'),
  )
})

test('a verdict shares no date with the facts', () => {
  const facts = someFacts({ now: new Date(NOW) })
  const { decidedAt } = decide(aRequest(), facts)._unsafeUnwrap()
  facts.now.setFullYear(1999)
  expect(decidedAt.getFullYear()).toBe(2026)
})
