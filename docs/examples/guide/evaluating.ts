import { InvitationPolicy, type InvitationRequest } from 'group-invitations'
import { clock, repositories, request } from './network.js'

const policy = new InvitationPolicy(repositories, { clock })

async function show(asked: InvitationRequest) {
  const verdict = await policy.evaluate(asked)
  if (verdict.isOk()) console.log('Approved:', verdict.value)
  else if (verdict.error.type === 'InvitationDenied') console.log('Denied:', verdict.error.denials)
  else if (verdict.error.type === 'InvalidRequest') console.log('Invalid:', verdict.error.issues)
  else console.log('An outage:', verdict.error.cause)
}

await show({ ...request, groupId: 'bridge', text: 'Hi {firstName}, you offer TypeScript.' })
await show(request)
