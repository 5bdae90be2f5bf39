import { type Draft, type PreparedDelivery, repeatableAt } from 'group-invitations'
import {
  renderEmail,
  type RenderedEmail,
  type RenderedNews,
  renderNews,
} from 'group-invitations/messages'
import { groupOf } from './people.js'
import type { State } from './state.js'
import { instantOf, profileIn, requestOf } from './world.js'

/** The messages that an invitation leads to. */
export interface Preview {
  readonly email: RenderedEmail
  readonly news: RenderedNews
}

/** The identifier of an invitation that is only looked at. */
const PREVIEW_ID = 'preview'

/** Renders both messages of a draft, as they would be prepared; `undefined` if a person or the group is not there. */
export function previewOf(state: State, draft: Draft): Preview | undefined {
  const inviter = profileIn(state, state.inviter)
  const recipient = profileIn(state, state.recipient)
  const group = groupOf(state.group)
  if (inviter === undefined || recipient === undefined || group === undefined) return undefined
  const sentAt = instantOf(state)
  const { inviterId, recipientId, groupId, route } = requestOf(state)
  const times = { sentAt, repeatableAt: repeatableAt(sentAt) }
  const people = { inviterId, recipientId, groupId, route }
  const invitation = { invitationId: PREVIEW_ID, ...people, ...draft, ...times }
  const facts = { invitation, inviter, recipient, group }
  return {
    email: emailOf({ ...facts, channel: 'email', idempotencyKey: `${PREVIEW_ID}.email` }),
    news: newsOf({ ...facts, channel: 'news', idempotencyKey: `${PREVIEW_ID}.news` }),
  }
}

/** The e-mail of the playground's network. */
export function emailOf(prepared: PreparedDelivery): RenderedEmail {
  const { recipientId } = prepared.invitation
  return renderEmail(prepared, {
    platform: 'network.example',
    domain: 'network.example',
    unsubscribeUrl: `https://network.example/unsubscribe/${recipientId}`,
    ...linksOf(prepared),
  })
}

/** The news item of the playground's network. */
export function newsOf(prepared: PreparedDelivery): RenderedNews {
  return renderNews(prepared, linksOf(prepared))
}

function linksOf({ invitation: { invitationId } }: PreparedDelivery) {
  const page = `https://network.example/invitations/${invitationId}`
  return { invitationUrl: page, reportUrl: `${page}/report` }
}
