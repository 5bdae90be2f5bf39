import { AnswerService, InvitationPolicy, InvitationService } from 'group-invitations'
import { en } from 'group-invitations/messages'
import { clock, repositories, request } from './network.js'

const policy = new InvitationPolicy(repositories, { clock })
const service = new InvitationService(policy, repositories)
const answers = new AnswerService(policy, repositories)

const page = await service.send(request).andThen(() => answers.received('bernd'))
for (const { invitation, inviter, group } of page.unwrapOr({ items: [] }).items) {
  console.log(`${inviter.displayName} invites you into “${group.name}”: ${invitation.text}`)

  const { invitationId } = invitation
  const accepted = await answers.accept({ invitationId, memberId: 'bernd' })
  if (accepted.isOk()) console.log(en.describeAnswer('accept', accepted.value))

  const withdrawn = await answers.withdraw({ invitationId, memberId: 'anna' })
  if (withdrawn.isErr()) console.log('Not withdrawn:', withdrawn.error.type)
}
