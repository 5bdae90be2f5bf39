import { brokenAnswers } from './broken-answers.js'
import { brokenCommits } from './broken-commits.js'
import { brokenKeys } from './broken-keys.js'
import type { BrokenInvitations } from './map-invitations.js'

export const brokenInvitations: readonly BrokenInvitations[] = [
  ...brokenKeys,
  ...brokenCommits,
  ...brokenAnswers,
]
