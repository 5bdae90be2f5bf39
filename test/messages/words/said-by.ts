import type { Denial, Disclosed, DisclosedDenied, PreparedDelivery } from 'group-invitations'
import { type Messages, renderEmail, renderNews } from 'group-invitations/messages'
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
  'MassMessage one': changed(oneOfEach.MassMessage, { similarCount: 1 }),
  'RateLimited6Months undated': changed(oneOfEach.RateLimited6Months, {
    sentAt: '',
    repeatableAt: '',
  }),
}

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
  const withoutDecision = (type: string) =>
    // Whatever else it has makes no other words.
    messages.describe({ audience: 'inviter', type } as Exclude<Disclosed, DisclosedDenied>)
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
    withoutDecision: {
      InvalidRequest: withoutDecision('InvalidRequest'),
      InvitationIdReused: withoutDecision('InvitationIdReused'),
      ServiceUnavailable: withoutDecision('ServiceUnavailable'),
    },
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
