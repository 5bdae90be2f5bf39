import { displayed, onLines } from './displayed.js'
import type { EmailOptions } from './email-options.js'
import { unlinkedText } from './html.js'
import { filled, type Letter } from './letter.js'

export function emailText(letter: Letter, { platform, unsubscribeUrl }: EmailOptions): string {
  const { language, names, text, reference, groupUrl } = letter
  const { mail } = language
  const say = (template: string, more: Readonly<Record<string, string>> = {}) =>
    filled(
      template,
      { ...names, ...more },
      (words) => words,
      (value) => unlinkedText(displayed(value, language.direction)),
    )
  const quotation = onLines(text)
    .split('\n')
    .map((line) => `> ${unlinkedText(line)}`)
    .join('\n')
  return [
    say(mail.invitation),
    `${say(mail.message)}\n\n${quotation}`,
    ...(reference ? [say(reference.template, { entry: reference.entry })] : []),
    ...(groupUrl === undefined ? [] : [`${mail.seeGroup}\n${groupUrl}`]),
    `-- \n${say(mail.because, { platform })}\n${mail.enough}\n${mail.switchOff}\n${unsubscribeUrl}\n`,
  ].join('\n\n')
}
