import { type LogRecord, type LoggedCause, type LoggedReason, toLogRecord } from 'group-invitations'
import { expectTypeOf, test } from 'vitest'

type Json = string | number | boolean | null | readonly Json[] | { readonly [Key in string]?: Json }

/** As an interface has no index signature. */
type Plain<Value> = Value extends object
  ? { readonly [Key in keyof Value]: Plain<Value[Key]> }
  : Value

test('a record is plain JSON that nobody changes', () => {
  const record = toLogRecord(new Error('anything'))
  expectTypeOf(record).toEqualTypeOf<LogRecord>()
  expectTypeOf<Plain<Required<LogRecord>>>().toExtend<Json>()
  expectTypeOf<LogRecord>().toEqualTypeOf<Readonly<LogRecord>>()
  expectTypeOf<LoggedReason>().toEqualTypeOf<Readonly<LoggedReason>>()
  expectTypeOf<LoggedCause>().toEqualTypeOf<Readonly<LoggedCause>>()
  // @ts-expect-error -- readonly
  record.type = 'another'
})
