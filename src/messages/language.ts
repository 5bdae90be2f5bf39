import type { InvitationDenial } from '../decision/denials.js'
import type { ProfileField } from '../model/member.js'
import type { Denial } from '../rules/rule.js'
import type { DisclosedDenial } from '../disclosure/disclosed.js'
import type { Formats, Writing } from './formats.js'

/**
 * For each denial a sentence, or a few, written with the formats of the language. None may be missing.
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
 * All that the library says in one language. Whoever adds a language writes one of these, for `createMessages`.
 *
 * @since 0.1.0
 */
export interface Language extends Writing {
  /** What the inviter is told of each denial. */
  readonly toInviter: DenialWords<DisclosedDenial>
  /** What the network's own staff is told of each denial: about both members. */
  readonly toStaff: DenialWords<InvitationDenial>
  /** What the inviter is told where there was no decision. */
  readonly noDecision: {
    readonly [Type in 'InvalidRequest' | 'InvitationIdReused' | 'ServiceUnavailable']: string
  }
  /** What is told of a field in a form that is missing, or of the wrong type or shape. */
  readonly invalidValue: string
  /** Hints for writing, in the order of a letter (D9 to D13). */
  readonly hints: {
    readonly everybody: readonly string[]
    /** Besides, for who moderates the group. */
    readonly moderator: readonly string[]
  }
  readonly mail: MailWords
}

/**
 * The words of the e-mail and the news item, to the recipient. `{inviter}`, `{group}`, `{platform}` and `{entry}` are
 * filled in, each where it is named below: there it has to stand, and no other name in curly brackets. Nothing is put
 * around the words, so that punctuation is theirs.
 *
 * @since 0.1.0
 */
export interface MailWords {
  /** Who invites whom into what, as a headline. It is the default subject and title too. Of `{inviter}`, `{group}`. */
  readonly invitation: string
  /** The default subject where the names are too long for one. Of nothing. */
  readonly someInvitation: string
  /** What comes before the personal text. Of `{inviter}`. */
  readonly message: string
  /** What of the profile the text refers to. Of `{entry}`. */
  readonly reference: { readonly [Field in ProfileField]: string }
  /** The words of the link to the group. Of nothing. */
  readonly seeGroup: string
  /** Why the e-mail has come. Of `{platform}`, `{inviter}`. */
  readonly because: string
  /** Whether one wants no more of them: the question in front of `switchOff`, in the e-mail. Of nothing. */
  readonly enough: string
  /** The words of the link that switches group invitations off, in the e-mail. Of nothing. */
  readonly switchOff: string
}
