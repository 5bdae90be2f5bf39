import type { LogRecord } from 'group-invitations'
import { cookies, headers } from 'next/headers'
import { aWorld, servicesOf } from '../../test/stranger-world'

// Next bundles a module into several entries: what must exist once stays on globalThis.
const own = globalThis as { world?: ReturnType<typeof aWorld> }
export const world = (own.world ??= aWorld())

export const { service } = servicesOf(world)

export const memberOfSession = async () => (await cookies()).get('member')?.value

export const localesOfReader = async () => [(await headers()).get('Accept-Language') ?? 'en']

export function log(outage: LogRecord): void {
  console.error(JSON.stringify(outage))
}
