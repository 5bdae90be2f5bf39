export {
  type DraftIssue,
  type DraftSchema,
  draftSchemaIn,
  type DraftValidation,
  type FormWords,
  invitationDraftSchema,
} from './invitation-draft-schema.js'
export type { FormDenial } from '../decision/denials.js'
export type { InvitationDraft } from '../model/invitation.js'
export { countCharacters } from '../text/count-characters.js'
export { measureSubject, measureText, type TextMeasure } from '../text/measure.js'
export { normalizeText } from '../text/normalize-text.js'
