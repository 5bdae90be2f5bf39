import { createMessages, type Language } from 'group-invitations/messages'
import { frenchForStaff } from './french-for-staff.js'
import { dayOf, phrase, tooLong } from './french-writing.js'

const gone = 'Cette invitation n’est plus disponible.'
const unreadable = 'La demande n’a pas pu être lue. Veuillez actualiser la page.'
const unavailable = 'Un problème est survenu de notre côté. Veuillez réessayer dans un instant.'

/** French that addresses the reader by "vous". No word changes with the gender of a member. */
export const french: Language = {
  locale: 'fr',
  direction: 'ltr',
  quotationMarks: ['«\u202F', '\u202F»'],

  toInviter: {
    SelfInvitation: () => 'Vous ne pouvez pas vous inviter vous-même.',
    InviterNotFound: () =>
      phrase`Votre profil n’est pas disponible : vous ne pouvez donc inviter personne.`,
    GroupNotFound: () => 'Ce groupe n’existe plus.',
    InviterNotInGroup: () =>
      'Vous ne pouvez inviter que dans des groupes dont vous êtes membre ou que vous modérez.',
    NotADirectContact: () =>
      'Depuis un groupe, vous ne pouvez inviter que vos contacts directs. Pour inviter d’autres membres, passez par leur profil.',
    TooManyInvitations: ({ retryAt }, { momentFrom }) => {
      const sentence = 'Vous avez envoyé beaucoup d’invitations en peu de temps.'
      const start = momentFrom(retryAt)
      if (start === undefined) return sentence
      return phrase`${sentence} Vous pourrez envoyer la prochaine à partir du ${dayOf(start)} à ${start.time}.`
    },
    SubjectTooLong: tooLong,
    TextEmpty: () =>
      phrase`Écrivez quelques mots personnels : une invitation doit comporter un texte.`,
    TextTooLong: tooLong,
    UnsafeCharacter: ({ field, index, codePoint }, { number, character }) =>
      phrase`${field === 'subject' ? 'L’objet' : 'Le texte'} contient, en position ${number(index + 1)}, un caractère qui n’est pas autorisé (${character(codePoint)}). Veuillez le supprimer ; s’il est invisible, ressaisissez le passage.`,
    RateLimited6Months: ({ sentAt, repeatableAt }, { moment, momentFrom }) => {
      const [start, end] = [moment(sentAt), momentFrom(repeatableAt)]
      const day = start === undefined ? '' : `, le ${dayOf(start)}`
      const sentence = `Vous avez déjà invité ce membre dans ce groupe ou dans un autre au cours des 6 derniers mois${day}.`
      if (end === undefined) return sentence
      return phrase`${sentence} Une nouvelle invitation sera possible à partir du ${dayOf(end)} à ${end.time}.`
    },
    RecipientUnavailable: () => 'Il n’est pas possible d’inviter ce membre dans ce groupe.',
    AlreadyMember: () => 'Ce membre fait déjà partie du groupe.',
    MembershipPending: ({ inviterMayAdmit }) =>
      inviterMayAdmit
        ? 'Ce membre a demandé à rejoindre le groupe. Puisque vous modérez le groupe, vous pouvez accepter sa demande.'
        : 'Ce membre a déjà demandé à rejoindre le groupe.',
    UnfilledPlaceholder: ({ placeholder, certainty }, { anyOf }) =>
      certainty === 'sure'
        ? phrase`Il reste quelque chose à compléter dans votre invitation : ${anyOf([placeholder])}.`
        : phrase`Veuillez vérifier s’il reste ici quelque chose à compléter : ${anyOf([placeholder])}.`,
    SalutationMissing: ({ names }, { anyOf }) =>
      phrase`Commencez par une salutation personnelle qui mentionne ${anyOf(names)}.`,
    ProfileReferenceMissing: ({ entries }, { anyOf }) =>
      phrase`Faites référence au profil du membre, par exemple à ${anyOf(entries.map(({ entry }) => entry))}.`,
    WantsAndHavesNotAddressed: ({ wants, haves }, { anyOf }) =>
      phrase`Il serait bon d’évoquer ce que le membre recherche ou propose, par exemple ${anyOf([...wants, ...haves])}.`,
    LinkInText: ({ link }, { anyOf }) =>
      phrase`Une invitation personnelle se passe de liens et d’adresses e-mail. Veuillez retirer ceci : ${anyOf([link])}.`,
    MassMessage: ({ similarCount }, { number, plural }) => {
      const others = plural(similarCount, {
        one: 'un autre membre',
        other: `${number(similarCount)} autres membres`,
      })
      return phrase`Ce texte ressemble beaucoup à ce que vous avez déjà envoyé à ${others}. Veuillez écrire un texte personnel.`
    },
    ProhibitedContent: ({ evidence, certainty }, { anyOf }) => {
      const terms = anyOf(evidence.map(({ term }) => term))
      return certainty === 'sure'
        ? phrase`Des formulations comme ${terms} évoquent le marketing multiniveau ou le spam, qui sont tous deux interdits. Veuillez rédiger votre invitation autrement.`
        : phrase`Des formulations comme ${terms} pourraient passer pour de la publicité ou du recrutement. Si telle n’est pas votre intention, vous n’avez rien à changer.`
    },
  },

  toStaff: frenchForStaff,

  otherCategories: {
    toInviter: ({ evidence, certainty }, { anyOf }) => {
      const terms = anyOf(evidence.map(({ term }) => term))
      return certainty === 'sure'
        ? phrase`Des formulations comme ${terms} ne sont pas autorisées ici. Veuillez rédiger votre invitation autrement.`
        : phrase`Des formulations comme ${terms} pourraient être mal comprises. Veuillez les vérifier ; si elles conviennent, vous n’avez rien à changer.`
    },
    toStaff: ({ evidence, certainty }, { anyOf }) => {
      const category = anyOf([evidence[0].category])
      const terms = anyOf(evidence.map(({ term }) => term))
      return certainty === 'sure'
        ? phrase`Le brouillon relève de la catégorie ${category} : ${terms}.`
        : phrase`Le brouillon relève peut-être de la catégorie ${category}, mais ce n’est qu’un soupçon : ${terms}.`
    },
  },

  noDecision: {
    InvalidRequest: unreadable,
    InvitationIdReused:
      'Une invitation a déjà été envoyée depuis ce formulaire. Veuillez le rouvrir.',
    InvitationAccepted: 'Cette invitation a déjà été acceptée et ne peut plus être retirée.',
    InvitationGone: gone,
    ServiceUnavailable: unavailable,
  },

  toRecipient: {
    InvitationExpired: 'Cette invitation a expiré.',
    InvitationAccepted: 'Vous avez déjà accepté cette invitation et ne pouvez plus la décliner.',
    RecipientBanned: 'Vous ne pouvez pas rejoindre ce groupe.',
    InvitationGone: gone,
    InvalidRequest: unreadable,
    ServiceUnavailable: unavailable,
  },

  answered: {
    joined: 'Vous faites maintenant partie du groupe.',
    pending:
      'Vous avez accepté l’invitation. La modération du groupe doit encore se prononcer sur votre admission.',
    accepted:
      'Vous avez déjà accepté cette invitation, mais vous ne faites actuellement pas partie du groupe.',
    declined: 'Vous avez décliné l’invitation. Le membre qui vous l’a envoyée n’en saura rien.',
    withdrawn: 'L’invitation a été retirée.',
  },

  statuses: {
    Open: 'En attente',
    Accepted: 'Acceptée',
    Withdrawn: 'Retirée',
    Expired: 'Expirée',
  },

  invalidValue: 'Cette information manque ou n’est pas valide.',

  hints: {
    everybody: [
      phrase`Commencez par une salutation personnelle, par exemple « Bonjour Madame Dupont, ».`,
      'Faites clairement référence à un élément du profil du membre.',
      'Évoquez ce que le membre recherche et propose.',
      'Dites pourquoi vous invitez ce membre en particulier dans ce groupe.',
    ],
    moderator: [
      'Si vous modérez le groupe, dites aussi ce que vous attendez des nouveaux membres.',
    ],
  },

  // No name stands behind "de" or "que", which would lose their vowel before Anna.
  mail: {
    invitation: phrase`{inviter} vous invite à rejoindre le groupe « {group} »`,
    someInvitation: 'Une invitation à rejoindre un groupe',
    message: phrase`{inviter} vous écrit :`,
    reference: {
      wants: phrase`L’invitation fait référence à votre profil : vous recherchez « {entry} ».`,
      haves: phrase`L’invitation fait référence à votre profil : vous proposez « {entry} ».`,
      other: phrase`L’invitation fait référence à cet élément de votre profil : « {entry} ».`,
    },
    noName: '(sans nom)',
    seeGroup: 'Voir le groupe',
    seeInvitation: 'Voir l’invitation',
    seeInviter: phrase`Voir le profil : {inviter}`,
    report: 'Signaler cette invitation',
    because: '{platform} vous envoie ce message, car {inviter} vous invite à rejoindre un groupe.',
    enough: phrase`Vous ne souhaitez plus recevoir d’invitations à des groupes ?`,
    switchOff: 'Désactiver les invitations à des groupes',
  },
}

export const fr = createMessages(french, {})
