import { displayed } from './displayed.js'
import type { CheckedEmailOptions } from './email-options.js'
import { unlinkedText } from './html.js'
import { filled, type Letter } from './letter.js'
import { onLines, onOneLine } from './lines.js'

export function emailText(
  letter: Letter,
  { platform, unsubscribeUrl, replyNote }: CheckedEmailOptions,
): string {
  const { language, names, text, reference, button, inviterUrl, report } = letter
  const { mail } = language
  const say = (template: string, more: Readonly<Record<string, string>> = {}) =>
    filled(
      template,
      { ...names, ...more },
      (words) => words,
      (value) => unlinkedText(displayed(value, language)),
    )
  const quotation = onLines(text)
    .split('\n')
    .map((line) => `> ${unlinkedText(line)}`)
    .join('\n')
  const foot = [
    say(mail.because, { platform }),
    `${mail.enough}\n${mail.switchOff}\n${unsubscribeUrl}`,
    ...(report ? [`${report.words}\n${report.url}`] : []),
    ...(replyNote === undefined ? [] : [onOneLine(replyNote)]),
  ]
  return [
    say(mail.invitation),
    `${say(mail.message)}\n\n${quotation}`,
    ...(reference ? [say(reference.template, { entry: reference.entry })] : []),
    ...(button ? [`${button.words}\n${button.url}`] : []),
    ...(inviterUrl === undefined ? [] : [`${say(mail.seeInviter)}\n${inviterUrl}`]),
    `-- \n${foot.join('\n')}\n`,
  ].join('\n\n')
}
