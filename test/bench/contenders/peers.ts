import type { BenchPorts } from '../world.js'
import type { Contender } from './contender.js'
import { withCasbin } from './with-casbin.js'
import { withCasl } from './with-casl.js'
import { withJsonRulesEngine } from './with-json-rules-engine.js'
import { withZod } from './with-zod.js'

/** The other libraries by which the same rules can be written. */
export async function peersOver(
  ports: BenchPorts,
  clock: () => Date,
): Promise<Readonly<Record<string, Contender>>> {
  return {
    'zod and by hand': withZod(ports, clock),
    '@casl/ability': withCasl(ports, clock),
    'json-rules-engine': withJsonRulesEngine(ports, clock),
    casbin: await withCasbin(ports, clock),
  }
}
