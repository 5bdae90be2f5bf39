import type { Standing } from 'group-invitations'
import { messagesFor } from 'group-invitations/messages'
import { createGraphQLError, createSchema, createYoga } from 'graphql-yoga'
import { describe, expect, test } from 'vitest'
import { invitationResolvers, type InvitationsContext } from '../graphql.js'
import { typeDefs } from '../graphql-types.js'
import { aDraft, aWorld, SECRET, servicesOf } from './stranger-world.js'

const ANSWERS = ['Accept', 'Decline', 'Withdraw'] as const

const query = `
  mutation Send($draft: InvitationDraft!, $key: String) {
    result: sendInvitation(draft: $draft, key: $key) {
      __typename
      ... on SentInvitation { invitationId replayed advice }
      ... on InvitationDenied { denials { type message field retryAt repeatableAt } }
      ... on InvalidRequest { issues }
      ... on Problem { message }
    }
  }
  query Received($before: ID, $limit: Int) {
    result: receivedInvitations(before: $before, limit: $limit) {
      __typename
      ... on ReceivedInvitations {
        items { invitationId subject text sentAt repeatableAt inviter { displayName } group { name } }
        next
      }
      ... on Problem { message }
    }
  }
  query Sent($before: ID, $limit: Int) {
    result: sentInvitations(before: $before, limit: $limit) {
      __typename
      ... on SentInvitations { items { recipient { memberId displayName } status } next }
      ... on Problem { message }
    }
  }
  query Types { result: __schema { types { kind name possibleTypes { name } } } }
  ${ANSWERS.map(
    (answer) => `mutation ${answer}($id: ID!) {
    result: ${answer.toLowerCase()}Invitation(invitationId: $id) {
      __typename
      ... on AnsweredInvitation { invitationId standing message }
      ... on Problem { message }
    }
  }`,
  ).join('')}
`

interface Answer {
  readonly status: number
  readonly text: string
  readonly result: Readonly<Record<string, unknown>> | undefined
  readonly errors: readonly { readonly message: string }[] | undefined
}

function clientOf(world = aWorld()) {
  const yoga = createYoga<object, InvitationsContext>({
    schema: createSchema<InvitationsContext>({
      typeDefs,
      resolvers: invitationResolvers({ ...servicesOf(world), log: world.log }),
    }),
    logging: false,
    context: ({ request }) => {
      const memberId = request.headers.get('X-Member')
      if (memberId !== null) return { memberId, messages: messagesFor('en') }
      throw createGraphQLError('Please log in.', { extensions: { http: { status: 401 } } })
    },
  })
  return async (operationName: string, as: string, variables: object = {}): Promise<Answer> => {
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(as !== '' && { 'X-Member': as }) },
      body: JSON.stringify({ query, operationName, variables }),
    })
    const text = await response.text()
    const { data, errors } = JSON.parse(text) as {
      readonly data?: { readonly result: Answer['result'] }
      readonly errors?: Answer['errors']
    }
    return { status: response.status, text, result: data?.result, errors }
  }
}

interface Type {
  readonly kind: string
  readonly name: string
  readonly possibleTypes: readonly { readonly name: string }[] | null
}

const result = (__typename: string, fields: object = {}) => ({
  ...{ status: 200, errors: undefined, result: { __typename, ...fields } },
})
const message = expect.stringMatching(/./) as string

