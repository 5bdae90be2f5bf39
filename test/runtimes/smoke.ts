import { readFileSync } from 'node:fs'
import { transform } from 'esbuild'
import type { Outcome } from './check.js'

/** The environment to run in: far from UTC and with daylight-saving time, so that reading local time shows. */
export const env = { ...process.env, TZ: 'America/New_York' }

/**
 * The one program without its types: as a module, or with `require` in the place of `import`. Before its answers it
 * prints what `version` gives.
 */
export async function smokeProgram(format: 'esm' | 'cjs', version: string): Promise<string> {
  const source = readFileSync('test/runtimes/smoke-program.ts', 'utf8')
  const { code } = await transform(source, { loader: 'ts', format, target: 'es2022' })
  return `${code}\nconsole.log(${version})\n`
}

type Answers = Readonly<Record<string, unknown>>

const expected = JSON.parse(readFileSync('test/runtimes/expected.json', 'utf8')) as Answers

/** What the program has shown by what it has printed: the version asked for, and the expected line, byte for byte. */
export function outcomeOf(printed: string, isAskedFor: (version: string) => boolean): Outcome {
  const [version = '', line = ''] = printed.split('\n')
  if (!isAskedFor(version)) return { version, problem: `is not what was asked for: ${printed}` }
  if (line === JSON.stringify(expected)) return { version }
  return { version, problem: differencesIn(line) }
}

function differencesIn(line: string): string {
  let answers: Answers
  try {
    answers = JSON.parse(line) as Answers
  } catch {
    return `no answers: ${line}`
  }
  return (
    Object.keys({ ...expected, ...answers })
      .map((name) => [name, inAscii(answers[name]), inAscii(expected[name])] as const)
      .filter(([, answer, other]) => answer !== other)
      .map(([name, answer, other]) => `${name}:\n  ${answer}\n  expected:\n  ${other}`)
      .join('\n') || `in another order: ${line}`
  )
}

/** Spaces that differ look alike. */
function inAscii(value: unknown): string {
  return JSON.stringify(value ?? null).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
