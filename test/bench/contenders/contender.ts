import type {
  CandidateDenial,
  FormDenial,
  InvitationRequest,
  MemberProfile,
} from 'group-invitations'

/** What the rules of standing and form have against an invitation. */
export type RuleDenial = CandidateDenial | FormDenial

/** What is to be stored, or every reason against it. */
export type Decision =
  | {
      readonly ok: true
      readonly subject: string | undefined
      readonly text: string
      readonly decidedAt: Date
      readonly repeatableAt: Date
      readonly textFingerprint: string
    }
  | { readonly ok: false; readonly denials: readonly RuleDenial[] }

/** A contact, and what speaks against inviting them. */
export interface Choice {
  readonly contactId: string
  readonly profile: MemberProfile | undefined
  readonly denials: readonly RuleDenial[]
}

/** Something that decides by the rules of standing and form, content rules left out. */
export interface Contender {
  evaluate(request: InvitationRequest): Promise<Decision>
  contactsFor(inviterId: string, groupId: string): Promise<readonly Choice[]>
}
