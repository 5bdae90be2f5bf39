// What `@/invitations` is for the compiler. In an app it is a file of the app.
declare module '@/invitations' {
  import type { Denial, InvitationService, LogRecord, MemberId } from 'group-invitations'

  export const service: InvitationService<Denial>
  export function memberOfSession(): Promise<MemberId | undefined>
  export function localesOfReader(): Promise<readonly string[]>
  export function log(outage: LogRecord): void
}
