import { InvitationPolicy } from 'group-invitations'
import { test } from 'vitest'
import { assertAgreement } from './agree.js'
import { handWritten } from './contenders/hand-written.js'
import { withCasbin, withCasbinMatchers } from './contenders/with-casbin.js'
import { withCasl } from './contenders/with-casl.js'
import { withJsonRulesEngine } from './contenders/with-json-rules-engine.js'
import { FORM_ONLY } from './contenders/with-library.js'
import { withZod } from './contenders/with-zod.js'
import { NOW } from '../support/builders.js'
import { createWorld } from './world.js'

test('all contenders of the bench decide alike', async () => {
  const clock = () => NOW
  const world = createWorld(20_000, 10_000)
  await assertAgreement(
    handWritten(world, clock),
    [
      withZod(world, clock),
      withCasl(world, clock),
      withJsonRulesEngine(world, clock),
      await withCasbin(world, clock),
      await withCasbin(world, clock, true),
      await withCasbinMatchers(world, clock),
    ],
    [new InvitationPolicy(world, { clock, enforcement: FORM_ONLY })],
  )
})
