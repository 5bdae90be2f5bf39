import { blockHtml, escaped, inlineHtml } from './html.js'
import { filled, type Letter, type Link } from './letter.js'

export function sayHtml(
  { names, language }: Letter,
  template: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const show = (value: string) => inlineHtml(value, language)
  return filled(template, { ...names, ...more }, escaped, show)
}

export function headlineHtml(letter: Letter): string {
  return sayHtml(letter, letter.language.mail.invitation)
}

/** The personal text as a quotation, then its reference and the button. */
export function letterHtml(letter: Letter): string {
  const { text, reference, button } = letter
  return [
    `<p>${messageHtml(letter)}</p>`,
    `<blockquote dir="auto" class="invitation-text">${blockHtml(text)}</blockquote>`,
    reference &&
      `<p class="invitation-note">${sayHtml(letter, reference.template, { entry: reference.entry })}</p>`,
    button && `<p>${linkHtml(button, 'invitation-open')}</p>`,
  ]
    .map((line) => (line ? `${line}\n` : ''))
    .join('')
}

/** Who has written the text. The name leads to the inviter's profile, if that has an address. */
function messageHtml({ names, language, inviterUrl }: Letter): string {
  return filled(language.mail.message, names, escaped, (value) => {
    const name = inlineHtml(value, language)
    return inviterUrl === undefined ? name : anchor(inviterUrl, name, 'invitation-inviter')
  })
}

export function linkHtml({ url, words }: Link, className: string): string {
  return anchor(url, escaped(words), className)
}

function anchor(url: string, html: string, className: string): string {
  return `<a href="${escaped(url)}" class="${className}">${html}</a>`
}
