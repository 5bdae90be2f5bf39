import { InvitationPolicy, type PolicyOptions } from 'group-invitations'
import { clock, repositories, request } from './network.js'

async function show(enforcement: PolicyOptions['enforcement']) {
  const policy = new InvitationPolicy(repositories, { clock, enforcement })
  const text = 'Hi Bernd, have a look at https://elbe-ts.example and join us.'
  const verdict = await policy.evaluate({ ...request, text })
  const found = verdict.isOk()
    ? { denials: [], advisories: verdict.value.advisories }
    : verdict.error
  if ('denials' in found)
    console.log({
      denied: found.denials.map(({ type }) => type),
      advised: found.advisories.map(({ type }) => type),
    })
}

await show({})
await show({
  LinkInText: 'deny',
  ProfileReferenceMissing: 'advise',
  WantsAndHavesNotAddressed: 'off',
})
