import { invitationDraftSchema } from 'group-invitations/form'
import { PROBLEM_MEDIA_TYPE, TYPE_BASE_URI } from 'group-invitations/http'
import { afterEach, expect, test } from 'vitest'
import { aDraft, aWorld, SECRET } from './stranger-world.js'

/** A server that listens, and how to end it. */
export interface Served {
  readonly origin: string
  close(): Promise<unknown>
}

interface Asked {
  readonly as?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What every framework must do with what strangers bring. */
export function httpCases(serve: (world: ReturnType<typeof aWorld>) => Promise<Served>): void {
  const opened: Served[] = []
  afterEach(async () => {
    for (const served of opened.splice(0)) await served.close()
  })

  async function clientOf(world = aWorld()) {
    const served = await serve(world)
    opened.push(served)
    return async (method: string, path: string, { as = 'anna', body, headers }: Asked = {}) => {
      const response = await fetch(`${served.origin}/invitations${path}`, {
        method,
        headers: {
          ...(as !== '' && { 'X-Member': as }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && {
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      })
      const text = await response.text()
      const type = response.headers.get('Content-Type')?.split(';')[0]
      return {
        status: response.status,
        type,
        retryAfter: response.headers.get('Retry-After'),
        text,
        // Express answers in HTML what it cannot parse.
        json: JSON.parse(type === 'text/html' ? '{}' : text) as Readonly<Record<string, unknown>>,
      }
    }
  }

  const typeOf = (name: string) => `${TYPE_BASE_URI}${name}`
  const problem = (status: number, name: string) => ({
    ...{ status, type: PROBLEM_MEDIA_TYPE },
    json: { status, type: typeOf(name) },
  })

  test('sends, and shows it to both sides', async () => {
    const ask = await clientOf()
    const sent = await ask('POST', '', { body: aDraft() })
    expect(sent).toMatchObject({
      ...{ status: 201, type: 'application/json' },
      json: { inviterId: 'anna', recipientId: 'bernd', text: aDraft().text },
    })
    const { invitationId } = sent.json
    const received = await ask('GET', '/received', { as: 'bernd' })
    expect(received.json).toMatchObject({
      items: [{ invitationId, inviter: { displayName: 'Anna Schmidt' }, group: { groupId: 'ts' } }],
    })
    expect((await ask('GET', '/sent')).json).toMatchObject({
      items: [{ invitationId, status: 'Open', statusInWords: 'Open' }],
    })
    expect((await ask('GET', '/received', { as: 'eve' })).json).toEqual({ items: [] })
  })

  test.each([
    { inviterId: 'eve' },
    { inviterId: null },
    { memberId: 'eve', network: 'eve', invitationId: 'eve' },
  ])('sends as the member of the session, whatever the body says: %j', async (smuggled) => {
    const ask = await clientOf()
    expect(await ask('POST', '', { body: { ...aDraft(), ...smuggled } })).toMatchObject({
      ...{ status: 201, json: { inviterId: 'anna' } },
    })
  })

  test('knows nobody without a session', async () => {
    const ask = await clientOf()
    const calls = [
      ['POST', ''],
      ...['accept', 'decline', 'withdraw'].map((a) => ['POST', `/i/${a}`]),
    ]
    for (const [method = '', path = ''] of [...calls, ['GET', '/received'], ['GET', '/sent']]) {
      expect(await ask(method, path, { as: '' })).toMatchObject({
        ...{ status: 401, type: PROBLEM_MEDIA_TYPE, json: { status: 401 } },
      })
    }
  })

  test.each<[unknown]>([
    [[]],
    [{}],
    [[aDraft()]],
    [{ ...aDraft(), recipientId: {} }],
    [{ ...aDraft(), route: 'search', text: ['a', 'b'] }],
    [{ ...aDraft(), reference: [] }],
  ])('answers a wrong shape in the words of the library: %j', async (body) => {
    const ask = await clientOf()
    const answer = await ask('POST', '', { body })
    expect(answer).toMatchObject(problem(400, 'InvalidRequest'))
    const fields = typeof body === 'object' && !Array.isArray(body) ? body : {}
    const issues = invitationDraftSchema['~standard'].validate(fields).issues ?? []
    expect(issues).not.toEqual([])
    expect(answer.json['errors']).toEqual(
      issues.map(({ message, path }) => ({
        ...{ type: 'InvalidRequest', pointer: `#/${path.join('/')}`, detail: message },
      })),
    )
  })

  test('answers no body at all', async () => {
    expect(await (await clientOf())('POST', '')).toMatchObject(problem(400, 'InvalidRequest'))
  })

  test.each(['null', '"text"', '7', '{', ''])('takes no body of %s', async (body) => {
    const world = aWorld()
    const ask = await clientOf(world)
    expect((await ask('POST', '', { body })).status).toBe(400)
    expect(world.store.pendingDeliveries()).toEqual([])
  })

  test('says all that is wrong with a draft, each with its field', async () => {
    const ask = await clientOf()
    const body = aDraft('bernd', { text: 'a'.repeat(501), subject: 'a'.repeat(121) })
    expect(await ask('POST', '', { body })).toMatchObject({
      ...problem(422, 'SubjectTooLong'),
      json: {
        errors: [
          { type: 'SubjectTooLong', pointer: '#/subject' },
          { type: 'TextTooLong', pointer: '#/text', length: 501 },
          { type: 'SalutationMissing' },
          { type: 'ProfileReferenceMissing' },
        ],
      },
    })
  })

  test('an opt-out, a custom rule and an unknown member are the same answer', async () => {
    const ask = await clientOf()
    const answers = await Promise.all(
      ['dora', 'edgar', 'nobody'].map((id) =>
        ask('POST', '', { body: aDraft(id, { text: 'Hallo!' }) }),
      ),
    )
    expect(answers[0]).toMatchObject({
      ...problem(409, 'RecipientUnavailable'),
      json: { errors: [{ type: 'RecipientUnavailable' }] },
    })
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  test('says that a group is unknown', async () => {
    const ask = await clientOf()
    const answer = await ask('POST', '', { body: aDraft('bernd', { groupId: 'nowhere' }) })
    expect(answer).toMatchObject({ status: 403, type: PROBLEM_MEDIA_TYPE })
  })

  test('an outage is 503, and what has failed goes into the log alone', async () => {
    const world = aWorld()
    const ask = await clientOf(world)
    const sending = await ask('POST', '', { body: aDraft('frank') })
    const listing = await ask('GET', '/received', { as: 'frank' })
    for (const answer of [sending, listing]) {
      expect(answer).toMatchObject(problem(503, 'ServiceUnavailable'))
      expect(answer.text).not.toContain('secret')
    }
    expect(world.logged).toMatchObject([
      { type: 'DependencyFailed', dependency: 'contacts', cause: { message: SECRET } },
      { type: 'DependencyFailed', dependency: 'answers', cause: { message: SECRET } },
    ])
  })

  test('two at once under one idempotency key are one invitation', async () => {
    const world = aWorld()
    const ask = await clientOf(world)
    const call = { body: aDraft(), headers: { 'Idempotency-Key': 'form 1' } }
    const both = await Promise.all([ask('POST', '', call), ask('POST', '', call)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201])
    expect(both[0].json).toEqual(both[1].json)
    expect(world.store.pendingDeliveries()).toHaveLength(2)
    expect(await ask('POST', '', { ...call, body: aDraft('clara') })).toMatchObject(
      problem(422, 'InvitationIdReused'),
    )
    expect(await ask('POST', '', { body: aDraft() })).toMatchObject(
      problem(409, 'RateLimited6Months'),
    )
  })

  test('a key of another member is another key', async () => {
    const ask = await clientOf()
    const headers = { 'Idempotency-Key': 'form-1' }
    expect((await ask('POST', '', { body: aDraft(), headers })).status).toBe(201)
    const byEve = await ask('POST', '', { as: 'eve', body: aDraft(), headers })
    expect(byEve).toMatchObject(problem(403, 'InviterNotInGroup'))
  })

  test('says when to try again', async () => {
    const ask = await clientOf(aWorld({ pace: { burst: 1, every: { minutes: 60 } } }))
    expect((await ask('POST', '', { body: aDraft() })).status).toBe(201)
    const { retryAfter, ...answer } = await ask('POST', '', { body: aDraft('clara') })
    expect(answer).toMatchObject(problem(429, 'TooManyInvitations'))
    expect(Date.parse(retryAfter ?? '') - Date.now()).toBeGreaterThan(3_500_000)
  })

  test('the recipient accepts, once and for all', async () => {
    const ask = await clientOf()
    const { invitationId } = (await ask('POST', '', { body: aDraft() })).json
    const path = `/${String(invitationId)}/accept`
    const message = expect.stringMatching(/You have accepted the invitation/) as string
    const accepted = { status: 200, json: { invitationId, standing: 'pending', message } }
    expect(await ask('POST', path, { as: 'bernd' })).toMatchObject(accepted)
    expect(await ask('POST', path, { as: 'bernd' })).toMatchObject(accepted)
    expect(await ask('POST', `/${String(invitationId)}/withdraw`)).toMatchObject(
      problem(409, 'InvitationAccepted'),
    )
    const declined = await ask('POST', `/${String(invitationId)}/decline`, { as: 'bernd' })
    expect(declined).toMatchObject(problem(409, 'InvitationAccepted'))
    // In the words for the recipient.
    expect(declined.json['detail']).toMatch(/^You have already accepted this invitation/)
    expect((await ask('GET', '/sent')).json).toMatchObject({ items: [{ status: 'Accepted' }] })
    expect((await ask('GET', '/received', { as: 'bernd' })).json).toEqual({ items: [] })
  })

  test('a decline looks like silence to the inviter', async () => {
    const ask = await clientOf()
    const { invitationId } = (await ask('POST', '', { body: aDraft() })).json
    const declined = await ask('POST', `/${String(invitationId)}/decline`, { as: 'bernd' })
    expect(declined.status).toBe(200)
    expect(declined.json).not.toHaveProperty('status')
    expect((await ask('GET', '/sent')).json).toMatchObject({ items: [{ status: 'Open' }] })
  })

  test('what is withdrawn, somebody else’s or unknown is gone', async () => {
    const ask = await clientOf()
    const { invitationId } = (await ask('POST', '', { body: aDraft() })).json
    const id = String(invitationId)
    // In the body, the member is another one, and the caller is the network.
    const smuggled = { memberId: 'anna', network: 'eve' }
    const gone = [
      await ask('POST', `/${id}/accept`, { as: 'eve', body: { memberId: 'bernd' } }),
      await ask('POST', `/${id}/withdraw`, { as: 'eve', body: smuggled }),
      await ask('POST', '/unknown/accept', { as: 'bernd' }),
      await ask('POST', '/unknown/decline', { as: 'bernd' }),
    ]
    expect((await ask('POST', `/${id}/withdraw`)).status).toBe(200)
    gone.push(await ask('POST', `/${id}/accept`, { as: 'bernd' }))
    for (const answer of gone) expect(answer).toMatchObject(problem(410, 'InvitationGone'))
    expect(await ask('POST', '/%00/accept', { as: 'bernd' })).toMatchObject(
      problem(400, 'InvalidRequest'),
    )
  })

  test('pages are followed, and a wrong one is said', async () => {
    const ask = await clientOf()
    await ask('POST', '', { body: aDraft() })
    const text = 'Liebe Clara, du schreibst TypeScript: Magst du uns am Montag besuchen kommen?'
    await ask('POST', '', { body: aDraft('clara', { text }) })
    const first = await ask('GET', '/sent?limit=1')
    expect(first.json).toMatchObject({ items: [{ recipient: { memberId: 'clara' } }] })
    const second = await ask('GET', `/sent?limit=1&before=${String(first.json['next'])}`)
    expect(second.json).toMatchObject({ items: [{ recipient: { memberId: 'bernd' } }] })
    for (const query of ['limit=0', 'limit=x', 'limit=', 'limit=1.5', 'limit=1001', 'before=']) {
      expect(await ask('GET', `/sent?${query}`), query).toMatchObject(
        problem(400, 'InvalidRequest'),
      )
    }
  })

  test('speaks the language of the reader', async () => {
    const ask = await clientOf()
    const headers = { 'Accept-Language': 'de' }
    const { json } = await ask('POST', '', { body: aDraft('nobody'), headers })
    expect(json['detail']).toBe('Dieses Mitglied kann nicht in diese Gruppe eingeladen werden.')
  })
}
