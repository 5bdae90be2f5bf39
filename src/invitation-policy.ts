import { err, type Result, ResultAsync } from 'neverthrow'
import { isDate } from './answers.js'
import { assertPolicyOptions, assertRepositories } from './assert-construction.js'
import type { InvalidRequest, RepositoryFailed } from './errors.js'
import type { FactsSource, InvitationFacts } from './facts.js'
import { factsFromRepositories } from './facts-from-repositories.js'
import { factsFromSource } from './facts-from-source.js'
import type { InvitationRequest } from './invitation.js'
import { answerTo, type OutsideCall } from './outside-call.js'
import { loadForOwnRules, ownDenialsOf } from './own-denials.js'
import type { OwnDenialOf, OwnRule } from './own-rule.js'
import { parseRequest } from './parse-request.js'
import type { Repositories } from './repositories/repositories.js'
import { denialsOf } from './rulebook.js'
import { type InvitationApproval, type InvitationDenied, verdictOf } from './verdict.js'

/** What a policy may be given besides the repositories. */
export interface PolicyOptions<Rules extends readonly OwnRule[] = readonly OwnRule[]> {
  /** Tells the instant of each decision; by default the system's clock. */
  readonly clock?: (() => Date) | undefined
  /** The service's own rules, made by `defineRule`; asked after the rulebook's, in this order. */
  readonly rules?: Rules | undefined
  /** Answers `evaluate` by one call in place of the repositories. */
  readonly facts?: FactsSource | undefined
}

/** Why `evaluate` has not approved, told apart by `type`. `Rules` are the types of the policy's own rules. */
export type EvaluationError<Rules extends readonly OwnRule[] = readonly []> =
  InvalidRequest | InvitationDenied<OwnDenialOf<Rules>> | RepositoryFailed

const callOfClock: OutsideCall<undefined> = {
  repository: 'clock',
  operation: 'now',
  promised: 'a valid Date',
  keeps: isDate,
}

/**
 * Decides by the rules of the network whether one member may invite another into a group.
 *
 * It keeps no state and writes nothing: one policy serves a whole process. `Rules` are the types of its own
 * rules, inferred from the options.
 */
export class InvitationPolicy<const out Rules extends readonly OwnRule[] = readonly []> {
  readonly #loadFacts: (
    request: InvitationRequest,
    now: Date,
  ) => Promise<Result<InvitationFacts, RepositoryFailed>>
  readonly #clock: () => Date
  readonly #rules: readonly OwnRule[]

  /**
   * Only the methods of the repositories that read are used.
   *
   * @throws TypeError if a repository, one of its methods, or an option is missing or of the wrong type.
   */
  constructor(repositories: Repositories, options: PolicyOptions<Rules> = {}) {
    assertRepositories(repositories)
    assertPolicyOptions(options)
    const { clock = () => new Date(), rules = [], facts: source } = options
    this.#clock = clock
    this.#rules = rules
    this.#loadFacts = source
      ? (request, now) => factsFromSource(source, request, now)
      : (request, now) => factsFromRepositories(repositories, request, now)
  }

  /**
   * Decides on one invitation: an approval, or every reason against it at once.
   *
   * All repositories are asked side by side, each once, whatever the verdict; an `InvalidRequest` asks nobody.
   * Approving stores nothing: two evaluations at once may approve the same pair.
   *
   * Never throws, and its promise never rejects. Fails closed: where something cannot be found out, the answer is
   * `RepositoryFailed`, no approval.
   */
  evaluate(request: InvitationRequest): ResultAsync<InvitationApproval, EvaluationError<Rules>> {
    return new ResultAsync(this.#evaluate(request))
  }

  async #evaluate(value: unknown): Promise<Result<InvitationApproval, EvaluationError<Rules>>> {
    const parsed = parseRequest(value)
    if (parsed.isErr()) return err(parsed.error)
    const now = answerTo(callOfClock, this.#clock)
    if (now.isErr()) return err(now.error)
    const { request, given } = parsed.value
    const pendingFacts = this.#loadFacts(request, new Date(now.value))
    const pendingLoads = loadForOwnRules(this.#rules, request)
    const facts = await pendingFacts
    const loaded = await pendingLoads
    if (facts.isErr()) return err(facts.error)
    if (loaded.isErr()) return err(loaded.error)
    const own = ownDenialsOf(this.#rules, request, loaded.value, facts.value)
    if (own.isErr()) return err(own.error)
    // What `Rules` can deny is known from the constructor on, and forgotten by the loop over them.
    const ownDenials = own.value as OwnDenialOf<Rules>[]
    return verdictOf(request, facts.value, [
      ...denialsOf(request, facts.value, given),
      ...ownDenials,
    ])
  }
}
