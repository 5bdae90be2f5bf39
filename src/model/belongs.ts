import type { Standing } from './member.js'

/** Whether somebody of this standing belongs to the group: member or moderator. */
export function belongs(standing: Standing | undefined): boolean {
  return standing === 'member' || standing === 'moderator'
}
