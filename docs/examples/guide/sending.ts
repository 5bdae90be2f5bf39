import { InvitationPolicy, InvitationService } from 'group-invitations'
import { clock, repositories, request } from './network.js'

const service = new InvitationService(new InvitationPolicy(repositories, { clock }), repositories)

async function send(invitationId: string) {
  const sent = await service.send(request, { invitationId })
  if (sent.isOk()) {
    const { deliveries, replayed } = sent.value
    const deliveryIds = deliveries.map(({ deliveryId }) => deliveryId)
    console.log('Sent:', { replayed, deliveryIds })
  } else {
    console.log('Not sent:', sent.error)
  }
}

await send('form-1')
// The answer got lost, and the client tries again.
await send('form-1')
// Anna opens the form once more.
await send('form-2')
