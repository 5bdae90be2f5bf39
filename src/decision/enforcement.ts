import type { Draft } from '../model/invitation.js'
import type { Denial } from '../rules/rule.js'
import { ANALYZED_UNIT_LIMIT } from '../text/limits.js'
import { assert, fieldOf, optionsIn } from '../validation/assert.js'
import type { ContentFinding } from './denials.js'

/**
 * The effect of a content rule.
 *
 * - `deny`: its finding is a denial.
 * - `advise`: its finding is an advisory.
 * - `off`: the rule is not applied.
 *
 * @since 0.1.0
 */
export type Enforcement = 'deny' | 'advise' | 'off'

/**
 * The enforcement of each content rule, by the type of its finding.
 *
 * The default is `deny`, except for `WantsAndHavesNotAddressed` and `LinkInText`, which are `advise`.
 *
 * @since 0.1.0
 */
export interface ContentEnforcement {
  readonly UnfilledPlaceholder: Enforcement
  readonly SalutationMissing: Enforcement
  readonly ProfileReferenceMissing: Enforcement
  /** Never a denial: the network says "should" (D11). */
  readonly WantsAndHavesNotAddressed: 'advise' | 'off'
  readonly LinkInText: Enforcement
  /** A text that resembles the text of only one other recipient is an advisory, even with `deny`. */
  readonly MassMessage: Enforcement
  readonly ProhibitedContent: Enforcement
}

/**
 * Changes to the default enforcement. `undefined` keeps the default. An unknown key is a `TypeError`.
 *
 * @since 0.1.0
 */
export type EnforcementOptions = {
  readonly [Type in keyof ContentEnforcement]?: ContentEnforcement[Type] | undefined
}

type ContentType = ContentFinding['type']

const toDemand: readonly Enforcement[] = ['deny', 'advise', 'off']
const toRecommend: readonly Enforcement[] = ['advise', 'off']

const byDefault: ContentEnforcement = {
  UnfilledPlaceholder: 'deny',
  SalutationMissing: 'deny',
  ProfileReferenceMissing: 'deny',
  WantsAndHavesNotAddressed: 'advise',
  LinkInText: 'advise',
  MassMessage: 'deny',
  ProhibitedContent: 'deny',
}

// `Object.keys` forgets that these are the keys.
const contentTypes = Object.keys(byDefault) as ContentType[]

const allOff: ContentEnforcement = {
  UnfilledPlaceholder: 'off',
  SalutationMissing: 'off',
  ProfileReferenceMissing: 'off',
  WantsAndHavesNotAddressed: 'off',
  LinkInText: 'off',
  MassMessage: 'off',
  ProhibitedContent: 'off',
}

/** The default enforcement with these changes. Throws a `TypeError` that names an unknown key or a wrong value. */
export function enforcementWith(changes: EnforcementOptions = {}): ContentEnforcement {
  const path = 'options.enforcement'
  const given = optionsIn(changes, path, contentTypes)
  const enforcement: Record<ContentType, Enforcement> = { ...byDefault }
  // All keys are known.
  for (const type of Object.keys(given) as ContentType[]) {
    const setting = given[type]
    if (setting === undefined) continue
    const canDeny = type !== 'WantsAndHavesNotAddressed'
    const isAllowed = (canDeny ? toDemand : toRecommend).includes(setting)
    assert(isAllowed, path, canDeny ? 'deny, advise or off' : 'advise or off', type)
    enforcement[type] = setting
  }
  // Every setting was checked.
  return enforcement as ContentEnforcement
}

/** The content of an empty or far too long draft is not judged: the rules on form deny such a draft. */
export function enforcementFor(
  { subject = '', text }: Draft,
  enforcement: ContentEnforcement,
): ContentEnforcement {
  const isJudged = text !== '' && text.length + subject.length <= ANALYZED_UNIT_LIMIT
  return isJudged ? enforcement : allOff
}

export function areAllOff(enforcement: ContentEnforcement): boolean {
  for (const type of contentTypes) if (enforcement[type] !== 'off') return false
  return true
}

/**
 * Returns whether a denial is the finding of a content rule. Such a denial may reveal the recipient's profile.
 *
 * @since 0.1.0
 */
export function isContentFinding(denial: Denial): denial is ContentFinding {
  return Object.hasOwn(byDefault, denial.type)
}

export function isAdvisory(finding: ContentFinding, enforcement: ContentEnforcement): boolean {
  if (finding.type === 'MassMessage' && finding.similarCount === 1) return true
  if (fieldOf(finding, 'certainty') === 'suspected') return true
  return enforcement[finding.type] === 'advise'
}
