import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { isDeepStrictEqual } from 'node:util'
import { env } from './smoke.js'
import { blocksIn } from '../support/markdown.js'

const README = 'docs/examples/starter/README.md'

/** Starts the starter, runs the README's commands of curl, and compares the answers with what the README shows. */
export async function problemOfReadme(home: string): Promise<string | undefined> {
  const blocks = blocksIn(README, 'sh').filter((block) => block.includes('curl '))
  const shown = blocksIn(README, 'json').flatMap(answersIn)
  const service = startIn(home)
  try {
    const [, origin = ''] = await service.printed(/at http:\/\/(\S+)/)
    const run = (block: string) =>
      answersIn(
        execFileSync('sh', ['-c', block.replaceAll('localhost:3000', origin)], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      )
    const sent = blocks.slice(0, -1).flatMap(run)
    // Who has accepted already gets no messages any more.
    await service.printed(/^E-mail for bernd: /m)
    await service.printed(/^News for bernd: /m)
    const answers = [...sent, ...blocks.slice(-1).flatMap(run)]
    if (answers.length > 0 && isDeepStrictEqual(answers, shown)) return undefined
    return `The README shows\n${JSON.stringify(shown)}\nThe service answers\n${JSON.stringify(answers)}`
  } finally {
    await service.stop()
  }
}

/** One answer, perhaps on several lines, or several answers on a line each. */
const answersIn = (text: string): unknown[] =>
  text
    .trim()
    .split(/\n(?=\{)/)
    .map((answer) => JSON.parse(answer) as unknown)

/** `npm start` in a folder, at a free port. */
function startIn(home: string) {
  const npm = spawn('npm', ['start'], {
    ...{ cwd: home, env: { ...env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] },
    // A group of its own, so that npm and what it runs are stopped together, as by Ctrl+C.
    detached: true,
  })
  const closed = once(npm, 'close')
  let text = ''
  npm.stdout.setEncoding('utf8').on('data', (printed: string) => {
    text += printed
  })
  return {
    /** Waits until something that matches is printed, and returns the match. */
    async printed(pattern: RegExp): Promise<readonly string[]> {
      const signal = AbortSignal.timeout(30_000)
      for (;;) {
        const match = pattern.exec(text)
        if (match) return match
        await once(npm.stdout, 'data', { signal })
      }
    },
    async stop(): Promise<void> {
      if (npm.pid !== undefined && npm.exitCode === null) process.kill(-npm.pid, 'SIGINT')
      await closed
    },
  }
}
