import { InvitationPolicy } from 'group-invitations'
import { test } from 'vitest'
import { assertAgreement } from './agree.js'
import { handWritten } from './contenders/hand-written.js'
import { FORM_ONLY, withLibrary } from './contenders/with-library.js'
import { peersOver } from './contenders/peers.js'
import { NOW } from './draft.js'
import { createWorld } from './world.js'

test('all contenders of the bench decide alike', async () => {
  const clock = () => NOW
  const world = createWorld(20_000, 10_000)
  const policy = new InvitationPolicy(world, { clock, enforcement: FORM_ONLY })
  const peers = await peersOver(world, clock)
  await assertAgreement(handWritten(world, clock), [withLibrary(policy), ...Object.values(peers)])
})
