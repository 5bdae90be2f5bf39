import type { FormDenial } from 'group-invitations'

const types: readonly string[] = [
  'SubjectTooLong',
  'TextEmpty',
  'TextTooLong',
  'UnsafeCharacter',
] satisfies FormDenial['type'][]

/** Whether a denial is about the form of what is written. */
export function isFormDenial(denial: { readonly type: string }): boolean {
  return types.includes(denial.type)
}
