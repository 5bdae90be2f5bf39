/** @module group-invitations/http */
export {
  PROBLEM_MEDIA_TYPE,
  type ProblemDetails,
  type ProblemOptions,
  toProblemDetails,
  TYPE_BASE_URI,
} from './problem-details.js'
export type { ProblemError } from './problem-errors.js'
