import { err, ok, type Result, ResultAsync } from 'neverthrow'
import { assertPolicyOptions, assertPolicyRepositories } from './assert-construction.js'
import { consult } from './consult.js'
import type { ContentScreener } from './content/content-screener.js'
import type { ProfileMatcher } from './content/profile-matcher.js'
import {
  type ContentEnforcement,
  enforcementFor,
  type EnforcementOptions,
  enforcementWith,
} from './enforcement.js'
import type { InvalidRequest, RepositoryFailed } from './errors.js'
import type { FactsSource, InvitationFacts } from './facts.js'
import { factsFromRepositories } from './facts-from-repositories.js'
import { factsFromSource } from './facts-from-source.js'
import type { Gathering } from './gathered.js'
import type { Draft, InvitationRequest } from './invitation.js'
import type { MaybePromise } from './maybe-promise.js'
import { askNow, type OutsideCall } from './outside-call.js'
import { loadsOf, ownDenialsOf } from './own-denials.js'
import type { OwnDenialOf, OwnRule } from './own-rule.js'
import { parseRequest } from './parse-request.js'
import { readDraft } from './read-draft.js'
import { readNow } from './read-facts.js'
import type { PolicyRepositories } from './repositories/repositories.js'
import { opinionOn } from './rulebook.js'
import { type InvitationApproval, type InvitationDenied, verdictOf } from './verdict.js'

/**
 * What a policy may be given besides the repositories.
 *
 * To keep options in a variable write `satisfies PolicyOptions` behind them: an annotation forgets which rules they
 * have.
 */
export interface PolicyOptions<Rules extends readonly OwnRule[] = readonly OwnRule[]> {
  /** Tells the instant of each decision; by default the system's clock. */
  readonly clock?: (() => Date) | undefined
  /**
   * How the content rules are enforced, where it is not by default: `{ LinkInText: 'deny', MassMessage: 'advise' }`.
   */
  readonly enforcement?: EnforcementOptions | undefined
  /** Finds out what of the profile a draft refers to, in the place of the built-in comparison of words. */
  readonly matcher?: ProfileMatcher | undefined
  /** Looks for prohibited content, in the place of the built-in list of terms. */
  readonly screener?: ContentScreener | undefined
  /** The service's own rules, made by `defineRule`; asked after the rulebook's, in this order. */
  readonly rules?: Rules | undefined
  /** Answers `evaluate` by one call in place of the repositories. */
  readonly facts?: FactsSource | undefined
}

/** Why `evaluate` has not approved, told apart by `type`. `Rules` are the types of the policy's own rules. */
export type EvaluationError<Rules extends readonly OwnRule[] = readonly []> =
  InvalidRequest | InvitationDenied<OwnDenialOf<Rules>> | RepositoryFailed

type Gather = (
  request: InvitationRequest,
  now: Date,
  enforcement: ContentEnforcement,
  loads: readonly OutsideCall<unknown>[],
) => Gathering

type Consult = (
  draft: Draft,
  facts: InvitationFacts,
  enforcement: ContentEnforcement,
) => MaybePromise<Result<InvitationFacts, RepositoryFailed>>

/**
 * Decides by the rules of the network whether one member may invite another into a group.
 *
 * It keeps no state and writes nothing: one policy serves a whole process. `Rules` are the types of its own
 * rules, inferred from the options; `InvitationPolicy<readonly (typeof a | typeof b)[]>` is a policy with some of
 * these, in any order.
 */
export class InvitationPolicy<const out Rules extends readonly OwnRule[] = readonly []> {
  private readonly rules: readonly OwnRule[]
  private readonly clock: OutsideCall<Date>
  private readonly gather: Gather
  private readonly consult: Consult
  private readonly enforcement: ContentEnforcement

  /**
   * Only the methods of the repositories that read are used.
   *
   * @throws TypeError if a repository, one of its methods, or an option is missing or of the wrong type.
   */
  constructor(repositories: PolicyRepositories, options: PolicyOptions<Rules> = {}) {
    assertPolicyRepositories(repositories)
    assertPolicyOptions(options)
    const { clock = () => new Date(), rules = [], facts: source, matcher, screener } = options
    this.enforcement = enforcementWith(options.enforcement)
    // Taken out once: exchanging one later, on purpose or not, must not reach into a decision.
    const { memberships, profiles, preferences, contacts, invitations } = repositories
    const ports = { memberships, profiles, preferences, contacts, invitations }
    this.rules = [...rules]
    this.clock = {
      repository: 'clock',
      operation: 'now',
      ask: () => clock(),
      read: (now) => readNow(now, 'the time'),
    }
    this.gather = source
      ? (request, now, _enforcement, loads) => factsFromSource(source, request, now, loads)
      : (request, ...others) => factsFromRepositories(ports, request, ...others)
    this.consult =
      matcher || screener
        ? (...draft) => consult({ matcher, screener }, ...draft)
        : (_draft, facts) => ok(facts)
  }

  /**
   * Decides on one invitation: an approval, or every reason against it at once.
   *
   * All repositories are asked side by side, each method once, whatever the verdict, and an own matcher and screener
   * after them; an `InvalidRequest` asks nobody, and what only concerns the content is not asked for a draft without a
   * text. Approving stores nothing: two evaluations at once may approve the same pair.
   *
   * Never throws, and its promise never rejects. Fails closed: where something cannot be found out, the answer is
   * `RepositoryFailed`, no approval. It sets no time limit: a repository that never answers is waited for.
   */
  evaluate(request: InvitationRequest): ResultAsync<InvitationApproval, EvaluationError<Rules>> {
    return new ResultAsync(this.verdictOn(request))
  }

  private async verdictOn(
    value: unknown,
  ): Promise<Result<InvitationApproval, EvaluationError<Rules>>> {
    const parsed = parseRequest(value)
    if (parsed.isErr()) return err(parsed.error)
    const now = askNow(this.clock)
    if (now.isErr()) return err(now.error)
    const { request } = parsed.value
    const enforcement = enforcementFor(request, this.enforcement)
    const loads = loadsOf(this.rules, request)
    const gathered = await this.gather(request, now.value, enforcement, loads)
    if (gathered.isErr()) return err(gathered.error)
    const consulted = await this.consult(request, gathered.value.facts, enforcement)
    if (consulted.isErr()) return err(consulted.error)
    const facts = consulted.value
    const reading = readDraft(parsed.value, facts, enforcement)
    const opinion = opinionOn(request, facts, reading, enforcement)
    const own = ownDenialsOf(this.rules, request, gathered.value.loaded, facts)
    if (own.isErr()) return err(own.error)
    // What `Rules` can deny is known from the constructor on, and forgotten by the loop over them.
    const ownDenials = own.value as OwnDenialOf<Rules>[]
    return verdictOf(request, facts, reading, opinion, ownDenials)
  }
}
