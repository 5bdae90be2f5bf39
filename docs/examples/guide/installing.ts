import { InvitationPolicy } from 'group-invitations'
import { repositories, request } from './network.js'

const verdict = await new InvitationPolicy(repositories).evaluate(request)
console.log(verdict.isOk() ? 'approved' : verdict.error)
