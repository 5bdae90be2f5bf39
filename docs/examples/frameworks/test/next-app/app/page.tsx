import { connection } from 'next/server'
import { InvitationForm } from './invitation-form'

export default async function Page() {
  // A page that is rendered once, when it is built, would have one key for everybody.
  await connection()
  return <InvitationForm initialKey={crypto.randomUUID()} />
}
