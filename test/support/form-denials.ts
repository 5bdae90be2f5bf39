import type { FormDenial } from 'group-invitations'

const types: Readonly<Record<FormDenial['type'], true>> = {
  SubjectTooLong: true,
  TextEmpty: true,
  TextTooLong: true,
  UnsafeCharacter: true,
}

/** Whether a denial is about the form of what is written. */
export function isFormDenial(denial: { readonly type: string }): boolean {
  return Object.hasOwn(types, denial.type)
}
