import type { Repositories } from 'group-invitations'

/** The repositories with a record of every call made: `memberships.findStandings` and the like, and its arguments. */
export function recorded(repositories: Repositories): {
  repositories: Repositories
  calls: [method: string, ...args: unknown[]][]
} {
  const calls: [method: string, ...args: unknown[]][] = []
  const watch = <Port extends object>(name: string, port: Port): Port =>
    new Proxy(port, {
      get(target, method, receiver) {
        const value: unknown = Reflect.get(target, method, receiver)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          calls.push([`${name}.${String(method)}`, ...args])
          return Reflect.apply(value, target, args)
        }
      },
    })
  return {
    calls,
    repositories: {
      memberships: watch('memberships', repositories.memberships),
      profiles: watch('profiles', repositories.profiles),
      preferences: watch('preferences', repositories.preferences),
      contacts: watch('contacts', repositories.contacts),
      invitations: watch('invitations', repositories.invitations),
    },
  }
}
