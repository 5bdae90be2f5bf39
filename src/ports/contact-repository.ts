import type { MaybePromise } from '../model/maybe-promise.js'
import type { MemberId } from '../model/member.js'

/**
 * Who is whose contact. Implemented by whoever stores contacts.
 *
 * The policy relies on it for `NotADirectContact`, and for the list of `contactsFor`.
 *
 * @since 0.1.0
 */
export interface ContactRepository {
  /**
   * Those of `candidateIds` who are confirmed, direct contacts of `memberId`, in one look-up however many there are.
   *
   * - Being a contact is mutual: it does not matter who asked whom.
   * - A contact of a contact, an open request, and the member itself are not among them.
   * - More members than were asked for do no harm; the list may be empty.
   */
  findContactsAmong(
    memberId: MemberId,
    candidateIds: readonly MemberId[],
  ): MaybePromise<ReadonlySet<MemberId>>

  /**
   * All confirmed, direct contacts of this member, each once, in any order. The choices of `contactsFor` come in it, so
   * keep it stable.
   *
   * - The same relation as in `findContactsAmong`. Who has no contacts, or does not exist, has an empty list.
   */
  findContactsOf(memberId: MemberId): MaybePromise<readonly MemberId[]>
}
