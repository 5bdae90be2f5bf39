import type { InvitationFacts } from 'group-invitations'
import { fingerprintText, screenText } from 'group-invitations/content'
import { describe, expect, test } from 'vitest'
import { analyzeDraft } from '../../src/decision/analyze-draft.js'
import { enforcementWith } from '../../src/decision/enforcement.js'
import { parseRequest } from '../../src/validation/parse-request.js'
import { aProfile, aRequest, someFacts } from '../support/builders.js'
import { PROHIBITED } from '../support/clear-texts.js'

const [advertisement] = PROHIBITED['multi-level-marketing']
const request = aRequest({ text: `Lieber Bernd, TypeScript! ${advertisement}` })
const off = { SalutationMissing: 'off', UnfilledPlaceholder: 'off', LinkInText: 'off' } as const
const reference = { ProfileReferenceMissing: 'off', WantsAndHavesNotAddressed: 'off' } as const

function analyzed(enforcement: Parameters<typeof enforcementWith>[0]) {
  const parsed = parseRequest(request)._unsafeUnwrap()
  return analyzeDraft(parsed, someFacts(), enforcementWith(enforcement))
}

test('nobody is called without a profile, or by another name', () => {
  const isCalled = (facts: Partial<InvitationFacts>) =>
    analyzeDraft(parseRequest(request)._unsafeUnwrap(), someFacts(facts), enforcementWith({}))
      .isCalledByName
  expect(isCalled({})).toBe(true)
  expect(isCalled({ recipientProfile: undefined })).toBe(false)
  expect(isCalled({ recipientProfile: aProfile({ displayName: 'Clara Nowak' }) })).toBe(false)
})

test('mentions count that are entries of the profile, each as it is claimed', () => {
  const parsed = parseRequest(
    aRequest({ reference: { field: 'haves', entry: ' TypeScript' } }),
  )._unsafeUnwrap()
  const mentions = [
    { field: 'wants', entry: 'TypeScript' },
    { field: 'haves', entry: 'typescript' },
    { field: 'haves', entry: 'TypeScript\n' },
  ] as const
  const analysis = analyzeDraft(parsed, someFacts({ mentions }), enforcementWith({}))
  expect(analysis.mentions).toEqual([{ field: 'haves', entry: ' TypeScript' }, mentions[2]])
})

test('an empty list of the facts says that nothing was found', () => {
  const analysis = analyzeDraft(
    parseRequest(request)._unsafeUnwrap(),
    someFacts({ mentions: [], evidence: [] }),
    enforcementWith({}),
  )
  expect(analysis).toMatchObject({ mentions: [], evidence: [] })
})

describe('what no enforced rule needs is not analysed', () => {
  test('everything is, by default', () => {
    const about = { recipient: someFacts().recipientProfile, group: someFacts().group }
    expect(screenText(request, about)).not.toEqual([])
    expect(analyzed({})).toMatchObject({
      given: { text: request.text },
      names: ['Bernd', 'Müller'],
      isCalledByName: true,
      mentions: [{ field: 'haves', entry: 'TypeScript' }],
      evidence: screenText(request, about),
    })
    expect(analyzed({}).textFingerprint).toEqual(expect.stringMatching(/^1\../))
  })

  test('nothing is, if all rules are off', () => {
    const all = { ...off, ...reference, MassMessage: 'off', ProhibitedContent: 'off' } as const
    const { given, ...analysis } = analyzed(all)
    expect(given).toEqual({ subject: request.subject, text: request.text })
    expect(analysis).toEqual({
      ...{
        isTextPlain: true,
        names: [],
        isCalledByName: false,
        mentions: [],
        evidence: [],
        textFingerprint: undefined,
      },
    })
  })

  test('mentions are, if one of their two rules is enforced', () => {
    expect(analyzed(reference).mentions).toEqual([])
    expect(analyzed({ ProfileReferenceMissing: 'off' }).mentions).toHaveLength(1)
    expect(analyzed({ WantsAndHavesNotAddressed: 'off' }).mentions).toHaveLength(1)
  })

  test('a call by name is, if one of its two rules is enforced', () => {
    const { UnfilledPlaceholder, SalutationMissing } = off
    expect(analyzed({ UnfilledPlaceholder }).isCalledByName).toBe(true)
    expect(analyzed({ SalutationMissing }).isCalledByName).toBe(true)
    expect(analyzed(off).isCalledByName).toBe(false)
  })

  test('evidence is for one rule', () => {
    expect(analyzed({ ProhibitedContent: 'off' })).toMatchObject({ evidence: [] })
    expect(analyzed({ ProhibitedContent: 'off' }).evidence).toHaveLength(0)
  })

  test('the fingerprint is for the approval too', () => {
    const textFingerprint = fingerprintText(request.text, aProfile())
    expect(analyzed({ MassMessage: 'off' })).toMatchObject({ textFingerprint })
  })
})
