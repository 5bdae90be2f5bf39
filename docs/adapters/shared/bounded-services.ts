import {
  AnswerService,
  InvitationPolicy,
  InvitationService,
  type Repositories,
} from 'group-invitations'
import { ResultAsync } from 'neverthrow'
import { atMost } from './in-flight.js'
import type { ServiceOptions } from './service-options.js'

type InTurn = ReturnType<typeof atMost>

/**
 * The policy and both services, with at most so many sends and answers in flight: as many as the pool has connections.
 * Of more, all would evaluate before the first one writes, and those at the end would not get a connection in time.
 */
export function boundedServices(
  repositories: Repositories,
  connections: number,
  options: ServiceOptions['policy'],
) {
  const policy = new InvitationPolicy(repositories, options)
  const inTurn = atMost(connections)
  return {
    policy,
    repositories,
    service: new BoundedService(policy, repositories, inTurn),
    answerService: new BoundedAnswerService(policy, repositories, inTurn),
  }
}

class BoundedService extends InvitationService {
  private readonly inTurn: InTurn

  constructor(policy: InvitationPolicy, repositories: Repositories, inTurn: InTurn) {
    super(policy, repositories)
    this.inTurn = inTurn
  }

  override send(...request: Parameters<InvitationService['send']>) {
    return new ResultAsync(this.inTurn(() => super.send(...request)))
  }
}

class BoundedAnswerService extends AnswerService {
  private readonly inTurn: InTurn

  constructor(policy: InvitationPolicy, repositories: Repositories, inTurn: InTurn) {
    super(policy, repositories)
    this.inTurn = inTurn
  }

  override accept(...request: Parameters<AnswerService['accept']>) {
    return new ResultAsync(this.inTurn(() => super.accept(...request)))
  }

  override decline(...request: Parameters<AnswerService['decline']>) {
    return new ResultAsync(this.inTurn(() => super.decline(...request)))
  }

  override withdraw(...request: Parameters<AnswerService['withdraw']>) {
    return new ResultAsync(this.inTurn(() => super.withdraw(...request)))
  }
}
