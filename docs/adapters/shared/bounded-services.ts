import {
  AnswerService,
  type CustomRule,
  type Denial,
  InvitationPolicy,
  InvitationService,
  type PolicyOptions,
  type Repositories,
} from 'group-invitations'
import { ResultAsync } from 'neverthrow'
import { atMost } from './in-flight.js'

type InTurn = ReturnType<typeof atMost>
type Clock = Pick<InvitationPolicy, 'now'>

/**
 * The policy and both services, with at most so many sends and answers in flight: as many as the pool has connections.
 * Of more, all would evaluate before the first one writes, and those at the end would not get a connection in time.
 */
export function boundedServices<const Rules extends readonly CustomRule[] = readonly []>(
  repositories: Repositories,
  connections: number,
  options: PolicyOptions<Rules> | undefined,
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

class BoundedService<CustomDenial extends Denial> extends InvitationService<CustomDenial> {
  private readonly inTurn: InTurn

  constructor(policy: InvitationPolicy<CustomDenial>, repositories: Repositories, inTurn: InTurn) {
    super(policy, repositories)
    this.inTurn = inTurn
  }

  override send(...request: Parameters<InvitationService<CustomDenial>['send']>) {
    return new ResultAsync(this.inTurn(() => super.send(...request)))
  }
}

class BoundedAnswerService extends AnswerService {
  private readonly inTurn: InTurn

  constructor(policy: Clock, repositories: Repositories, inTurn: InTurn) {
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
