import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InvitationFormState } from '../next-action'
import { serveNextApp } from './next-server.js'
import { aDraft, SECRET } from './stranger-world.js'

let app: Awaited<ReturnType<typeof serveNextApp>>
beforeAll(async () => {
  app = await serveNextApp()
}, 300_000)
afterAll(() => app.close())

const unescaped = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

function stateIn(html: string): InvitationFormState {
  const [, state = ''] = /<output data-state="([^"]*)"/.exec(html) ?? []
  return JSON.parse(unescaped(state)) as InvitationFormState
}

const headersOf = (as: string, locale = 'en') => ({
  ...(as !== '' && { Cookie: `member=${as}` }),
  ...{ Origin: app.origin, 'Accept-Language': locale },
})

/** Opens the page, and returns its form as a browser without JavaScript has it: with the hidden fields of React. */
async function openForm(as: string) {
  const html = await (await fetch(app.origin, { headers: headersOf(as) })).text()
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)]
  return (fields: object = {}) => {
    const form = new FormData()
    for (const [, name = '', value = ''] of hidden) form.set(name, unescaped(value))
    for (const [name, value] of Object.entries(fields) as [string, string | Blob][]) {
      if (typeof value === 'string') form.set(name, value)
      else form.set(name, value, 'text.txt')
    }
    return form
  }
}

async function submit(as: string, body: FormData, locale?: string) {
  const response = await fetch(app.origin, { method: 'POST', body, headers: headersOf(as, locale) })
  const html = await response.text()
  return { status: response.status, html, state: stateIn(html) }
}

async function send(as: string, fields: object, locale?: string) {
  const form = await openForm(as)
  return submit(as, form(fields), locale)
}

const aReason = expect.stringMatching(/./) as string

describe('the form', () => {
  test('sends, as the member of the session whatever the form says, and once for two submits', async () => {
    const form = await openForm('anna')
    const fields = { ...aDraft('bernd'), inviterId: 'eve', memberId: 'eve', network: 'eve' }
    const both = await Promise.all([submit('anna', form(fields)), submit('anna', form(fields))])
    expect(both[0]).toMatchObject({ status: 200, state: { status: 'Sent' } })
    expect(both[1].state).toEqual(both[0].state)
    const again = await send('anna', aDraft('bernd'))
    expect(again.state).toMatchObject({ reasons: [{ field: 'recipientId', message: aReason }] })
    expect(JSON.stringify(again.state)).toContain('already invited')
    const other = await submit('anna', form(aDraft('clara')))
    expect(other.state).toMatchObject({
      reasons: [{ message: expect.stringMatching(/already been sent from this form/) as string }],
    })
  })

  test('keeps what was written, and says all that is wrong with it', async () => {
    const written = { subject: 'a'.repeat(121), text: 'Hallo!\r\n<b>"Clara"</b>' }
    const { status, html, state } = await send('anna', { ...aDraft('clara'), ...written })
    expect(status).toBe(200)
    expect(state).toEqual({
      status: 'NotSent',
      reasons: [
        { field: 'subject', message: aReason },
        { field: 'text', message: aReason },
        { field: 'text', message: aReason },
      ],
      written: { ...written, key: expect.any(String) as string },
    })
    expect(html).toContain('&lt;b&gt;')
    expect(html).not.toContain('<b>')
  })

  test('speaks the language of the reader', async () => {
    const { state } = await send('anna', aDraft('nobody'), 'de')
    expect(state).toMatchObject({
      reasons: [{ message: 'Dieses Mitglied kann nicht in diese Gruppe eingeladen werden.' }],
    })
  })

  test('an opt-out, a custom rule and an unknown member are the same answer', async () => {
    const reasonsOf = async (recipientId: string) => {
      const { state } = await send('anna', aDraft(recipientId, { text: 'Hallo!' }))
      return 'reasons' in state ? state.reasons : state
    }
    const reasons = await reasonsOf('dora')
    expect(reasons).toEqual([{ field: 'recipientId', message: aReason }])
    expect(await reasonsOf('edgar')).toEqual(reasons)
    expect(await reasonsOf('nobody')).toEqual(reasons)
  })

  test('an outage is a state, and what has failed goes into the log alone', async () => {
    const { status, html, state } = await send('anna', aDraft('frank'))
    expect({ status, state }).toMatchObject({
      status: 200,
      state: { status: 'NotSent', reasons: [{ message: aReason }] },
    })
    expect(html).not.toContain('secret')
    expect(app.outputSoFar()).toContain(SECRET)
  })

  test('nobody without a session', async () => {
    expect(await send('', aDraft('clara'))).toMatchObject({
      ...{ status: 200, state: { status: 'LoggedOut', written: { text: aDraft('clara').text } } },
    })
  })

  test('has another key each time that it is opened', async () => {
    const keyOf = async () => (await openForm('anna'))().get('key')
    expect(await keyOf()).not.toBe(await keyOf())
  })
})

describe('what strangers send', () => {
  test('a file for a text, and no field at all', async () => {
    const file = await send('anna', { ...aDraft('clara'), text: new Blob(['Liebe Clara']) })
    expect(file.state).toMatchObject({ status: 'NotSent', reasons: [{ field: 'text' }] })
    const { state } = await send('anna', {})
    expect(state).toMatchObject({
      reasons: ['recipientId', 'groupId', 'route', 'text'].map((field) => ({ field })),
    })
  })

  test('the form of another site', async () => {
    const body = (await openForm('anna'))(aDraft('clara'))
    const headers = { ...headersOf('anna'), Origin: 'https://elsewhere.example' }
    const answer = await fetch(app.origin, { method: 'POST', body, headers })
    expect({ status: answer.status, text: await answer.text() }).toEqual({
      ...{ status: 500, text: expect.not.stringContaining('Sent') as string },
    })
  })

  test('another state, which the browser keeps', async () => {
    const { state } = await send('anna', {
      ...aDraft('nobody'),
      '$ACTION_1:1': JSON.stringify([{ status: 'Sent', invitationId: 'x', inviterId: 'eve' }]),
    })
    expect(state).toMatchObject({ status: 'NotSent' })
  })

  test.each(['["x","y"]', '[]', '[null,null]', '[{},{"text":"a"}]', '[{"status":"Empty"},["a"]]'])(
    'a call with %s',
    async (body) => {
      const reference = (await openForm('anna'))().get('$ACTION_1:0') as string
      const { id } = JSON.parse(reference) as { readonly id: string }
      const response = await fetch(app.origin, {
        method: 'POST',
        headers: { ...headersOf('anna'), 'Next-Action': id, 'Content-Type': 'text/plain' },
        body,
      })
      expect(response.status).toBe(200)
      expect(await response.text()).toContain('"status":"NotSent"')
    },
  )
})
