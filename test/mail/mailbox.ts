import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { RenderedEmail } from 'group-invitations/messages'
import { type ParsedMail, simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'

/** An SMTP server, and a nodemailer transport that leads to it. */
export async function openMailbox() {
  const messages: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, callback) {
      void buffer(stream).then((message) => {
        messages.push(message)
        callback()
      }, callback)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const transport = createTransport({ host: '127.0.0.1', port, pool: true, maxConnections: 4 })

  return {
    transport,
    /** All that has arrived. */
    arrived: () => Promise.all(messages.map((message) => simpleParser(message))),
    /** Sends an e-mail as it was rendered, and gives it as it has arrived. */
    async send(email: RenderedEmail): Promise<ParsedMail> {
      const before = messages.length
      const addresses = { from: 'no-reply@network.example', to: 'bernd@mail.example' }
      await transport.sendMail({ ...email, ...addresses })
      const [message] = messages.slice(before)
      if (message === undefined) throw new Error('Nothing has arrived.')
      return simpleParser(message)
    },
    async close(): Promise<void> {
      transport.close()
      await new Promise<void>((resolve) => {
        server.close(resolve)
      })
    },
  }
}
