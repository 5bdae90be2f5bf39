import type { FindMentions, Screen } from 'group-invitations/content'
import { InvitationPolicy, type PolicyOptions } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aProfile, aRequest, NOW, someFacts } from '../support/builders.js'
import { NETWORK } from '../support/network.js'

const evidence = [{ category: 'spam', term: 'a model’s word', index: 3 }] as const

/** Readers that remember what they were asked, and answer as told. */
function readers(
  answers: { mentions?: unknown; evidence?: unknown } = {},
  wrap: (answer: unknown) => unknown = (answer) => answer,
) {
  const asked: [by: string, ...args: unknown[]][] = []
  const findMentions: FindMentions = (...args) => {
    asked.push(['findMentions', ...args])
    return wrap('mentions' in answers ? answers.mentions : []) as never
  }
  const screen: Screen = (...args) => {
    asked.push(['screen', ...args])
    return wrap('evidence' in answers ? answers.evidence : []) as never
  }
  return { asked, findMentions, screen }
}

const evaluate = (options: PolicyOptions, request = aRequest()) =>
  new InvitationPolicy(createInMemoryRepositories(NETWORK), {
    clock: () => NOW,
    ...options,
  }).evaluate(request)

const bernd = {
  ...aProfile(),
  givenName: undefined,
  familyName: undefined,
  locale: undefined,
}

describe('own readers', () => {
  test('are asked once each, with the normalised draft and the profile', async () => {
    const { asked, ...options } = readers()
    await evaluate(options, aRequest({ subject: ' Hallo ', text: ' Lieber Bernd,\r\nkomm! ' }))
    const draft = { subject: 'Hallo', text: 'Lieber Bernd,\nkomm!' }
    expect(asked).toEqual([
      ['findMentions', draft, { recipient: bernd }],
      ['screen', draft, { recipient: bernd }],
    ])
  })

  test('are told of no subject where there is none', async () => {
    const { asked, ...options } = readers()
    await evaluate(options, aRequest({ subject: ' ', text: 'Lieber Bernd' }))
    expect(asked[0]).toStrictEqual(['findMentions', { text: 'Lieber Bernd' }, { recipient: bernd }])
  })

  test('take the place of the built-in ones, by values and by promises', async () => {
    for (const wrap of [
      (answer: unknown) => answer,
      (answer: unknown) => Promise.resolve(answer),
    ]) {
      const denied = await evaluate(readers({ evidence }, wrap))
      expect(denied._unsafeUnwrapErr()).toMatchObject({
        denials: [{ type: 'ProfileReferenceMissing' }, { type: 'ProhibitedContent', evidence }],
      })
      const text = 'Lieber Bernd, mit der Downline in die finanzielle Freiheit!'
      const mentions = [{ field: 'haves', entry: 'TypeScript' }]
      expect((await evaluate(readers({ mentions }, wrap), aRequest({ text }))).isOk()).toBe(true)
    }
  })

  test('may be one of the two', async () => {
    const { findMentions, screen } = readers({ evidence })
    const screened = (await evaluate({ screen }))._unsafeUnwrapErr()
    expect(screened).toMatchObject({ denials: [{ type: 'ProhibitedContent' }] })
    const matched = (await evaluate({ findMentions }))._unsafeUnwrapErr()
    expect(matched).toMatchObject({ denials: [{ type: 'ProfileReferenceMissing' }] })
  })

  test('are asked about an unknown recipient too, so that the calls tell nothing', async () => {
    const { asked, ...options } = readers()
    await evaluate(options, aRequest({ recipientId: 'nobody' }))
    expect(asked.map(([by, , about]) => [by, about])).toEqual([
      ['findMentions', { recipient: undefined }],
      ['screen', { recipient: undefined }],
    ])
  })

  test.each([
    ['there is no text', aRequest({ text: '' }), {}],
    ['the text is far too long', aRequest({ text: 'a '.repeat(4000) }), {}],
    [
      'no rule wants to know',
      aRequest(),
      {
        ProfileReferenceMissing: 'off',
        WantsAndHavesNotAddressed: 'off',
        ProhibitedContent: 'off',
      },
    ],
  ] as const)('are not asked where %s', async (_case, request, enforcement) => {
    const { asked, ...options } = readers()
    await evaluate({ ...options, enforcement }, request)
    expect(asked).toEqual([])
  })

  test.each([
    [{ ProfileReferenceMissing: 'off' }, ['findMentions', 'screen']],
    [{ WantsAndHavesNotAddressed: 'off' }, ['findMentions', 'screen']],
    [{ ProhibitedContent: 'off' }, ['findMentions']],
  ] as const)('are asked as far as a rule wants to know: %o', async (enforcement, expected) => {
    const { asked, ...options } = readers()
    await evaluate({ ...options, enforcement })
    expect(asked.map(([by]) => by)).toEqual(expected)
  })

  test('are not asked what the source of facts knows', async () => {
    const { asked, ...options } = readers()
    const mentions = [{ field: 'haves', entry: 'TypeScript' }] as const
    const facts = { loadFacts: () => someFacts({ mentions, evidence: [] }) }
    expect((await evaluate({ ...options, facts })).isOk()).toBe(true)
    expect(asked).toEqual([])
  })

  test('leave what the source of facts knows as it is', async () => {
    const { asked: _asked, ...options } = readers({ evidence })
    const facts = { loadFacts: () => someFacts({ mentions: [], evidence: [] }) }
    const request = aRequest({ text: 'Lieber Bernd, TypeScript und passives Einkommen!' })
    expect((await evaluate({ ...options, facts }, request))._unsafeUnwrapErr()).toMatchObject({
      denials: [{ type: 'ProfileReferenceMissing' }],
    })
  })

  test.each([
    ['at the end of the text', { index: aRequest().text.length }, undefined, true],
    ['behind the text', { index: aRequest().text.length + 1 }, undefined, false],
    ['at the end of the subject', { field: 'subject', index: 2 }, 'Hi', true],
    ['behind the subject', { field: 'subject', index: 3 }, 'Hi', false],
    ['in a subject that is none', { field: 'subject', index: 1 }, undefined, false],
    ['in the text, further than the subject is long', { index: 3 }, 'Hi', true],
  ])('may find something %s: %o', async (_case, place, subject, isAnswer) => {
    const found = [{ category: 'spam', term: 'x', ...place }]
    const { asked: _asked, screen } = readers({ evidence: found })
    const error = (await evaluate({ screen }, aRequest({ subject })))._unsafeUnwrapErr()
    expect(error.type).toBe(isAnswer ? 'InvitationDenied' : 'DependencyFailed')
  })

  test('are asked what the source of facts leaves open', async () => {
    const { asked, ...options } = readers()
    await evaluate({ ...options, facts: { loadFacts: () => someFacts({ evidence: [] }) } })
    expect(asked.map(([by]) => by)).toEqual(['findMentions'])
  })

  test('cannot change what the rules see', async () => {
    const findMentions: FindMentions = (draft, about) => {
      Object.assign(draft, { text: '' })
      Object.assign(about.recipient ?? {}, { displayName: '', haves: [] })
      Object.assign(about, { recipient: undefined })
      return []
    }
    expect((await evaluate({ findMentions }))._unsafeUnwrapErr()).toMatchObject({
      denials: [
        { type: 'ProfileReferenceMissing', entries: [{ field: 'haves', entry: 'TypeScript' }] },
      ],
      draft: { text: aRequest().text },
    })
  })
})

