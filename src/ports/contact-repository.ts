import type { MaybePromise } from '../model/maybe-promise.js'
import type { MemberId } from '../model/member.js'

/**
 * Finds the contacts of members. Implement it over your store of contacts.
 *
 * The policy needs it for `NotADirectContact`, and for the list of `contactsFor`.
 *
 * @since 0.1.0
 */
export interface ContactRepository {
  /**
   * Finds the confirmed, direct contacts of `memberId` among `candidateIds`, with one query for all of them.
   *
   * - Returns direct contacts only, no matter who asked whom: a contact is mutual. A contact of a contact, an open
   *   request and the member itself are not contacts.
   * - Returns a `Set` of nothing but strings.
   * - Compares identifiers exactly.
   * - Accepts any number of candidates, also none.
   * - More members than were asked for do no harm.
   */
  findContactsAmong(
    memberId: MemberId,
    candidateIds: readonly MemberId[],
  ): MaybePromise<ReadonlySet<MemberId>>

  /**
   * Finds all confirmed, direct contacts of this member: the same relation as in `findContactsAmong`.
   *
   * - Returns all direct contacts, each once, in any order. `contactsFor` keeps this order, so it should be stable. The
   *   list is empty if the member has no contacts or does not exist.
   * - Compares identifiers exactly.
   */
  findContactsOf(memberId: MemberId): MaybePromise<readonly MemberId[]>
}
