import type { InvitationDenial } from 'group-invitations'

type OneOfEach = {
  readonly [Type in InvitationDenial['type']]: Extract<InvitationDenial, { readonly type: Type }>
}

/** One denial of each type, in the rulebook's order. */
export const oneOfEach: OneOfEach = {
  SelfInvitation: { type: 'SelfInvitation' },
  InviterNotFound: { type: 'InviterNotFound' },
  GroupNotFound: { type: 'GroupNotFound', groupId: 'chess' },
  InviterNotInGroup: { type: 'InviterNotInGroup', groupId: 'chess' },
  NotADirectContact: { type: 'NotADirectContact' },
  TooManyInvitations: {
    type: 'TooManyInvitations',
    retryAt: new Date('2026-05-12T13:12:00.000Z'),
  },
  SubjectTooLong: { type: 'SubjectTooLong', length: 121, limit: 120, unit: 'characters' },
  TextEmpty: { type: 'TextEmpty' },
  TextTooLong: { type: 'TextTooLong', length: 501, limit: 500, unit: 'characters' },
  UnsafeCharacter: { type: 'UnsafeCharacter', field: 'text', index: 6, codePoint: 0x202e },
  RateLimited6Months: {
    type: 'RateLimited6Months',
    invitationId: 'i-1',
    sentAt: new Date('2026-03-02T09:30:00.000Z'),
    repeatableAt: new Date('2026-09-02T09:30:00.000Z'),
  },
  RecipientNotFound: { type: 'RecipientNotFound' },
  RecipientOptedOut: { type: 'RecipientOptedOut' },
  AlreadyMember: { type: 'AlreadyMember' },
  MembershipPending: { type: 'MembershipPending', inviterMayAdmit: false },
  RecipientBanned: { type: 'RecipientBanned' },
  UnfilledPlaceholder: {
    type: 'UnfilledPlaceholder',
    placeholder: 'Herr ,',
    index: 5,
    certainty: 'sure',
  },
  SalutationMissing: { type: 'SalutationMissing', names: ['Bernd', 'Müller'] },
  ProfileReferenceMissing: {
    type: 'ProfileReferenceMissing',
    entries: [{ field: 'other', entry: 'Elbwerk GmbH' }],
  },
  WantsAndHavesNotAddressed: {
    type: 'WantsAndHavesNotAddressed',
    wants: ['Schach'],
    haves: ['TypeScript'],
  },
  LinkInText: { type: 'LinkInText', link: 'elbschach.de', index: 26 },
  MassMessage: { type: 'MassMessage', similarity: 0.812, similarCount: 2 },
  ProhibitedContent: {
    type: 'ProhibitedContent',
    certainty: 'sure',
    evidence: [
      {
        category: 'multi-level-marketing',
        term: 'finanziellen Freiheit',
        index: 33,
        certainty: 'sure',
      },
    ],
  },
}

/** The findings that may be only suspected, as they are then. */
export const suspectedOnes = {
  UnfilledPlaceholder: { ...oneOfEach.UnfilledPlaceholder, certainty: 'suspected' },
  ProhibitedContent: {
    type: 'ProhibitedContent',
    certainty: 'suspected',
    evidence: [{ ...oneOfEach.ProhibitedContent.evidence[0], certainty: 'suspected' }],
  },
} satisfies Partial<OneOfEach>
