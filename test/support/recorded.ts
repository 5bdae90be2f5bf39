import { intercepted } from './intercepted.js'

/** The repositories with a record of every call made: `memberships.findStandings` and the like, and its arguments. */
export function recorded<Ports extends object>(
  ports: Ports,
): { repositories: Ports; calls: [method: string, ...args: unknown[]][] } {
  const calls: [method: string, ...args: unknown[]][] = []
  const repositories = intercepted(ports, (call, args, proceed) => {
    calls.push([call, ...args])
    return proceed()
  })
  return { repositories, calls }
}
