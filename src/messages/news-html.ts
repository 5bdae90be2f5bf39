import { unlinked } from './html.js'
import type { Letter } from './letter.js'
import { headlineHtml, letterHtml } from './letter-html.js'

/** The news item as an HTML fragment without any style: it takes that of the page around it. */
export function newsHtml(letter: Letter): string {
  const { ownSubject, language } = letter
  return `<article lang="${language.locale}" dir="${language.direction}">
<h3>${headlineHtml(letter)}</h3>
${ownSubject === undefined ? '' : `<p><strong dir="auto">${unlinked(ownSubject)}</strong></p>\n`}${letterHtml(letter)}</article>
`
}
