import { forInviter, InvitationPolicy } from 'group-invitations'
import { en } from 'group-invitations/messages'
import { repositories, request } from '../../docs/examples/guide/network.js'
import { column, type Drawing } from './drawing.js'

/** A draft to somebody who wants no invitations: what the service gets, and what the inviter reads. */
export async function oneVerdict(): Promise<Drawing> {
  const verdict = await new InvitationPolicy(repositories).evaluate({
    ...request,
    recipientId: 'dora',
  })
  const denied = verdict._unsafeUnwrapErr()
  const types = denied.type === 'InvitationDenied' ? denied.denials.map(({ type }) => type) : []
  const reasons = en.reasons(forInviter(denied))
  const { drawn, bottom } = column([
    { title: 'Anna writes to Dora', lines: halvesOf(request.text).map((half) => [half] as const) },
    {
      title: 'Your service gets every reason, as data',
      lines: types.map((type) => [`\`${type}\``] as const),
    },
    {
      title: 'Anna reads what is hers to know',
      lines: reasons.map((reason) => [reason] as const),
    },
  ])
  return {
    title: 'One verdict, two readers',
    desc: `Denied by ${types.join(' and ')}. The inviter reads: ${reasons.join(' ')}`,
    height: bottom,
    parts: [drawn],
  }
}

/** A text of two sentences on two lines. */
const halvesOf = (words: string) => words.split(/(?<=\.) /)