describe('what each union has is returned', () => {
  /** What was returned by which field, over all tests of this block. */
  const seen = new Map<string, Set<string>>()

  function watchedClientOf(world = aWorld()) {
    const ask = clientOf(world)
    return async (operation: string, as: string, variables: object = {}) => {
      const answer = await ask(operation, as, variables)
      const types = seen.get(operation) ?? new Set()
      seen.set(operation, types.add(String(answer.result?.['__typename'])))
      return answer
    }
  }

  /** Bernd's invitation, at an instant that a test can change. */
  async function invited() {
    let now = new Date('2026-05-12T12:00:00.000Z')
    const world = aWorld({ clock: () => now })
    const ask = watchedClientOf(world)
    const { result: sent } = await ask('Send', 'anna', { draft: aDraft() })
    return {
      ...{ ask, world, id: String(sent?.['invitationId']) },
      setTime: (text: string) => void (now = new Date(text)),
      setStanding: (standing: Standing) => world.store.setStanding('ts', 'bernd', standing),
    }
  }

  test('SentInvitation, the same again for the same key, and InvitationIdReused', async () => {
    const ask = watchedClientOf()
    const sent = await ask('Send', 'anna', { draft: aDraft(), key: 'form 1' })
    expect(sent).toMatchObject(result('SentInvitation', { replayed: false, advice: [] }))
    const again = await ask('Send', 'anna', { draft: aDraft(), key: 'form 1' })
    expect(again.result).toEqual({ ...sent.result, replayed: true })
    const other = { draft: aDraft('clara'), key: 'form 1' }
    expect(await ask('Send', 'anna', other)).toEqual(
      expect.objectContaining(result('InvitationIdReused', { message })),
    )
  })

  test('InvitationDenied, with every denial', async () => {
    const ask = watchedClientOf()
    const draft = aDraft('bernd', { text: 'Hallo!', subject: 'a'.repeat(121) })
    expect(await ask('Send', 'anna', { draft })).toMatchObject(
      result('InvitationDenied', {
        message,
        denials: [
          { type: 'SubjectTooLong', field: 'subject', message, retryAt: null, repeatableAt: null },
          { type: 'SalutationMissing', field: 'text', message },
          { type: 'ProfileReferenceMissing', field: 'text', message },
        ],
      }),
    )
  })

  test('InvalidRequest', async () => {
    const ask = watchedClientOf()
    for (const [operation, variables] of [
      ['Send', { draft: aDraft('') }],
      ...ANSWERS.map((answer) => [answer, { id: '' }] as const),
      ['Sent', { limit: 0 }],
      ['Received', { limit: 1001 }],
    ] as const) {
      const answer = await ask(operation, 'anna', variables)
      expect(answer, operation).toMatchObject(result('InvalidRequest', { message }))
    }
    expect((await ask('Send', 'anna', { draft: aDraft('') })).result).toMatchObject({
      issues: [expect.stringMatching(/^recipientId must /)],
    })
  })

  test('ServiceUnavailable, and what has failed goes into the log alone', async () => {
    const world = aWorld()
    const down = () => Promise.reject(new Error(SECRET))
    const invitations = { ...world.repositories.invitations, findInvitation: down }
    const answers = { ...world.repositories.answers, findInvitationsOf: down }
    const repositories = { ...world.repositories, invitations, answers }
    const ask = watchedClientOf({ ...world, repositories })
    const texts: string[] = []
    for (const [operation, variables] of [
      ['Send', { draft: aDraft('frank') }],
      ...ANSWERS.map((answer) => [answer, { id: 'any' }] as const),
      ['Sent', {}],
      ['Received', {}],
    ] as const) {
      const answer = await ask(operation, 'anna', variables)
      expect(answer, operation).toMatchObject(result('ServiceUnavailable', { message }))
      texts.push(answer.text)
    }
    expect(texts.join()).not.toContain('secret')
    expect(world.logged).toHaveLength(texts.length)
    expect(world.logged[0]).toMatchObject({ dependency: 'contacts', cause: { message: SECRET } })
  })

  test('AnsweredInvitation, and InvitationAccepted after it', async () => {
    const { ask, id } = await invited()
    const answered = { invitationId: id, standing: 'pending', message }
    expect(await ask('Accept', 'bernd', { id })).toMatchObject(
      result('AnsweredInvitation', answered),
    )
    expect(await ask('Accept', 'bernd', { id })).toMatchObject(
      result('AnsweredInvitation', answered),
    )
    for (const [operation, as] of [
      ['Decline', 'bernd'],
      ['Withdraw', 'anna'],
    ] as const) {
      expect(await ask(operation, as, { id })).toMatchObject(
        result('InvitationAccepted', { message }),
      )
    }
  })

  test('InvitationGone is what is withdrawn, unknown or somebody else’s', async () => {
    const { ask, id } = await invited()
    const gone = result('InvitationGone', { message })
    for (const answer of ANSWERS) {
      expect(await ask(answer, 'eve', { id })).toMatchObject(gone)
      expect(await ask(answer, 'bernd', { id: 'unknown' })).toMatchObject(gone)
    }
    expect(await ask('Withdraw', 'anna', { id })).toMatchObject(result('AnsweredInvitation'))
    expect(await ask('Accept', 'bernd', { id })).toMatchObject(gone)
    expect(await ask('Decline', 'bernd', { id })).toMatchObject(result('AnsweredInvitation'))
  })

  test('InvitationExpired and RecipientBanned', async () => {
    const { ask, id, setTime, setStanding } = await invited()
    setStanding('banned')
    expect(await ask('Accept', 'bernd', { id })).toMatchObject(
      result('RecipientBanned', { message }),
    )
    setTime('2026-11-12T12:00:00.000Z')
    expect(await ask('Accept', 'bernd', { id })).toMatchObject(
      result('InvitationExpired', { message }),
    )
  })

  test('both lists, in which a decline looks like silence to the inviter', async () => {
    const { ask, id } = await invited()
    const received = {
      ...{ invitationId: id, subject: null, text: aDraft().text },
      ...{ sentAt: '2026-05-12T12:00:00.000Z', repeatableAt: '2026-11-12T12:00:00.000Z' },
      ...{ inviter: { displayName: 'Anna Schmidt' }, group: { name: 'TypeScript' } },
    }
    expect(await ask('Received', 'bernd')).toMatchObject(
      result('ReceivedInvitations', { items: [received], next: null }),
    )
    expect(await ask('Decline', 'bernd', { id })).toMatchObject(result('AnsweredInvitation'))
    const recipient = { memberId: 'bernd', displayName: 'Bernd Müller' }
    expect(await ask('Sent', 'anna')).toMatchObject(
      result('SentInvitations', { items: [{ status: 'Open', recipient }] }),
    )
    expect(await ask('Received', 'bernd')).toMatchObject(
      result('ReceivedInvitations', { items: [] }),
    )
  })

  test('that was all of each', async () => {
    const types = (await clientOf()('Types', 'anna')).result?.['types'] as readonly Type[]
    const unions = types.filter(({ kind }) => kind === 'UNION')
    const declared = unions.map(({ name, possibleTypes }) => [
      name.replace(/Invitations?Result$/, ''),
      possibleTypes?.map((type) => type.name).sort(),
    ])
    const found = [...seen].map(([operation, names]) => [operation, [...names].sort()])
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(declared))
    expect(declared).toHaveLength(6)
  })
})

