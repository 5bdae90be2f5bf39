// A Worker that does what the tests ask it to, with `d1.ts` over its own binding.
import type { InvitationRequest, SendOptions } from 'group-invitations'
import { type Binding, d1 } from '../d1.js'
import type { Statement, Value } from '../database.js'
import { openService } from '../wiring.js'

export type Work =
  | { readonly find: readonly [sql: string, ...parameters: Value[]] }
  | { readonly batch: readonly Statement[] }
  | { readonly send: readonly [request: InvitationRequest, options: SendOptions] }

export default {
  async fetch(request: Request, { DB }: { DB: Binding }): Promise<Response> {
    try {
      // The tests send nothing else.
      return Response.json(await done((await request.json()) as Work, DB))
    } catch (error) {
      return new Response(String(error), { status: 500 })
    }
  },
}

async function done(work: Work, binding: Binding): Promise<unknown> {
  const database = d1(binding)
  if ('find' in work) return database.find(...work.find)
  if ('batch' in work) return database.batch(work.batch)
  const sent = await openService(database).service.send(...work.send)
  return sent.isOk() ? sent.value : sent.error
}
