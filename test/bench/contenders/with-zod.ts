import { z } from 'zod'
import type { BenchPorts } from '../world.js'
import type { Contender } from './contender.js'
import { handWritten } from './hand-written.js'

const identifier = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)

const requestSchema = z.object({
  inviterId: identifier,
  recipientId: identifier,
  groupId: identifier,
  route: z.enum(['profile', 'group']),
  subject: z.string().optional(),
  text: z.string(),
  reference: z
    .object({ field: z.enum(['wants', 'haves', 'other']), entry: z.string().max(500) })
    .optional(),
})

/** The shape by zod, the rules by hand. */
export function withZod(ports: BenchPorts, clock: () => Date): Contender {
  const byHand = handWritten(ports, clock)
  return { ...byHand, evaluate: async (value) => byHand.evaluate(requestSchema.parse(value)) }
}
