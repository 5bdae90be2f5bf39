import type { DenialWords, StaffDenial } from 'group-invitations/messages'
import { dayOf, phrase, tooLong } from './french-writing.js'

/** "Membre" is one word for all, whoever it is. */
export const frenchForStaff: DenialWords<StaffDenial> = {
  SelfInvitation: () => 'Le membre qui invite et le membre invité sont une seule et même personne.',
  InviterNotFound: () => 'Le membre qui invite n’a plus de profil.',
  GroupNotFound: ({ groupId }, { anyOf }) => phrase`Le groupe ${anyOf([groupId])} n’existe plus.`,
  InviterNotInGroup: ({ groupId }, { anyOf }) =>
    phrase`Le membre qui invite ne fait pas partie du groupe ${anyOf([groupId])} et ne le modère pas.`,
  NotADirectContact: () =>
    'L’invitation part du groupe, et le membre invité n’est pas un contact direct du membre qui invite.',
  TooManyInvitations: ({ retryAt }, { momentFrom }) => {
    const sentence =
      'Le membre qui invite a envoyé toutes les invitations autorisées dans un court laps de temps.'
    const start = momentFrom(retryAt)
    if (start === undefined) return sentence
    return phrase`${sentence} La prochaine sera possible à partir du ${dayOf(start)} (${start.time}).`
  },
  SubjectTooLong: tooLong,
  TextEmpty: () => 'Le texte est vide, ou ne contient que des caractères invisibles.',
  TextTooLong: tooLong,
  UnsafeCharacter: ({ field, index, codePoint }, { number, character }) =>
    phrase`${field === 'subject' ? 'L’objet' : 'Le texte'} contient, en position ${number(index + 1)}, un caractère qui pourrait induire en erreur (${character(codePoint)}).`,
  RateLimited6Months: ({ invitationId, sentAt, repeatableAt }, { anyOf, moment, momentFrom }) => {
    const sentence = phrase`Le membre qui invite a déjà invité le même membre au cours des 6 derniers mois, par l’invitation ${anyOf([invitationId])}`
    const [start, end] = [moment(sentAt), momentFrom(repeatableAt)]
    if (start === undefined || end === undefined) return `${sentence}.`
    return phrase`${sentence} du ${dayOf(start)} (${start.time}). Une nouvelle invitation sera possible à partir du ${dayOf(end)} (${end.time}).`
  },
  RecipientNotFound: () =>
    'Le membre invité n’existe pas, ou le membre qui invite n’a pas le droit de le voir.',
  RecipientOptedOut: () =>
    phrase`Le membre invité a désactivé les invitations à des groupes : toutes, celles du membre qui invite ou celles pour ce groupe.`,
  AlreadyMember: () => 'Le membre invité fait déjà partie du groupe.',
  MembershipPending: ({ inviterMayAdmit }) =>
    inviterMayAdmit
      ? 'Le membre invité a demandé à rejoindre le groupe, et le membre qui invite peut accepter sa demande.'
      : 'Le membre invité a demandé à rejoindre le groupe, et attend une réponse.',
  RecipientBanned: () => 'Le membre invité est exclu du groupe.',
  UnfilledPlaceholder: ({ placeholder, certainty }, { anyOf }) =>
    certainty === 'sure'
      ? phrase`Il reste quelque chose à compléter dans le brouillon : ${anyOf([placeholder])}.`
      : phrase`Il reste peut-être quelque chose à compléter dans le brouillon : ${anyOf([placeholder])}.`,
  SalutationMissing: ({ names }, { anyOf }) =>
    phrase`Le texte ne commence pas par une salutation qui mentionne ${anyOf(names)}.`,
  ProfileReferenceMissing: () => 'Le texte ne mentionne rien du profil du membre invité.',
  WantsAndHavesNotAddressed: () =>
    'Le texte n’évoque rien de ce que le membre invité recherche ou propose.',
  LinkInText: ({ link }, { anyOf }) => phrase`Le brouillon contient un lien : ${anyOf([link])}.`,
  MassMessage: ({ similarity, similarCount }, { number, plural }) => {
    const others = plural(similarCount, {
      one: 'ce qu’un autre membre a reçu',
      other: `ce que ${number(similarCount)} autres membres ont reçu`,
    })
    return phrase`Le texte ressemble beaucoup à ${others} du membre qui invite au cours des 30 derniers jours (similarité maximale : ${number(similarity)}).`
  },
  ProhibitedContent: ({ evidence, certainty }, { anyOf }) => {
    const terms = anyOf(evidence.map(({ term }) => term))
    return certainty === 'sure'
      ? phrase`Le brouillon évoque le marketing multiniveau ou le spam : ${terms}.`
      : phrase`Le brouillon évoque peut-être le marketing multiniveau ou le spam, mais ce n’est qu’un soupçon : ${terms}.`
  },
  InvitationClosed: ({ status }) => `L’invitation a été ${closed[status]}.`,
  InvitationNotFound: ({ invitationId }, { anyOf }) =>
    phrase`L’invitation ${anyOf([invitationId])} n’existe pas, son texte a été effacé, ou elle ne concerne pas le membre qui a agi.`,
  InvitationWithdrawn: ({ invitationId }, { anyOf }) =>
    phrase`L’invitation ${anyOf([invitationId])} a été retirée.`,
  InvitationAccepted: ({ invitationId }, { anyOf }) =>
    phrase`L’invitation ${anyOf([invitationId])} a déjà été acceptée.`,
  InvitationExpired: ({ repeatableAt }, { moment }) => {
    const end = moment(repeatableAt)
    return end === undefined
      ? 'L’invitation a expiré.'
      : phrase`L’invitation a expiré le ${dayOf(end)} (${end.time}).`
  },
}

const closed = { Declined: 'déclinée', Accepted: 'acceptée', Withdrawn: 'retirée' } as const
