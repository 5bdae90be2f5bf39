import { assert, ownFieldsOf } from '../validation/assert.js'

/**
 * The own fields of a disclosed value. Throws a `TypeError` if it is not disclosed: in JavaScript it may be an error that
 * did not pass `forInviter`, and its words would reveal private reasons.
 */
export function disclosedIn<Value extends object>(value: Value): Value {
  // Disclosed values are plain data, so that their own fields are all of their type.
  const own = ownFieldsOf(Object(value) as object) as Value & { readonly audience?: unknown }
  const expected = 'what forInviter, forRecipient, choiceForInviter or adviceForInviter returns'
  assert(own.audience === 'inviter' || own.audience === 'recipient', 'disclosed', expected)
  return own
}
