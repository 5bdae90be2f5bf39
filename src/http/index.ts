export {
  PROBLEM_MEDIA_TYPE,
  type ProblemDetails,
  type ProblemError,
  type ProblemOptions,
  toProblemDetails,
  TYPE_BASE_URI,
} from './problem-details.js'
