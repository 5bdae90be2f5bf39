import { filled } from './fill.js'
import { blockHtml, escaped, inlineHtml } from './html.js'
import type { Letter } from './letter.js'

/** A template of the language as HTML, its names and whatever else it is filled with included. */
export function sayHtml(
  { names }: Letter,
  template: string,
  more: Readonly<Record<string, string>> = {},
): string {
  return filled(template, { ...names, ...more }, escaped, inlineHtml)
}

/** Who invites into what. */
export function headlineHtml(letter: Letter): string {
  return sayHtml(letter, letter.language.mail.invitation)
}

/** The personal text as a quotation, what it refers to, and the way to the group. */
export function letterHtml(letter: Letter): string {
  const { mail } = letter.language
  const { text, reference, groupUrl } = letter
  return [
    `<p>${sayHtml(letter, mail.message)}</p>`,
    `<blockquote dir="auto" class="invitation-text">${blockHtml(text)}</blockquote>`,
    reference &&
      `<p class="invitation-note">${sayHtml(letter, reference.template, { entry: reference.entry })}</p>`,
    groupUrl !== undefined && `<p>${linkHtml(groupUrl, mail.seeGroup, 'invitation-open')}</p>`,
  ]
    .map((line) => (line ? `${line}\n` : ''))
    .join('')
}

/** A link of the service's own, its words those of the language. */
export function linkHtml(url: string, words: string, className: string): string {
  return `<a href="${escaped(url)}" class="${className}">${escaped(words)}</a>`
}
