import type { FindMentions, Screen } from 'group-invitations/content'
import { InvitationPolicy, type PolicyOptions } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aProfile, aRequest, NOW, someFacts } from '../support/builders.js'
import { PROHIBITED } from '../support/clear-texts.js'
import { NETWORK } from '../support/network.js'

const group = { name: 'TypeScript Hamburg' }

const [advertisement] = PROHIBITED['multi-level-marketing']
const evidence = [{ category: 'spam', term: 'a model’s word', index: 3 }] as const

/** A `findMentions` and a `screen` that record their arguments and return the given answers. */
function analysts(
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
  return { asked, options: { findMentions, screen } }
}

const evaluate = (options: PolicyOptions, request = aRequest()) =>
  new InvitationPolicy(createInMemoryRepositories(NETWORK), {
    clock: () => NOW,
    ...options,
  }).evaluate(request)

describe('the service’s own findMentions and screen', () => {
  test('are called once each, with the normalised draft and the profile', async () => {
    const { asked, options } = analysts()
    await evaluate(options, aRequest({ subject: ' Hallo ', text: ' Lieber Bernd,\r\nkomm! ' }))
    const draft = { subject: 'Hallo', text: 'Lieber Bernd,\nkomm!' }
    expect(asked).toEqual([
      ['findMentions', draft, { recipient: aProfile(), group }],
      ['screen', draft, { recipient: aProfile(), group }],
    ])
  })

  test('get no subject if there is none', async () => {
    const { asked, options } = analysts()
    await evaluate(options, aRequest({ subject: ' ', text: 'Lieber Bernd' }))
    expect(asked.map(([, draft]) => draft)).toStrictEqual([
      { text: 'Lieber Bernd' },
      { text: 'Lieber Bernd' },
    ])
  })

  test('replace the built-in ones, by values and by promises', async () => {
    for (const wrap of [
      (answer: unknown) => answer,
      (answer: unknown) => Promise.resolve(answer),
    ]) {
      const denied = await evaluate(analysts({ evidence }, wrap).options)
      expect(denied._unsafeUnwrapErr()).toMatchObject({
        denials: [{ type: 'ProfileReferenceMissing' }, { type: 'ProhibitedContent', evidence }],
      })
      const text = `Lieber Bernd, ${advertisement}`
      const mentions = [{ field: 'haves', entry: 'TypeScript' }]
      expect(
        (await evaluate(analysts({ mentions }, wrap).options, aRequest({ text }))).isOk(),
      ).toBe(true)
    }
  })

  test('may be one of the two', async () => {
    const { findMentions, screen } = analysts({ evidence }).options
    const screened = (await evaluate({ screen }))._unsafeUnwrapErr()
    expect(screened).toMatchObject({ denials: [{ type: 'ProhibitedContent' }] })
    const matched = (await evaluate({ findMentions }))._unsafeUnwrapErr()
    expect(matched).toMatchObject({ denials: [{ type: 'ProfileReferenceMissing' }] })
  })

  test('are called for an unknown recipient too, so that the calls reveal nothing', async () => {
    const { asked, options } = analysts()
    await evaluate(options, aRequest({ recipientId: 'nobody' }))
    expect(asked.map(([by, , about]) => [by, about])).toEqual([
      ['findMentions', { recipient: undefined, group }],
      ['screen', { recipient: undefined, group }],
    ])
  })

  test.each([
    ['there is no text', aRequest({ text: '' }), {}],
    ['the text is far too long', aRequest({ text: 'a '.repeat(4000) }), {}],
    [
      'no rule needs them',
      aRequest(),
      {
        ProfileReferenceMissing: 'off',
        WantsAndHavesNotAddressed: 'off',
        ProhibitedContent: 'off',
      },
    ],
  ] as const)('are not called if %s', async (_case, request, enforcement) => {
    const { asked, options } = analysts()
    await evaluate({ ...options, enforcement }, request)
    expect(asked).toEqual([])
  })

  test.each([
    [{ ProfileReferenceMissing: 'off' }, ['findMentions', 'screen']],
    [{ WantsAndHavesNotAddressed: 'off' }, ['findMentions', 'screen']],
    [{ ProhibitedContent: 'off' }, ['findMentions']],
  ] as const)('are called as far as a rule needs them: %o', async (enforcement, expected) => {
    const { asked, options } = analysts()
    await evaluate({ ...options, enforcement })
    expect(asked.map(([by]) => by)).toEqual(expected)
  })

  test('are not called if the facts of loadFacts have their answers', async () => {
    const { asked, options } = analysts()
    const mentions = [{ field: 'haves', entry: 'TypeScript' }] as const
    const loadFacts = () => someFacts({ mentions, evidence: [] })
    expect((await evaluate({ ...options, loadFacts })).isOk()).toBe(true)
    expect(asked).toEqual([])
  })

  test('leave the answers in the facts of loadFacts as they are', async () => {
    const { options } = analysts({ evidence })
    const loadFacts = () => someFacts({ mentions: [], evidence: [] })
    const request = aRequest({ text: `Lieber Bernd, TypeScript! ${advertisement}` })
    expect((await evaluate({ ...options, loadFacts }, request))._unsafeUnwrapErr()).toMatchObject({
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
    const { screen } = analysts({ evidence: found }).options
    const error = (await evaluate({ screen }, aRequest({ subject })))._unsafeUnwrapErr()
    expect(error.type).toBe(isAnswer ? 'InvitationDenied' : 'DependencyFailed')
  })

  test('are called for what the facts of loadFacts lack', async () => {
    const { asked, options } = analysts()
    await evaluate({ ...options, loadFacts: () => someFacts({ evidence: [] }) })
    expect(asked.map(([by]) => by)).toEqual(['findMentions'])
  })
})

test.each([[{ index: aRequest().text.length + 1 }], [{ index: 22, field: 'subject' as const }]])(
  'evidence outside of the draft is an outage: %o',
  async (place) => {
    const screen: Screen = () => [{ category: 'spam', term: 'x', ...place }]
    const cause = new TypeError('the answer[0].index must be within the draft')
    expect(await evaluate({ screen })).toEqual(
      err({
        type: 'DependencyFailed',
        dependency: 'screen',
        operation: 'call',
        cause,
        effect: 'none',
      }),
    )
    const { subject: _none, ...withoutSubject } = aRequest()
    expect(
      (await evaluate({ screen }, { ...withoutSubject, text: 'Lieber Bernd' }))._unsafeUnwrapErr(),
    ).toMatchObject({ type: 'DependencyFailed' })
  },
)

test('a mention counts only if the profile has the entry', async () => {
  const hallucinated = [{ field: 'haves', entry: 'Java' }]
  expect(
    (await evaluate(analysts({ mentions: hallucinated }).options))._unsafeUnwrapErr(),
  ).toMatchObject({
    denials: [{ type: 'ProfileReferenceMissing' }],
  })
})

describe.each([
  ['findMentions', 'mentions', '[0].field must be wants, haves or other'],
  [
    'screen',
    'evidence',
    '[0].category must be a well-formed string of 1 to 64 code points without control characters',
  ],
] as const)('an outage of %s', (dependency, answer, message) => {
  const failure = { type: 'DependencyFailed', dependency, operation: 'call', effect: 'none' }
  const only = ({ options }: ReturnType<typeof analysts>) => ({
    [dependency]: options[dependency],
  })

  test('that throws or rejects', async () => {
    const cause = new Error('no model')
    const throwing = analysts({}, () => {
      throw cause
    })
    expect(await evaluate(only(throwing))).toEqual(err({ ...failure, cause }))
    const rejecting = analysts({}, () => Promise.reject(cause))
    expect(await evaluate(only(rejecting))).toEqual(err({ ...failure, cause }))
  })

  test.each([
    [undefined, ' must be a list'],
    [null, ' must be a list'],
    ['spam', ' must be a list'],
    [[{}], message],
  ])('that returns %j', async (value, problem) => {
    const cause = new TypeError(`the answer${problem}`)
    expect(await evaluate(only(analysts({ [answer]: value })))).toEqual(err({ ...failure, cause }))
  })
})
