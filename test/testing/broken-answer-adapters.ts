import { brokenAdmissions } from './broken-admissions.js'
import { brokenChanges } from './broken-changes.js'
import { brokenLists } from './broken-lists.js'
import { brokenMemberships } from './broken-memberships.js'
import type { BrokenAnswers } from './map-answers.js'

export const brokenAnswerAdapters: readonly BrokenAnswers[] = [
  ...brokenChanges,
  ...brokenAdmissions,
  ...brokenMemberships,
  ...brokenLists,
]
