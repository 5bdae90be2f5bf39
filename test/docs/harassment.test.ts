import { adviceForInviter, forInviter, InvitationPolicy, sanctionFor } from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { messagesFor } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { languages, screenWithHarassment } from '../../docs/examples/harassment.js'
import { aRequest, NOW } from '../support/builders.js'
import { HONEST, PROHIBITED } from '../support/clear-texts.js'
import { NETWORK } from '../support/network.js'

const policy = new InvitationPolicy(createInMemoryRepositories(NETWORK), {
  clock: () => NOW,
  screen: screenWithHarassment,
})
const decided = (text: string, subject?: string) => policy.evaluate(aRequest({ text, subject }))
const invitation = 'Lieber Bernd, du bietest TypeScript an.'
const [en, de] = [messagesFor('en', languages), messagesFor('de-AT', languages)]

describe.each([
  [`${invitation} Du bist ein Dummkopf.`, 'Du bist ein Dummkopf'],
  [`${invitation} Sie sind eine Idiotin!`, 'Sie sind eine Idiotin'],
  [`${invitation} You are an idiot.`, 'You are an idiot'],
])('harassment: %s', (text, term) => {
  test('is denied, in words of its own, and without a sanction', async () => {
    const error = (await decided(text))._unsafeUnwrapErr()
    const index = text.indexOf(term)
    const evidence = [{ category: 'harassment', term, index, certainty: 'sure' }]
    const denials = [{ type: 'ProhibitedContent', certainty: 'sure', evidence }]
    expect(error).toMatchObject({ type: 'InvitationDenied', denials })
    expect(denials.map(sanctionFor)).toEqual([undefined])
    const disclosed = forInviter(error)
    expect(en.describe(disclosed)).toBe(`Please stay polite, and leave this out: “${term}”.`)
    expect(de.describe(disclosed)).toBe(
      `Bitte bleiben Sie höflich, und lassen Sie das weg: „${term}“.`,
    )
    expect(toProblemDetails(disclosed, { messages: en }).errors).toMatchObject([
      { type: 'ProhibitedContent', evidence, detail: en.describe(disclosed) },
    ])
  })
})

test('a word that may be harmless is only advised, and accuses nobody', async () => {
  const approval = (await decided(`${invitation} Wir lesen „Der Idiot“.`))._unsafeUnwrap()
  const advice = adviceForInviter(approval)
  expect(en.advice(advice)).toEqual([
    'Please check whether the member could take this amiss: “Idiot”.',
  ])
  expect(de.advice(advice)).toEqual([
    'Bitte prüfen Sie, ob das Mitglied das übel nehmen könnte: „Idiot“.',
  ])
})

test('a term that occurs twice is quoted once, whatever its case', async () => {
  const text = `${invitation} You are an idiot. YOU ARE AN IDIOT! You are a moron.`
  const error = (await decided(text))._unsafeUnwrapErr()
  expect(en.describe(forInviter(error))).toBe(
    'Please stay polite, and leave this out: “You are an idiot” or “You are a moron”.',
  )
})

test('the built-in screener runs beside it', async () => {
  const text = `Lieber Bernd, du bist ein Idiot. ${PROHIBITED.spam[0]}`
  const error = (await decided(text, 'Du bist ein Idiot'))._unsafeUnwrapErr()
  const reasons = en.reasons(forInviter(error))
  expect(reasons).toEqual([
    expect.stringMatching(/^Refer to the member’s profile/),
    expect.stringMatching(
      /^Wording such as .* looks like multi-level marketing or spam.* Please stay polite, and leave this out: “Du bist ein Idiot”\.$/,
    ),
  ])
  const denials = error.type === 'InvitationDenied' ? error.denials : []
  const inSubject = { category: 'harassment', index: 0, field: 'subject' }
  expect(denials).toMatchObject([
    {},
    { evidence: expect.arrayContaining([expect.objectContaining(inSubject)]) as unknown },
  ])
  expect(denials.map(sanctionFor)).toEqual([undefined, 'AccessDeletion'])
})

test.each([...HONEST, `${invitation} Idiotenhügel`, `${invitation} „Oxymoron“`])(
  'finds nothing in an honest text: %s',
  async (text) => {
    const verdict = await decided(text)
    const { advisories } = verdict.isOk() ? verdict.value : { advisories: [] }
    expect(JSON.stringify([advisories, verdict])).not.toContain('ProhibitedContent')
  },
)
