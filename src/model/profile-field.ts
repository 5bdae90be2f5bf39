import type { ProfileField } from './member.js'

/** The fields of a profile, in the order in which it is read. */
export const PROFILE_FIELDS = ['wants', 'haves', 'other'] as const satisfies ProfileField[]

/** Whether the value names a field of a profile. */
export function isProfileField(value: unknown): value is ProfileField {
  return PROFILE_FIELDS.some((field) => field === value)
}