describe('what strangers bring', () => {
  test('an inviter in the draft is no draft, and nothing is sent', async () => {
    const world = aWorld()
    const draft = { ...aDraft(), inviterId: 'eve' }
    const answer = await clientOf(world)('Send', 'anna', { draft })
    expect(answer.errors?.[0]?.message).toContain('Field "inviterId" is not defined')
    expect(world.store.pendingDeliveries()).toEqual([])
  })

  test.each([[[]], ['text'], [7], [null]])('a draft of %j is none', async (draft) => {
    const answer = await clientOf()('Send', 'anna', { draft })
    expect(answer).toMatchObject({ result: undefined, errors: [{ message }] })
  })

  test('an empty variable is no value', async () => {
    const draft = { ...aDraft(), subject: null, reference: null }
    expect(await clientOf()('Send', 'anna', { draft, key: null })).toMatchObject(
      result('SentInvitation'),
    )
    const page = { before: null, limit: null }
    expect(await clientOf()('Sent', 'anna', page)).toMatchObject(result('SentInvitations'))
  })

  test('a reference is an object without a prototype here', async () => {
    const reference = { field: 'haves', entry: 'TypeScript' }
    expect(await clientOf()('Send', 'anna', { draft: { ...aDraft(), reference } })).toMatchObject(
      result('SentInvitation'),
    )
  })

  test('an opt-out, a custom rule and an unknown member are the same answer', async () => {
    const ask = clientOf()
    const answers = await Promise.all(
      ['dora', 'edgar', 'nobody'].map((id) => ask('Send', 'anna', { draft: aDraft(id) })),
    )
    expect(answers[0]).toMatchObject(
      result('InvitationDenied', { denials: [{ type: 'RecipientUnavailable', message }] }),
    )
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  test('two at once under one key are one invitation', async () => {
    const world = aWorld({ pace: { burst: 1, every: { minutes: 60 } } })
    const ask = clientOf(world)
    const call = { draft: aDraft(), key: 'form 1' }
    const both = await Promise.all([ask('Send', 'anna', call), ask('Send', 'anna', call)])
    expect(both.map((answer) => answer.result?.['replayed']).sort()).toEqual([false, true])
    expect(world.store.pendingDeliveries()).toHaveLength(2)
    const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string
    expect(await ask('Send', 'anna', { draft: aDraft() })).toMatchObject(
      result('InvitationDenied', {
        denials: [
          { type: 'TooManyInvitations', retryAt: iso, repeatableAt: null },
          { type: 'RateLimited6Months', retryAt: null, repeatableAt: iso },
        ],
      }),
    )
  })

  test('nobody without a session', async () => {
    const ask = clientOf()
    for (const operation of ['Received', 'Sent', ...ANSWERS]) {
      expect(await ask(operation, '', { id: 'any' })).toMatchObject({
        ...{ status: 401, errors: [{ message: 'Please log in.' }] },
      })
    }
  })
})
