import { setImmediate } from 'node:timers/promises'
import { intercepted } from '../support/intercepted.js'

/** The repositories with a record of what was called in parallel: one list for each wave of calls. */
export function inWaves<Ports extends object>(ports: Ports) {
  const waves: string[][] = []
  let open: string[] | undefined
  const repositories = intercepted(ports, async (call, _args, proceed) => {
    if (open === undefined) waves.push((open = []))
    open.push(call)
    // Until here everything has been called that waits for nothing.
    await setImmediate()
    open = undefined
    return proceed()
  })
  return { repositories, waves }
}

/** The calls as lines of a card, each once for its wave; several waves have numbers. */
export function callLines(waves: readonly (readonly string[])[]): (readonly [string, string?])[] {
  return waves.flatMap((wave, index) =>
    [...new Set(wave)].map((call, line) => {
      const name = `\`${call}\``
      return waves.length > 1 && line === 0 ? ([name, ordinal(index)] as const) : ([name] as const)
    }),
  )
}

const ordinal = (index: number) => ['first', 'then', 'at last'][index] ?? 'then'
