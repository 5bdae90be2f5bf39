import type { DenialWords, StaffDenial } from 'group-invitations/messages'
import { otherMembers, tooLong } from './arabic-writing.js'

/** "عضو" is one word for all, whoever it is. */
export const arabicForStaff: DenialWords<StaffDenial> = {
  SelfInvitation: () => 'العضو الداعي والعضو المدعو هما العضو نفسه.',
  InviterNotFound: () => 'لم يعد للعضو الداعي ملف شخصي.',
  GroupNotFound: ({ groupId }, { anyOf }) => `لم تعد المجموعة ${anyOf([groupId])} موجودة.`,
  InviterNotInGroup: ({ groupId }, { anyOf }) =>
    `ليس للعضو الداعي عضوية في المجموعة ${anyOf([groupId])} ولا إشراف عليها.`,
  NotADirectContact: () =>
    'أُرسلت الدعوة من داخل المجموعة، والعضو المدعو ليس من جهات الاتصال المباشرة للعضو الداعي.',
  TooManyInvitations: ({ retryAt }, { momentFrom }) => {
    const sentence = 'استنفد العضو الداعي عدد الدعوات المسموح به خلال مدة قصيرة.'
    const start = momentFrom(retryAt)
    if (start === undefined) return sentence
    return `${sentence} يمكن إرسال الدعوة التالية ابتداءً من ${start.day} (${start.time}).`
  },
  SubjectTooLong: tooLong,
  TextEmpty: () => 'النص فارغ، أو ليس فيه إلا أحرف غير مرئية.',
  TextTooLong: tooLong,
  UnsafeCharacter: ({ field, index, codePoint }, { number, character }) =>
    `في ${field === 'subject' ? 'الموضوع' : 'النص'} حرف قد يكون مضلِّلًا عند الموضع ${number(index + 1)} (${character(codePoint)}).`,
  RateLimited6Months: ({ invitationId, sentAt, repeatableAt }, { anyOf, moment, momentFrom }) => {
    const sentence = `سبق للعضو الداعي أن دعا العضو المدعو خلال الأشهر الستة الماضية، وذلك بالدعوة ${anyOf([invitationId])}`
    const [start, end] = [moment(sentAt), momentFrom(repeatableAt)]
    if (start === undefined || end === undefined) return `${sentence}.`
    return `${sentence} المؤرخة في ${start.day} (${start.time}). يمكن إرسال دعوة أخرى ابتداءً من ${end.day} (${end.time}).`
  },
  RecipientNotFound: () => 'لا وجود للعضو المدعو، أو لا يحق للعضو الداعي أن يراه.',
  RecipientOptedOut: () =>
    'أوقف العضو المدعو دعوات المجموعات: كلها، أو دعوات العضو الداعي، أو الدعوات إلى هذه المجموعة.',
  AlreadyMember: () => 'العضو المدعو موجود في المجموعة بالفعل.',
  MembershipPending: ({ inviterMayAdmit }) =>
    inviterMayAdmit
      ? 'طلب العضو المدعو الانضمام إلى المجموعة، ويمكن للعضو الداعي أن يقبل طلبه.'
      : 'طلب العضو المدعو الانضمام إلى المجموعة، وهو ينتظر الرد.',
  RecipientBanned: () => 'العضو المدعو محظور من المجموعة.',
  UnfilledPlaceholder: ({ placeholder, certainty }, { anyOf }) =>
    certainty === 'sure'
      ? `في المسودة ما لم يُملأ بعد: ${anyOf([placeholder])}.`
      : `ربما كان في المسودة ما لم يُملأ بعد: ${anyOf([placeholder])}.`,
  SalutationMissing: ({ names }, { anyOf }) => `لا يبدأ النص بتحية تتضمن ${anyOf(names)}.`,
  ProfileReferenceMissing: () => 'لا يذكر النص شيئًا من الملف الشخصي للعضو المدعو.',
  WantsAndHavesNotAddressed: () => 'لا يتطرق النص إلى شيء مما يبحث عنه العضو المدعو أو مما يقدمه.',
  LinkInText: ({ link }, { anyOf }) => `في المسودة رابط: ${anyOf([link])}.`,
  MassMessage: ({ similarity, similarCount }, formats) =>
    `يشبه النص كثيرًا ما تلقاه ${otherMembers(similarCount, formats)} من العضو الداعي خلال الأيام الثلاثين الماضية (أعلى تشابه: ${formats.number(similarity)}).`,
  ProhibitedContent: ({ evidence, certainty }, { anyOf }) => {
    const terms = anyOf(evidence.map(({ term }) => term))
    return certainty === 'sure'
      ? `توحي المسودة بتسويق متعدد المستويات أو برسائل غير مرغوب فيها: ${terms}.`
      : `قد توحي المسودة بتسويق متعدد المستويات أو برسائل غير مرغوب فيها، لكن هذا مجرد اشتباه: ${terms}.`
  },
  InvitationClosed: ({ status }) => `${closed[status]} الدعوة.`,
  InvitationNotFound: ({ invitationId }, { anyOf }) =>
    `لا وجود للدعوة ${anyOf([invitationId])}، أو حُذف نصها، أو لا تخص العضو الذي نفّذ الإجراء.`,
  InvitationWithdrawn: ({ invitationId }, { anyOf }) => `سُحبت الدعوة ${anyOf([invitationId])}.`,
  InvitationAccepted: ({ invitationId }, { anyOf }) => `سبق قبول الدعوة ${anyOf([invitationId])}.`,
  InvitationExpired: ({ repeatableAt }, { moment }) => {
    const end = moment(repeatableAt)
    return end === undefined
      ? 'انتهت صلاحية الدعوة.'
      : `انتهت صلاحية الدعوة في ${end.day} (${end.time}).`
  },
}

const closed = { Declined: 'رُفضت', Accepted: 'قُبلت', Withdrawn: 'سُحبت' } as const
