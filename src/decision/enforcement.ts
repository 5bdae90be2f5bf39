import { assert } from '../validation/assert.js'
import type { ContentFinding } from './denials.js'
import type { Draft } from '../model/invitation.js'
import type { Denial } from '../rules/rule.js'
import { ANALYZED_UNIT_LIMIT } from '../text/limits.js'

/**
 * What becomes of a content rule's finding: a refusal, a remark, or nothing, without even looking.
 *
 * @since 0.1.0
 */
export type Enforcement = 'deny' | 'advise' | 'off'

/**
 * How each content rule is enforced, by the finding that it raises.
 *
 * By default each is `deny`, but for `WantsAndHavesNotAddressed` and `LinkInText`, which are `advise`.
 *
 * @since 0.1.0
 */
export interface ContentEnforcement {
  readonly UnfilledPlaceholder: Enforcement
  readonly SalutationMissing: Enforcement
  readonly ProfileReferenceMissing: Enforcement
  /** Never a refusal: the network says "should" (D11). */
  readonly WantsAndHavesNotAddressed: 'advise' | 'off'
  readonly LinkInText: Enforcement
  /** A text like that of one other recipient is no mass: `deny` refuses from two on, and advises on one. */
  readonly MassMessage: Enforcement
  readonly ProhibitedContent: Enforcement
}

/**
 * Settings that take the place of the default ones; `undefined` leaves the default.
 *
 * @since 0.1.0
 */
export type EnforcementOptions = {
  readonly [Type in keyof ContentEnforcement]?: ContentEnforcement[Type] | undefined
}

type ContentType = ContentFinding['type']

const toDemand: readonly Enforcement[] = ['deny', 'advise', 'off']
const toRecommend: readonly Enforcement[] = ['advise', 'off']

/** What the network demands is denied. */
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

/**
 * The enforcement of every content rule: the default, but for what `changes` says.
 *
 * @throws TypeError that names what is no content rule's finding, or may not be set to that.
 */
export function enforcementWith(changes: EnforcementOptions = {}): ContentEnforcement {
  const path = 'options.enforcement'
  const isRecord = Object.prototype.toString.call(changes) === '[object Object]'
  assert(isRecord, path, 'an object')
  const enforcement: Record<ContentType, Enforcement> = { ...byDefault }
  for (const type of Object.keys(changes)) {
    assert(isContentType(type), path, 'the name of a content finding', type)
    const setting = changes[type]
    if (setting === undefined) continue
    const isRecommended = type === 'WantsAndHavesNotAddressed'
    const allowed = isRecommended ? toRecommend : toDemand
    assert(
      allowed.includes(setting),
      path,
      isRecommended ? 'advise or off' : 'deny, advise or off',
      type,
    )
    enforcement[type] = setting
  }
  // Each type has a setting that it may have.
  return enforcement as ContentEnforcement
}

/**
 * The enforcement for a particular draft: none where content cannot be judged, since there is no text, or one far
 * beyond the limits. Such drafts are refused by their form.
 */
export function enforcementFor(
  { subject = '', text }: Draft,
  enforcement: ContentEnforcement,
): ContentEnforcement {
  const isJudged = text !== '' && text.length + subject.length <= ANALYZED_UNIT_LIMIT
  return isJudged ? enforcement : allOff
}

/** Whether no content rule is enforced. */
export function areAllOff(enforcement: ContentEnforcement): boolean {
  for (const type of contentTypes) if (enforcement[type] !== 'off') return false
  return true
}

/** Whether a denial of this type is the finding of a content rule. */
function isContentType(type: string): type is ContentType {
  return Object.hasOwn(byDefault, type)
}

/**
 * Whether a denial is the finding of a content rule, and so may give away the recipient's profile.
 *
 * @since 0.1.0
 */
export function isContentFinding(denial: Denial): denial is ContentFinding {
  return isContentType(denial.type)
}

/** Whether a finding is only a remark: by its rule's enforcement, or since it is too little for more. */
export function isAdvisory(finding: ContentFinding, enforcement: ContentEnforcement): boolean {
  if (finding.type === 'MassMessage' && finding.similarCount === 1) return true
  return enforcement[finding.type] === 'advise'
}
