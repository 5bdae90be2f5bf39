/** @module group-invitations/form */
export {
  type DraftIssue,
  type DraftSchema,
  draftSchemaIn,
  type DraftValidation,
  type FormWords,
  invitationDraftSchema,
} from './invitation-draft-schema.js'
export { type DraftJsonSchema, type JsonSchemaOptions } from './draft-json-schema.js'
export {
  type Excess,
  type LengthUnit,
  measureSubject,
  measureText,
  type TextMeasure,
} from '../text/measure.js'
export { countCharacters } from '../text/count-characters.js'
export { normalizeText } from '../text/normalize-text.js'
export {
  BYTE_LIMIT,
  CODE_POINTS_PER_CHARACTER_LIMIT,
  SUBJECT_CHARACTER_LIMIT,
  TEXT_CHARACTER_LIMIT,
} from '../text/limits.js'