test.each([[{ index: aRequest().text.length + 1 }], [{ index: 22, field: 'subject' as const }]])(
  'evidence outside of the draft is an outage: %o',
  async (place) => {
    const screen: Screen = () => [{ category: 'spam', term: 'x', ...place }]
    const cause = new TypeError('the answer[0].index must be within the draft')
    expect(await evaluate({ screen })).toEqual(
      err({ type: 'DependencyFailed', repository: 'screen', operation: 'call', cause }),
    )
    const { subject: _none, ...withoutSubject } = aRequest()
    expect(
      (await evaluate({ screen }, { ...withoutSubject, text: 'Lieber Bernd' }))._unsafeUnwrapErr(),
    ).toMatchObject({ type: 'DependencyFailed' })
  },
)

test('a mention counts only if the profile has it', async () => {
  const hallucinated = [{ field: 'haves', entry: 'Java' }]
  expect((await evaluate(readers({ mentions: hallucinated })))._unsafeUnwrapErr()).toMatchObject({
    denials: [{ type: 'ProfileReferenceMissing' }],
  })
})

describe.each([
  ['findMentions', 'mentions', '[0].field must be wants, haves or other'],
  ['screen', 'evidence', '[0].category must be multi-level-marketing or spam'],
] as const)('an outage of the %s', (repository, answer, message) => {
  const failure = { type: 'DependencyFailed', repository, operation: 'call' }
  const only = (options: ReturnType<typeof readers>) => ({ [repository]: options[repository] })

  test('that throws or rejects', async () => {
    const cause = new Error('no model')
    const throwing = readers({}, () => {
      throw cause
    })
    expect(await evaluate(only(throwing))).toEqual(err({ ...failure, cause }))
    const rejecting = readers({}, () => Promise.reject(cause))
    expect(await evaluate(only(rejecting))).toEqual(err({ ...failure, cause }))
  })

  test.each([
    [undefined, ' must be a list'],
    [null, ' must be a list'],
    ['spam', ' must be a list'],
    [[{}], message],
  ])('that answers with %j', async (value, problem) => {
    const cause = new TypeError(`the answer${problem}`)
    expect(await evaluate(only(readers({ [answer]: value })))).toEqual(err({ ...failure, cause }))
  })
})
