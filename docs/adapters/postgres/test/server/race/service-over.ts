import { InvitationPolicy, InvitationService } from 'group-invitations'
import type { Pool } from 'pg'
import { repositoriesIn } from '../../../repositories.js'

/** A service as each process has one. Ten guests get the same words from an inviter, which is not what is tested. */
export function serviceOver(pool: Pool, clock?: () => Date): InvitationService {
  const repositories = repositoriesIn(pool)
  const policy = new InvitationPolicy(repositories, {
    clock,
    enforcement: { MassMessage: 'off' },
  })
  return new InvitationService(policy, repositories)
}
