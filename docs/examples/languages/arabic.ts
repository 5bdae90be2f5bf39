import { createMessages, type Language } from 'group-invitations/messages'
import { arabicForStaff } from './arabic-for-staff.js'
import { tooLong, toOtherMembers } from './arabic-writing.js'

const gone = 'لم تعد هذه الدعوة متاحة.'
const unreadable = 'تعذّرت قراءة الطلب. يُرجى إعادة تحميل الصفحة.'
const unavailable = 'حدث خطأ لدينا. يُرجى المحاولة مرة أخرى بعد قليل.'

/** Modern standard Arabic. It asks by nouns ("يُرجى حذفه"), since an imperative has a gender. */
export const arabic: Language = {
  locale: 'ar',
  direction: 'rtl',
  quotationMarks: ['«', '»'],

  toInviter: {
    SelfInvitation: () => 'لا يمكنك دعوة نفسك.',
    InviterNotFound: () => 'ملفك الشخصي غير متاح، ولذلك لا يمكنك دعوة أحد.',
    GroupNotFound: () => 'لم تعد هذه المجموعة موجودة.',
    InviterNotInGroup: () => 'لا يمكنك الدعوة إلا إلى المجموعات التي لك عضوية فيها أو إشراف عليها.',
    NotADirectContact: () =>
      'لا يمكنك من داخل المجموعة إلا دعوة جهات اتصالك المباشرة. أما الأعضاء الآخرون فيمكنك دعوتهم من ملفاتهم الشخصية.',
    TooManyInvitations: ({ retryAt }, { momentFrom }) => {
      const sentence = 'لقد أرسلت دعوات كثيرة في وقت قصير.'
      const start = momentFrom(retryAt)
      if (start === undefined) return sentence
      return `${sentence} يمكنك إرسال الدعوة التالية ابتداءً من ${start.day}، الساعة ${start.time}.`
    },
    SubjectTooLong: tooLong,
    TextEmpty: () => 'يُرجى كتابة بضع كلمات شخصية، فالدعوة تحتاج إلى نص.',
    TextTooLong: tooLong,
    UnsafeCharacter: ({ field, index, codePoint }, { number, character }) =>
      `في ${field === 'subject' ? 'الموضوع' : 'النص'} حرف غير مسموح به عند الموضع ${number(index + 1)} (${character(codePoint)}). يُرجى حذفه؛ وإن كان غير مرئي فيُرجى كتابة ذلك المقطع من جديد.`,
    RateLimited6Months: ({ sentAt, repeatableAt }, { moment, momentFrom }) => {
      const [start, end] = [moment(sentAt), momentFrom(repeatableAt)]
      const day = start === undefined ? '' : `، وذلك بتاريخ ${start.day}`
      const sentence = `سبق أن دعوت هذا العضو إلى هذه المجموعة أو إلى مجموعة أخرى خلال الأشهر الستة الماضية${day}.`
      if (end === undefined) return sentence
      return `${sentence} يمكن إرسال دعوة أخرى ابتداءً من ${end.day}، الساعة ${end.time}.`
    },
    RecipientUnavailable: () => 'لا يمكن دعوة هذا العضو إلى هذه المجموعة.',
    AlreadyMember: () => 'هذا العضو موجود في المجموعة بالفعل.',
    MembershipPending: ({ inviterMayAdmit }) =>
      inviterMayAdmit
        ? 'طلب هذا العضو الانضمام إلى المجموعة. ويمكنك قبول طلبه بحكم إشرافك عليها.'
        : 'سبق أن طلب هذا العضو الانضمام إلى المجموعة.',
    UnfilledPlaceholder: ({ placeholder, certainty }, { anyOf }) =>
      certainty === 'sure'
        ? `ما زال في دعوتك ما يجب ملؤه: ${anyOf([placeholder])}.`
        : `يُرجى التحقق مما إذا كان قد بقي هنا ما يجب ملؤه: ${anyOf([placeholder])}.`,
    SalutationMissing: ({ names }, { anyOf }) => `يُرجى البدء بتحية شخصية تتضمن ${anyOf(names)}.`,
    ProfileReferenceMissing: ({ entries }, { anyOf }) =>
      `يُرجى الإشارة إلى ما ورد في الملف الشخصي للعضو، مثل ${anyOf(entries.map(({ entry }) => entry))}.`,
    WantsAndHavesNotAddressed: ({ wants, haves }, { anyOf }) =>
      `يُستحسن التطرق إلى ما يبحث عنه العضو أو ما يقدمه، مثل ${anyOf([...wants, ...haves])}.`,
    LinkInText: ({ link }, { anyOf }) =>
      `لا تحتاج الدعوة الشخصية إلى روابط أو عناوين بريد إلكتروني. يُرجى حذف ما يلي: ${anyOf([link])}.`,
    MassMessage: ({ similarCount }, formats) =>
      `هذا النص يشبه كثيرًا ما سبق أن أرسلته إلى ${toOtherMembers(similarCount, formats)}. يُرجى كتابة نص شخصي.`,
    ProhibitedContent: ({ evidence, certainty }, { anyOf }) => {
      const terms = anyOf(evidence.map(({ term }) => term))
      return certainty === 'sure'
        ? `عبارات مثل ${terms} توحي بتسويق متعدد المستويات أو برسائل غير مرغوب فيها، وكلا الأمرين ممنوع. يُرجى صياغة دعوتك بطريقة أخرى.`
        : `عبارات مثل ${terms} قد تُفهم على أنها إعلان أو استقطاب. إن لم يكن أي من الأمرين مقصودًا، فلا داعي لتغيير شيء.`
    },
  },

  toStaff: arabicForStaff,

  otherCategories: {
    toInviter: ({ evidence, certainty }, { anyOf }) => {
      const terms = anyOf(evidence.map(({ term }) => term))
      return certainty === 'sure'
        ? `عبارات مثل ${terms} غير مسموح بها هنا. يُرجى صياغة دعوتك بطريقة أخرى.`
        : `عبارات مثل ${terms} قد يُساء فهمها. يُرجى مراجعتها؛ وإن كانت مناسبة فلا داعي لتغيير شيء.`
    },
    toStaff: ({ evidence, certainty }, { anyOf }) => {
      const category = anyOf([evidence[0].category])
      const terms = anyOf(evidence.map(({ term }) => term))
      return certainty === 'sure'
        ? `في المسودة محتوى من الفئة ${category}: ${terms}.`
        : `قد يكون في المسودة محتوى من الفئة ${category}، لكن هذا مجرد اشتباه: ${terms}.`
    },
  },

  noDecision: {
    InvalidRequest: unreadable,
    InvitationIdReused: 'سبق إرسال دعوة من هذا النموذج. يُرجى فتحه من جديد.',
    InvitationAccepted: 'سبق قبول هذه الدعوة، ولذلك لم يعد من الممكن سحبها.',
    InvitationGone: gone,
    ServiceUnavailable: unavailable,
  },

  toRecipient: {
    InvitationExpired: 'انتهت صلاحية هذه الدعوة.',
    InvitationAccepted: 'سبق أن قبلت هذه الدعوة، ولذلك لم يعد بإمكانك رفضها.',
    RecipientBanned: 'لا يمكنك الانضمام إلى هذه المجموعة.',
    InvitationGone: gone,
    InvalidRequest: unreadable,
    ServiceUnavailable: unavailable,
  },

  answered: {
    joined: 'أنت الآن في المجموعة.',
    pending: 'لقد قبلت الدعوة. وسيبتّ فريق الإشراف على المجموعة في طلب انضمامك.',
    accepted: 'سبق أن قبلت هذه الدعوة، لكنك لست في المجموعة حاليًا.',
    declined: 'لقد رفضت الدعوة. ولن يُبلَّغ بذلك العضو الذي دعاك.',
    withdrawn: 'سُحبت الدعوة.',
  },

  statuses: {
    Open: 'بانتظار الرد',
    Accepted: 'مقبولة',
    Withdrawn: 'مسحوبة',
    Expired: 'منتهية الصلاحية',
  },

  invalidValue: 'هذه المعلومة ناقصة أو غير صالحة.',

  hints: {
    everybody: [
      'يُستحسن البدء بتحية شخصية، مثل «الأستاذة ليلى المحترمة،».',
      'تجب الإشارة بوضوح إلى شيء من الملف الشخصي للعضو.',
      'يُستحسن التطرق إلى ما يبحث عنه العضو وما يقدمه.',
      'من المفيد ذكر سبب دعوة هذا العضو بالذات إلى هذه المجموعة.',
    ],
    moderator: ['من المفيد أيضًا، بحكم إشرافك على المجموعة، ذكر ما هو منتظر من الأعضاء الجدد.'],
  },

  // No verb has a member as its subject: nobody knows their gender here.
  mail: {
    invitation: 'دعوة من {inviter} للانضمام إلى المجموعة «{group}»',
    someInvitation: 'دعوة للانضمام إلى مجموعة',
    message: 'رسالة شخصية من {inviter}:',
    reference: {
      wants: 'تشير الدعوة إلى ما ورد في ملفك الشخصي تحت «أبحث عن»: «{entry}».',
      haves: 'تشير الدعوة إلى ما ورد في ملفك الشخصي تحت «أقدّم»: «{entry}».',
      other: 'تشير الدعوة إلى ما ورد في ملفك الشخصي: «{entry}».',
    },
    noName: '(بلا اسم)',
    seeGroup: 'عرض المجموعة',
    seeInvitation: 'عرض الدعوة',
    seeInviter: 'عرض الملف الشخصي: {inviter}',
    report: 'الإبلاغ عن هذه الدعوة',
    because: 'وصلتك هذه الرسالة من {platform} لأنك تلقيت دعوة من {inviter} للانضمام إلى مجموعة.',
    enough: 'ألم تعد دعوات المجموعات تناسبك؟',
    switchOff: 'إيقاف دعوات المجموعات',
  },
}

export const ar = createMessages(arabic, {})
