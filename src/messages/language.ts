import type { AnswerDenial } from '../decision/answer.js'
import type { InvitationDenial } from '../decision/denials.js'
import type { Disclosed, DisclosedDenial } from '../disclosure/disclosed.js'
import type { DisclosedToRecipient } from '../disclosure/disclosed-to-recipient.js'
import type { ProfileField } from '../model/member.js'
import type { ProhibitedContent } from '../rules/content-is-permitted.js'
import type { Denial } from '../rules/rule.js'
import type { SentStatus } from '../service/list-invitations.js'
import type { CancellationReason } from '../service/prepare-delivery.js'
import { isRecord } from '../validation/assert.js'
import type { Writing } from './displayed.js'
import type { Formats } from './formats.js'

/**
 * One or a few sentences for each denial, written with the formats of the language. None may be missing.
 *
 * @since 0.1.0
 */
export type DenialWords<Denials extends Denial> = {
  readonly [Type in Denials['type']]: (
    denial: Extract<Denials, { readonly type: Type }>,
    formats: Formats,
  ) => string
}

/**
 * One or a few sentences on prohibited content, written with the formats of the language.
 *
 * @since 0.1.0
 */
export type ContentWords = (finding: ProhibitedContent, formats: Formats) => string

/**
 * What staff may have to read: every denial, and why an invitation was not answered or not delivered.
 *
 * @since 0.1.0
 */
export type StaffDenial = InvitationDenial | CancellationReason | AnswerDenial

/**
 * All words of the library in one language. To add a language, write one for `createMessages`.
 *
 * @since 0.1.0
 */
export interface Language extends Writing {
  /** The words for the inviter, for each denial that may be disclosed. */
  readonly toInviter: DenialWords<DisclosedDenial>
  /** The words for the network's own staff, for each denial. They are about both members. */
  readonly toStaff: DenialWords<StaffDenial>
  /** The words on prohibited content with evidence of another category than those of the network (`ProhibitedCategory`). */
  readonly otherCategories: {
    /** For the inviter. They accuse of nothing in particular, since they are for any category, and for several at once. */
    readonly toInviter: ContentWords
    /** For the staff. They name the category: there is one in the evidence. */
    readonly toStaff: ContentWords
  }
  /** The words for the inviter if there was no decision, or an invitation was not withdrawn. */
  readonly noDecision: {
    readonly [Type in Exclude<Disclosed['type'], 'InvitationDenied'>]: string
  }
  /** The words for the recipient if an answer was not stored. They never say that an invitation was withdrawn. */
  readonly toRecipient: { readonly [Type in DisclosedToRecipient['type']]: string }
  /** The words for the member who has answered or withdrawn an invitation. */
  readonly answered: {
    /** Accepted: they are in the group now. */
    readonly joined: string
    /** Accepted: a moderator decides. */
    readonly pending: string
    /** Accepted before, and not in the group now: they have left it, or were not admitted. */
    readonly accepted: string
    /** Declined. The inviter does not learn it. */
    readonly declined: string
    /** Withdrawn, perhaps by somebody else before. */
    readonly withdrawn: string
  }
  /** What became of an invitation, in a list for its inviter. */
  readonly statuses: { readonly [Status in SentStatus]: string }
  /** The words for a form field that is missing, or of the wrong type or shape. */
  readonly invalidValue: string
  /** Hints for writing, in the order of a letter (D9 to D13). */
  readonly hints: {
    readonly everybody: readonly string[]
    /** Further hints for an inviter who moderates the group. */
    readonly moderator: readonly string[]
  }
  readonly mail: MailWords
}

/**
 * The words of the e-mail and the news item, for the recipient.
 *
 * `{inviter}`, `{group}`, `{platform}` and `{entry}` are filled in. Each template must contain exactly the names that
 * its comment lists, in any order and as often as it likes. Nothing is put around the words, so that punctuation is
 * theirs.
 *
 * @since 0.1.0
 */
export interface MailWords {
  /** Who invites whom into which group: the headline and the default subject. With `{inviter}`, `{group}`. */
  readonly invitation: string
  /** The default subject if the names are too long for the other one. With no name. */
  readonly someInvitation: string
  /** The line before the personal text. With `{inviter}`. */
  readonly message: string
  /** The profile entry that the text refers to, by its field. With `{entry}`. */
  readonly reference: { readonly [Field in ProfileField]: string }
  /** The name of an inviter or a group whose own name shows nothing. It stands anywhere in a sentence. With no name. */
  readonly noName: string
  /** The words of the link to the group. With no name. */
  readonly seeGroup: string
  /** The words of the link to the invitation, if there is one. With no name. */
  readonly seeInvitation: string
  /** The words before the address of the inviter's profile in plain text; the HTML links the name. With `{inviter}`. */
  readonly seeInviter: string
  /** The words of the link by which the recipient reports the invitation. With no name. */
  readonly report: string
  /** Why the recipient gets the e-mail. With `{platform}`, `{inviter}`. */
  readonly because: string
  /** The question before `switchOff` in the e-mail: does the recipient want no more of them? With no name. */
  readonly enough: string
  /** The words of the link in the e-mail that switches group invitations off. With no name. */
  readonly switchOff: string
}

/** A copy of plain data that nothing can change, without what the data inherits. Functions are the caller's own. */
export function frozenCopy<Value>(value: Value): Value {
  // A copy has the type of what it copies.
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as Value
  if (!isRecord(value)) return value
  const fields = Object.entries(value).map(([key, field]) => [key, frozenCopy<unknown>(field)])
  return Object.freeze(Object.fromEntries(fields)) as Value
}
