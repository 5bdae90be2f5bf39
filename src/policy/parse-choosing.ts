import { ok, type Result } from 'neverthrow'
import type { ContactsRequest, GroupsRequest } from './choice.js'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import { invalid } from '../validation/invalid.js'
import { anIdentifier, anObject, issueOf, take, takeList } from '../validation/parse-fields.js'

/** Reads what `groupsFor` is handed. Never throws. */
export function parseGroupsRequest(value: unknown): Result<GroupsRequest, InvalidRequest> {
  if (!anObject.accepts(value)) return invalid([issueOf(anObject, [])])
  const issues: RequestIssue[] = []
  const inviterId = take(value, 'inviterId', anIdentifier, issues)
  const recipientId = take(value, 'recipientId', anIdentifier, issues)
  if (issues.length > 0) return invalid(issues)
  return ok({ inviterId, recipientId })
}

/** Reads what `contactsFor` is handed, each contact once. Never throws. */
export function parseContactsRequest(value: unknown): Result<ContactsRequest, InvalidRequest> {
  if (!anObject.accepts(value)) return invalid([issueOf(anObject, [])])
  const issues: RequestIssue[] = []
  const inviterId = take(value, 'inviterId', anIdentifier, issues)
  const groupId = take(value, 'groupId', anIdentifier, issues)
  const contactIds = takeList(value, 'contactIds', anIdentifier, issues)
  if (issues.length > 0) return invalid(issues)
  return ok({ inviterId, groupId, contactIds: contactIds && [...new Set(contactIds)] })
}
