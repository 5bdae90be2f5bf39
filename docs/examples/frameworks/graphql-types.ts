/**
 * Each expected failure is a type of its own, and a `Problem`: a client that does not know the type has its message. The
 * `errors` of a response remain for defects.
 */
export const typeDefs = `
  type Query {
    receivedInvitations(before: ID, limit: Int): ReceivedInvitationsResult!
    sentInvitations(before: ID, limit: Int): SentInvitationsResult!
  }

  type Mutation {
    "The key is the client's own, and makes it safe to try again."
    sendInvitation(draft: InvitationDraft!, key: String): SendInvitationResult!
    acceptInvitation(invitationId: ID!): AcceptInvitationResult!
    declineInvitation(invitationId: ID!): DeclineInvitationResult!
    withdrawInvitation(invitationId: ID!): WithdrawInvitationResult!
  }

  "It has no inviter: that is the member who is logged in."
  input InvitationDraft {
    recipientId: ID!
    groupId: ID!
    route: InvitationRoute!
    subject: String
    text: String!
    reference: ProfileReferenceInput
  }
  input ProfileReferenceInput {
    field: ProfileField!
    entry: String!
  }
  enum InvitationRoute { profile group }
  enum ProfileField { wants haves other }
  enum InvitationStatus { Open Accepted Withdrawn Expired }

  interface Problem { message: String! }
  type InvitationDenied implements Problem { message: String!, denials: [InvitationDenial!]! }
  type InvitationDenial {
    "A name of the catalogue, such as RateLimited6Months. More may come."
    type: String!
    message: String!
    "The field of the draft to mend, if one is."
    field: String
    "When the member may send again, after TooManyInvitations."
    retryAt: String
    "When the pair is free again, after RateLimited6Months."
    repeatableAt: String
  }
  type InvalidRequest implements Problem { message: String!, issues: [String!]! }
  type InvitationIdReused implements Problem { message: String! }
  type InvitationAccepted implements Problem { message: String! }
  type InvitationExpired implements Problem { message: String! }
  type InvitationGone implements Problem { message: String! }
  type RecipientBanned implements Problem { message: String! }
  type ServiceUnavailable implements Problem { message: String! }

  union SendInvitationResult =
    | SentInvitation | InvitationDenied | InvitationIdReused | InvalidRequest | ServiceUnavailable
  union AcceptInvitationResult =
    | AnsweredInvitation | InvitationExpired | InvitationGone | RecipientBanned | InvalidRequest | ServiceUnavailable
  union DeclineInvitationResult =
    | AnsweredInvitation | InvitationAccepted | InvitationGone | InvalidRequest | ServiceUnavailable
  union WithdrawInvitationResult =
    | AnsweredInvitation | InvitationAccepted | InvitationGone | InvalidRequest | ServiceUnavailable
  union ReceivedInvitationsResult = ReceivedInvitations | InvalidRequest | ServiceUnavailable
  union SentInvitationsResult = SentInvitations | InvalidRequest | ServiceUnavailable

  type SentInvitation {
    invitationId: ID!
    replayed: Boolean!
    "What could be better next time."
    advice: [String!]!
  }
  type AnsweredInvitation { invitationId: ID!, standing: String, message: String! }
  type ReceivedInvitations { items: [ReceivedItem!]!, next: ID }
  type SentInvitations { items: [SentItem!]!, next: ID }
  type ReceivedItem {
    invitationId: ID!
    subject: String
    text: String!
    sentAt: String!
    repeatableAt: String!
    inviter: Person!
    group: Group!
  }
  type SentItem {
    invitationId: ID!
    subject: String
    text: String!
    sentAt: String!
    repeatableAt: String!
    recipient: Person!
    group: Group!
    status: InvitationStatus!
  }
  "Without a name: there is no such member, or you may not see them."
  type Person { memberId: ID!, displayName: String, url: String }
  type Group { groupId: ID!, name: String, url: String }
`
