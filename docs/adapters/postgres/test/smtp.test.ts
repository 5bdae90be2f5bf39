import { createTransport } from 'nodemailer'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { Undeliverable } from '../../shared/hand-over.js'
import { submit } from '../smtp.js'

let server: SMTPServer | undefined
afterEach(() => new Promise<void>((resolve) => server?.close(resolve) ?? resolve()))

/** What becomes of a mail at a real server with these answers. */
async function submitTo(options: SMTPServerOptions): Promise<unknown> {
  server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], ...options })
  const { port } = await new Promise<{ port: number }>((resolve) => {
    const listening = server?.listen(0, '127.0.0.1', () => {
      const address = listening?.address()
      resolve({ port: typeof address === 'object' && address ? address.port : 0 })
    })
  })
  const user = options.onAuth && { auth: { user: 'anna', pass: 'wrong' } }
  const transporter = createTransport({ host: '127.0.0.1', port, ...user })
  const mail = { from: 'a@elbnetz.example', to: 'b@elbnetz.example', subject: 's', text: 't' }
  try {
    await submit(() => transporter.sendMail(mail))
    return undefined
  } catch (problem) {
    return problem
  } finally {
    transporter.close()
  }
}

const answer = (responseCode: number) => Object.assign(new Error('no'), { responseCode })

test.each<[string, SMTPServerOptions, number]>([
  ['no such mailbox', { onRcptTo: (_to, _session, done) => done(answer(550)) }, 550],
  [
    'rejected as spam',
    { onData: (stream, _session, done) => stream.resume().on('end', () => done(answer(554))) },
    554,
  ],
])('is undeliverable where the server says for good: %s', async (_case, options, code) => {
  const problem = await submitTo(options)
  expect(problem).toBeInstanceOf(Undeliverable)
  expect(problem).toMatchObject({ cause: { responseCode: code } })
})

test.each<[string, SMTPServerOptions, object]>([
  [
    'a mailbox that is busy',
    { onRcptTo: (_to, _session, done) => done(answer(450)) },
    { responseCode: 450 },
  ],
  [
    'a server that is full',
    { onData: (stream, _session, done) => stream.resume().on('end', () => done(answer(452))) },
    { responseCode: 452 },
  ],
  [
    'commands out of order',
    { onRcptTo: (_to, _session, done) => done(answer(503)) },
    { responseCode: 503 },
  ],
  [
    'a sender that is refused',
    { onMailFrom: (_from, _session, done) => done(answer(550)) },
    { responseCode: 550 },
  ],
  [
    'a login that is refused',
    { onAuth: (_auth, _session, done) => done(answer(535)) },
    { responseCode: 535 },
  ],
  ['a server that hangs up', { onConnect: (_session, done) => done(answer(554)) }, {}],
])('may be tried again: %s', async (_case, options, expected) => {
  const problem = await submitTo(options)
  expect(problem).toBeInstanceOf(Error)
  expect(problem).not.toBeInstanceOf(Undeliverable)
  expect(problem).toMatchObject(expected)
})

test('is sent where the server takes it', async () => {
  expect(
    await submitTo({ onData: (stream, _session, done) => stream.resume().on('end', () => done()) }),
  ).toBeUndefined()
})
