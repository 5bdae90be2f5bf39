import type { CheckedEmailOptions } from './email-options.js'
import { escaped } from './html.js'
import type { Letter } from './letter.js'
import { headlineHtml, letterHtml, linkHtml, sayHtml } from './letter-html.js'
import { onOneLine } from './lines.js'

// In the light and the dark look, each colour has a contrast of at least 4.5 : 1 on its ground.
const styleOf = (start: 'left' | 'right') => `
:root { color-scheme: light dark; supported-color-schemes: light dark }
body { margin: 0; padding: 0; background: #f3f5f4; color: #1c2422 }
.page { max-width: 600px; margin: 0 auto; padding: 24px 16px; font: 16px/1.5 system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere }
.card { background: #ffffff; border-radius: 8px; padding: 24px }
h1 { margin: 0 0 20px; font-size: 20px; line-height: 1.35 }
p { margin: 0 0 12px }
blockquote { margin: 0 0 20px; padding: 4px 16px; border-${start}: 4px solid #00695c; white-space: pre-wrap; unicode-bidi: plaintext }
.invitation-inviter { color: inherit }
.invitation-note { color: #4c5956; font-size: 14px }
.invitation-open { display: inline-block; padding: 12px 20px; border-radius: 6px; background: #00695c; color: #ffffff; font-weight: 600; text-decoration: none }
.foot { padding: 20px 24px 0; color: #4c5956; font-size: 14px }
.foot-link { color: #00574b }
@media (max-width: 480px) { .page { padding: 8px } .card { padding: 20px 16px } .foot { padding: 16px 16px 8px } .invitation-open { display: block; text-align: center } }
@media (prefers-color-scheme: dark) {
  body { background: #121816; color: #e6ecea }
  .card { background: #1d2523 }
  blockquote { border-color: #4db6a6 }
  .invitation-note, .foot { color: #a9b7b3 }
  .invitation-open { background: #4db6a6; color: #06231e }
  .foot-link { color: #7fd4c6 }
}
`

/** The e-mail as an HTML document: one column that can be read without its style sheet. */
export function emailHtml(
  letter: Letter,
  { platform, unsubscribeUrl, replyNote }: CheckedEmailOptions,
): string {
  const { language, report } = letter
  const { locale, direction, mail } = language
  // On the page too: web mail drops the document around it.
  const attributes = `lang="${locale}" dir="${direction}"`
  const optOut = { url: unsubscribeUrl, words: mail.switchOff }
  const foot = [
    sayHtml(letter, mail.because, { platform }),
    `${escaped(mail.enough)} ${linkHtml(optOut, 'foot-link')}`,
    ...(report ? [linkHtml(report, 'foot-link')] : []),
    ...(replyNote === undefined ? [] : [escaped(onOneLine(replyNote))]),
  ]
  return `<!doctype html>
<html ${attributes}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escaped(letter.subject)}</title>
<style>${styleOf(direction === 'rtl' ? 'right' : 'left')}</style>
</head>
<body>
<div class="page" ${attributes}>
<main class="card">
<h1>${headlineHtml(letter)}</h1>
${letterHtml(letter)}</main>
<footer class="foot">
${foot.map((line) => `<p>${line}</p>\n`).join('')}</footer>
</div>
</body>
</html>
`
}
