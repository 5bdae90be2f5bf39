import { renderEmail, renderNews } from 'group-invitations/messages'
import type { Transport } from './adapters/shared/hand-over.js'

/** Prints each message. Your mail server, and your store of news, take its place. */
export const printMessages: Transport = {
  deliver(prepared) {
    const invitationUrl = 'https://network.example/invitations'
    if (prepared.channel === 'news') {
      const { recipientId, title } = renderNews(prepared, { invitationUrl })
      console.log(`\nNews for ${recipientId}: ${title}`)
    } else {
      const { recipientId, subject, text } = renderEmail(prepared, {
        platform: 'Your network',
        domain: 'network.example',
        // By a POST it must switch invitations off at once, without a login (RFC 8058).
        unsubscribeUrl: 'https://network.example/opt-out?token=of-this-member',
        invitationUrl,
      })
      console.log(`\nE-mail for ${recipientId}: ${subject}\n\n${text}`)
    }
    return Promise.resolve()
  },
}
