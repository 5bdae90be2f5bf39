import {
  choiceForInviter,
  type ClosingError,
  type Disclosed,
  type DisclosedToRecipient,
  forInviter,
  type GroupChoice,
  type SendingError,
} from 'group-invitations'
import { type ProblemDetails, toProblemDetails } from 'group-invitations/http'
import type { InviterTooNew } from './inviter-is-established.js'
import { messages } from './messages.js'

// The rule is about the inviter alone, so the inviter may know it. Pickers and errors must reveal the same.
const options = { reveal: ['InviterTooNew'] } as const

/** In the place of `forInviter`. */
export const toInviter = (
  error: SendingError<InviterTooNew> | ClosingError,
): Disclosed<InviterTooNew> => forInviter(error, options)

/** A group of the picker, with the reasons why not. */
export function groupToChoose(choice: GroupChoice<InviterTooNew>) {
  const disclosed = choiceForInviter(choice, options)
  const { groupId, group } = disclosed
  return { groupId, name: group?.name, reasons: messages.reasons(disclosed) }
}

/** In the place of `toProblemDetails`. */
export const problemOf = (
  disclosed: Disclosed<InviterTooNew> | DisclosedToRecipient,
): ProblemDetails => toProblemDetails(disclosed, { messages })
