import { blockHtml, escaped, inlineHtml } from './html.js'
import { filled, type Letter } from './letter.js'

export function sayHtml(
  { names }: Letter,
  template: string,
  more: Readonly<Record<string, string>> = {},
): string {
  return filled(template, { ...names, ...more }, escaped, inlineHtml)
}

export function headlineHtml(letter: Letter): string {
  return sayHtml(letter, letter.language.mail.invitation)
}

/** The personal text as a quotation, then its reference and the link to the group. */
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

export function linkHtml(url: string, words: string, className: string): string {
  return `<a href="${escaped(url)}" class="${className}">${escaped(words)}</a>`
}
