import { describe, expect, test } from 'vitest'
import { enforcementWith } from '../../src/decision/enforcement.js'
import { parseRequest } from '../../src/validation/parse-request.js'
import { analyzeDraft } from '../../src/decision/analyze-draft.js'
import { aRequest, someFacts } from '../support/builders.js'

const request = aRequest({ text: 'Lieber Bernd, TypeScript und passives Einkommen!' })
const off = { SalutationMissing: 'off', UnfilledPlaceholder: 'off', LinkInText: 'off' } as const
const reference = { ProfileReferenceMissing: 'off', WantsAndHavesNotAddressed: 'off' } as const

function read(enforcement: Parameters<typeof enforcementWith>[0]) {
  const parsed = parseRequest(request)._unsafeUnwrap()
  return analyzeDraft(parsed, someFacts(), enforcementWith(enforcement))
}

describe('what no enforced rule asks for is not read', () => {
  test('all of it is, by default', () => {
    expect(read({})).toMatchObject({
      given: { text: request.text },
      names: ['Bernd', 'Müller'],
      mentions: [{ field: 'haves', entry: 'TypeScript' }],
      evidence: [{ term: 'passives Einkommen' }],
    })
    expect(read({}).textFingerprint).not.toBe('1.')
  })

  test('nothing is, where all are off', () => {
    const all = { ...off, ...reference, MassMessage: 'off', ProhibitedContent: 'off' } as const
    const { given, ...reading } = read(all)
    expect(given).toEqual({ subject: request.subject, text: request.text })
    expect(reading).toEqual({
      ...{ isTextPlain: true, names: [], mentions: [], evidence: [], textFingerprint: '1.' },
    })
  })

  test('mentions are, where one of their two rules asks', () => {
    expect(read(reference).mentions).toEqual([])
    expect(read({ ProfileReferenceMissing: 'off' }).mentions).toHaveLength(1)
    expect(read({ WantsAndHavesNotAddressed: 'off' }).mentions).toHaveLength(1)
  })

  test('evidence and fingerprint each have a rule that asks', () => {
    expect(read({ ProhibitedContent: 'off' })).toMatchObject({ evidence: [] })
    expect(read({ ProhibitedContent: 'off' }).evidence).toHaveLength(0)
    expect(read({ MassMessage: 'off' }).textFingerprint).toBe('1.')
  })
})
