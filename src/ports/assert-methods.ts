import { assert, fieldOf } from '../validation/assert.js'
import type { Repositories } from './repositories.js'

/** The names of the ports. */
export const PORTS = [
  'memberships',
  'profiles',
  'preferences',
  'contacts',
  'groups',
  'invitations',
  'answers',
] as const satisfies (keyof Repositories)[]

/** @throws TypeError that names the first repository or method that is missing. */
export function assertMethods(
  repositories: unknown,
  methods: readonly (readonly [port: string, method: string])[],
): void {
  for (const [port, method] of methods) {
    const isMethod = typeof fieldOf(fieldOf(repositories, port), method) === 'function'
    assert(isMethod, `repositories.${port}.${method}`, 'a method')
  }
}
