import type {
  CandidateDenial,
  FormDenial,
  Group,
  InvitationRequest,
  MemberProfile,
} from 'group-invitations'

/** What the rules on people and form have against an invitation. */
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

/** A group, and what speaks against inviting the member into it. */
export interface GroupOption {
  readonly groupId: string
  readonly group: Group | undefined
  readonly denials: readonly RuleDenial[]
}

/** A contact, and what speaks against inviting them. */
export interface ContactOption {
  readonly contactId: string
  readonly profile: MemberProfile | undefined
  readonly denials: readonly RuleDenial[]
}

/** Something that decides by the rules on people and form, without those on content. */
export interface Contender {
  evaluate(request: InvitationRequest): Promise<Decision>
  groupsFor(inviterId: string, recipientId: string): Promise<readonly GroupOption[]>
  contactsFor(inviterId: string, groupId: string): Promise<readonly ContactOption[]>
}
