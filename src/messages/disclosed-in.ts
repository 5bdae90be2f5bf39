import { assert, ownFieldsOf } from '../validation/assert.js'

/**
 * The own fields of what was disclosed. JavaScript may pass an error as it came, whose words would reveal what is
 * private: then it throws a `TypeError`.
 */
export function disclosedIn<Value extends object>(value: Value): Value {
  // All fields, as the types have none that may be inherited.
  const own = ownFieldsOf(Object(value) as object) as Value & { readonly audience?: unknown }
  const expected = 'what forInviter, choiceForInviter or adviceForInviter returns'
  assert(own.audience === 'inviter', 'disclosed', expected)
  return own
}
