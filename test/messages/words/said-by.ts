import type {
  Denial,
  Disclosed,
  DisclosedDenied,
  DisclosedToRecipient,
  PreparedDelivery,
  ProhibitedContent,
  SentStatus,
} from 'group-invitations'
import { type Messages, renderEmail, renderNews } from 'group-invitations/messages'
import { forStaffAfterSending } from '../../support/answer-errors.js'
import { oneOfEach, suspectedOnes } from '../../support/denials.js'
import { disclosedWith } from '../../support/disclosed.js'
import { pageOf } from '../../support/page.js'
import { aPrepared, EMAIL_OPTIONS } from '../../support/prepared.js'

const excesses = [
  { length: 5001, limit: 500, unit: 'characters' },
  { length: 5002, limit: 5000, unit: 'bytes' },
  { length: 33, limit: 32, unit: 'codePointsPerCharacter' },
]

const changed = (denial: Denial, fields: object): Denial => ({ ...denial, ...fields })

const ofHarassment = (finding: ProhibitedContent) =>
  changed(finding, { evidence: [{ ...finding.evidence[0], category: 'harassment' }] })

/** A denial for each sentence that there is: some types have several. */
const denials: Readonly<Record<string, Denial>> = {
  ...oneOfEach,
  RecipientUnavailable: { type: 'RecipientUnavailable' },
  ...Object.fromEntries(
    ['SubjectTooLong', 'TextTooLong'].flatMap((type) =>
      excesses.map((excess) => [`${type} ${excess.unit}`, { type, ...excess }]),
    ),
  ),
  'UnsafeCharacter subject': changed(oneOfEach.UnsafeCharacter, { field: 'subject' }),
  'MembershipPending admissible': changed(oneOfEach.MembershipPending, { inviterMayAdmit: true }),
  'UnfilledPlaceholder suspected': suspectedOnes.UnfilledPlaceholder,
  'ProhibitedContent suspected': suspectedOnes.ProhibitedContent,
  'ProhibitedContent other': ofHarassment(oneOfEach.ProhibitedContent),
  'ProhibitedContent other suspected': ofHarassment(suspectedOnes.ProhibitedContent),
  'MassMessage one': changed(oneOfEach.MassMessage, { similarCount: 1 }),
  'TooManyInvitations undated': changed(oneOfEach.TooManyInvitations, { retryAt: '' }),
  'RateLimited6Months undated': changed(oneOfEach.RateLimited6Months, {
    sentAt: '',
    repeatableAt: '',
  }),
  ...forStaffAfterSending,
}

const withoutDecision = [
  'InvalidRequest',
  'InvitationIdReused',
  'InvitationAccepted',
  'InvitationGone',
  'ServiceUnavailable',
] as const satisfies readonly Disclosed['type'][]

const toRecipient = [
  'InvitationExpired',
  'InvitationAccepted',
  'RecipientBanned',
  'InvitationGone',
  'InvalidRequest',
  'ServiceUnavailable',
] as const satisfies readonly DisclosedToRecipient['type'][]

const statuses = [
  'Open',
  'Accepted',
  'Withdrawn',
  'Expired',
] as const satisfies readonly SentStatus[]

/** Each of the keys with what is said about it. */
const each = <Key extends string>(keys: readonly Key[], say: (key: Key) => string) =>
  Object.fromEntries(keys.map((key) => [key, say(key)]))

function prepared(field: 'wants' | 'haves' | 'other', channel: 'email' | 'news'): PreparedDelivery {
  const { invitation, ...others } = aPrepared(
    {
      inviter: 'Anna',
      group: 'Chess',
      text: 'Hallo!',
      url: 'https://network.example/chess',
      inviterUrl: 'https://network.example/anna',
    },
    channel,
  )
  return { ...others, invitation: { ...invitation, reference: { field, entry: 'Go' } } }
}

/** All that a language says, in the places where people read it. */
export function saidBy(messages: Messages) {
  const { language } = messages
  const all = Object.entries(denials)
  const languages = [messages] as const
  const links = {
    invitationUrl: 'https://network.example/invitation',
    reportUrl: 'https://network.example/report',
  }
  const email = renderEmail(prepared('wants', 'email'), { ...EMAIL_OPTIONS, ...links, languages })
  const page = pageOf(email.html)
  const plain = renderEmail(prepared('haves', 'email'), { ...EMAIL_OPTIONS, languages })
  const nameless = aPrepared({ inviter: '', group: 'Chess'.repeat(20) })
  const news = renderNews(prepared('other', 'news'), { ...links, languages })
  return {
    toInviter: Object.fromEntries(
      all
        .filter(([key]) => key.split(' ').some((type) => Object.hasOwn(language.toInviter, type)))
        .map(([key, denial]) => [key, messages.describe(disclosedWith(denial))]),
    ),
    toStaff: Object.fromEntries(
      all
        .filter(([key]) => key !== 'RecipientUnavailable')
        .map(([key, denial]) => [key, messages.describeForStaff(denial)]),
    ),
    // Whatever else an error has makes no other words.
    withoutDecision: each(withoutDecision, (type) =>
      messages.describe({ audience: 'inviter', type } as Exclude<Disclosed, DisclosedDenied>),
    ),
    toRecipient: each(toRecipient, (type) =>
      messages.describe({ audience: 'recipient', type } as DisclosedToRecipient),
    ),
    answered: {
      'accept: member': messages.describeAnswer('accept', { standing: 'member' }),
      'accept: moderator': messages.describeAnswer('accept', { standing: 'moderator' }),
      'accept: pending': messages.describeAnswer('accept', { standing: 'pending' }),
      'accept: banned': messages.describeAnswer('accept', { standing: 'banned' }),
      'accept: none': messages.describeAnswer('accept', {}),
      decline: messages.describeAnswer('decline', {}),
      withdraw: messages.describeAnswer('withdraw', {}),
    },
    statuses: each(statuses, messages.describeStatus),
    invalidValue: messages.form.InvalidValue({ message: '', path: [] }),
    hints: messages.hints('moderator'),
    hintsForMembers: messages.hints('member').length,
    email: {
      subject: email.subject,
      headline: page.textsOf('h1'),
      paragraphs: page.textsOf('p'),
      links: page
        .textsOf('a')
        .map((words, index) => [words, page.attributesOf('a', 'href')[index]]),
      text: email.text,
    },
    emailWithoutOptions: plain.text,
    subjectOfNameless: renderEmail(nameless, { ...EMAIL_OPTIONS, languages }).subject,
    headlineOfNameless: renderEmail(nameless, { ...EMAIL_OPTIONS, languages }).text.split('\n', 1),
    news: news.html,
  }
}
