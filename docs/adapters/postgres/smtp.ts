import { Undeliverable } from '../shared/hand-over.js'

/**
 * Runs `sendMail` of nodemailer. Throws `Undeliverable` if the mail server refuses this message or its recipient for
 * good. Refusing the login or the sender (`EAUTH`, `MAIL FROM`) is a mistake of the configuration, which can be mended.
 */
export async function submit<Sent>(sendMail: () => Promise<Sent>): Promise<Sent> {
  try {
    return await sendMail()
  } catch (problem) {
    if (!isRefusedForGood(problem)) throw problem
    throw new Undeliverable(problem.message, { cause: problem })
  }
}

/** A reply of 5xx is for good, except 503: the commands came in the wrong order. */
function isRefusedForGood(problem: unknown): problem is Error {
  if (!(problem instanceof Error && 'responseCode' in problem && 'command' in problem)) return false
  const { responseCode, command } = problem
  const isPermanent = Number(responseCode) >= 500 && responseCode !== 503
  return isPermanent && (command === 'RCPT TO' || command === 'DATA')
}
