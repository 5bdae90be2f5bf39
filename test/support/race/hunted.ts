import { type ChildProcess, spawn } from 'node:child_process'

/**
 * Runs a script in several processes at once, kills one of them at random every so many milliseconds (SIGKILL), and
 * starts it anew. Ends when all have ended by themselves; tells how many were killed.
 */
export async function runHunted(
  script: string,
  argumentsOf: readonly (readonly string[])[],
  { kills, every }: { readonly kills: number; readonly every: number },
): Promise<number> {
  const running = new Map<number, ChildProcess>()
  let killed = 0
  const run = (which: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', script, ...(argumentsOf[which] ?? [])],
        {
          stdio: ['ignore', 'inherit', 'inherit'],
        },
      )
      running.set(which, child)
      child.once('error', reject)
      child.once('exit', (code, signal) => {
        running.delete(which)
        if (signal === 'SIGKILL') resolve(run(which))
        else if (code === 0) resolve()
        else reject(new Error(`${script} ended with ${String(code ?? signal)}`))
      })
    })
  const hunter = setInterval(() => {
    const children = [...running.values()]
    const victim = children[Math.floor(Math.random() * children.length)]
    if (killed < kills && victim?.kill('SIGKILL')) killed += 1
  }, every)
  try {
    await Promise.all(argumentsOf.map((_, which) => run(which)))
  } finally {
    clearInterval(hunter)
    for (const child of running.values()) child.kill('SIGTERM')
  }
  return killed
}
