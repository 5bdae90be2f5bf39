import { type Delivery, InvitationPolicy, InvitationService } from 'group-invitations'
import { renderEmail, renderNews } from 'group-invitations/messages'
import { clock, repositories, request } from './network.js'

const service = new InvitationService(new InvitationPolicy(repositories, { clock }), repositories)

const email = {
  platform: 'Elbnetz',
  domain: 'elbnetz.example',
  unsubscribeUrl: 'https://elbnetz.example/opt-out?link=secret-of-bernd',
}

/** What a worker does with each delivery that waits in the outbox. */
async function relay(delivery: Delivery) {
  const prepared = await service.prepareDelivery(delivery)
  if (prepared.isErr()) console.log('Not delivered:', prepared.error)
  else if (prepared.value.channel === 'email') console.log(renderEmail(prepared.value, email).text)
  else console.log(renderNews(prepared.value).body)
}

const sent = await service.send(request)
if (sent.isErr()) throw new Error(sent.error.type)
const [first, second] = sent.value.deliveries
if (first !== undefined) await relay(first)

// Bernd switches invitations off before the second message goes out.
const optedOut = await service.optOut('bernd')
if (optedOut.isOk() && second !== undefined) await relay(second)
