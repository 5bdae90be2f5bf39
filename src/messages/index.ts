/** @module group-invitations/messages */
export { de, deInformal, en, type Languages, type Locales, messagesFor } from './messages-for.js'
export { createMessages } from './create-messages.js'
export {
  type Advised,
  type CustomWords,
  type DescribeOptions,
  type Messages,
  type Reasons,
} from './messages.js'
export type { ContentWords, DenialWords, Language, MailWords, StaffDenial } from './language.js'
export type { Writing } from './displayed.js'
export type { Formats, Instant, Moment, PluralForms } from './formats.js'
export { type EmailHeaders, type RenderedEmail, renderEmail } from './render-email.js'
export type { EmailOptions } from './email-options.js'
export type { MessageOptions } from './message-options.js'
export { type RenderedNews, renderNews } from './render-news.js'
