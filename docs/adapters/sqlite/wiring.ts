import {
  AnswerService,
  type CustomRule,
  InvitationPolicy,
  InvitationService,
} from 'group-invitations'
import type { ServiceOptions } from '../shared/service-options.js'
import type { Database } from './database.js'
import { repositoriesIn } from './repositories.js'

/** Over `nodeSqlite(…)`, `libsql(…)` or `d1(…)`. In a Worker, which gets its binding with each request, open it each time. */
export function openService<const Rules extends readonly CustomRule[] = readonly []>(
  database: Database,
  options: ServiceOptions<Rules> = {},
) {
  const repositories = repositoriesIn(database)
  const policy = new InvitationPolicy(repositories, options.policy)
  return {
    policy,
    repositories,
    service: new InvitationService(policy, repositories),
    answerService: new AnswerService(policy, repositories),
  }
}
