import { html } from 'hono/html'
import { type OptOutName, type OptOutSetting, WORDS } from './opt-out-choices.js'

type Html = ReturnType<typeof html>

/** For anyone who has the e-mail: buttons that switch off, and nothing of what is set. */
export function pageForAnybody(): Html {
  const buttons = NAMES.map((name) => html`<li>${button(name, 'off', WORDS[name])}</li>`)
  return page('Would you rather not be invited into groups any more?', [
    form(buttons),
    html`<p>${SIGN_IN}</p>`,
  ])
}

/** For the member who is signed in: what is set, and for each a button that changes it. */
export function pageForMember(settings: readonly OptOutSetting[]): Html {
  const isAllOff = settings.some(({ name, isOff }) => name === 'all' && isOff)
  const lines = settings.map(
    ({ name, words, isOff }) =>
      html`<li>
        <span>${isOff ? 'Off' : 'On'}: ${words}.</span> ${button(name, isOff ? 'on' : 'off', words)}
      </li>`,
  )
  return page(
    isAllOff
      ? 'Nobody can invite you into groups.'
      : 'Would you rather not be invited into groups any more?',
    [form(lines)],
  )
}

/** A page that says something. `back` leads to the same address, with its token. */
export function pageOfWords(words: string, { back }: { readonly back: boolean }): Html {
  return page(words, back ? [html`<p><a href="">Back to the choices</a></p>`] : [])
}

export const SIGN_IN =
  'To see what is switched off, and to switch it on again, sign in as the member who got the e-mail.'

const NAMES: readonly OptOutName[] = ['all', 'inviter', 'group']

const button = (name: OptOutName, to: 'off' | 'on', words: string) =>
  html`<button name="button" value="${name}-${to}">Switch ${to} ${words}</button>`

const form = (lines: readonly Html[]) =>
  html`<form method="post">
    <ul>
      ${lines}
    </ul>
  </form>`

const page = (words: string, others: readonly Html[]) =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="robots" content="noindex" />
      <title>Group invitations</title>
      <h1>Group invitations</h1>
      <p>${words}</p>
      ${others}
    </html>`
