import { ruleWordsEn } from './rule-words-en.js'
import type { OptOutScope, State } from './state.js'
import type { CaseName } from './case-names.js'
import type { Outcome } from './rule-results.js'

const standings: Readonly<Record<State['inviterStanding'], string>> = {
  none: 'none',
  member: 'member',
  moderator: 'moderator',
  pending: 'has asked to join',
  banned: 'banned',
}

const optOutScopes: Readonly<Record<OptOutScope, string>> = {
  all: 'All invitations',
  inviter: 'Those of this inviter',
  group: 'Those into this group',
}

const cases: Readonly<Record<CaseName, string>> = {
  approved: 'Approved',
  massMail: 'The same text to many',
  noSalutation: 'No salutation',
  optedOut: 'Opted out',
  cooldown: 'Invited 3 months ago',
  alreadyMember: 'Already a member',
  arabic: 'Arabic and emoji',
  link: 'A link',
  placeholder: 'A placeholder',
  suspected: 'Suspected multi-level marketing',
}

const outcomes: Readonly<Record<Outcome, string>> = {
  passed: 'passed',
  denied: 'denied',
  advised: 'advised',
  unjudged: 'not judged',
}

/** The playground in English. */
export const wordsEn = {
  toolbar: {
    title: 'Playground',
    intro:
      'Type an invitation, and see the verdict change while you type. Nothing leaves your browser.',
    case: 'A case to try',
    ownCase: 'A case of your own',
    cases,
    language: 'Language',
    copyLink: 'Copy link',
    copied: 'The link is copied.',
    notCopied: 'The link could not be copied. It is in the address bar.',
    otherVersion: 'This link is from another version of the playground. The usual case is shown.',
    unread: (keys: string) => `Part of this link could not be read (${keys}). The rest is used.`,
  },
  draft: {
    title: 'The invitation',
    subject: 'Subject',
    text: 'Personal text',
    counter: (characters: number, limit: number) => `${characters} of ${limit} characters`,
    marked: 'The text as it is judged, with what was found',
  },
  people: {
    title: 'Who invites whom',
    inviter: 'Inviter',
    recipient: 'Recipient',
    group: 'Group',
    nobody: 'somebody who has left',
    noGroup: 'a group that is gone',
    admission: { open: 'open', approval: 'by approval' },
    route: 'Route',
    routes: { profile: 'from the recipient’s profile', group: 'from the group' },
    areContacts: 'They are direct contacts',
    inviterStanding: 'Inviter’s standing in the group',
    recipientStanding: 'Recipient’s standing in the group',
    standings,
    optOuts: 'The recipient has opted out of',
    optOutScopes,
  },
  profile: {
    title: 'The recipient’s profile',
    wants: 'Wants',
    haves: 'Haves',
    other: 'Other',
    oneALine: 'One entry a line.',
    locale: 'Language of the recipient',
    unknownLocale: 'unknown',
  },
  time: {
    title: 'Time, and what was sent before',
    now: 'Clock (UTC)',
    aDay: '+ 1 day',
    aMonth: '+ 1 month',
    halfAYear: '+ 6 months',
    invitedOn: 'Last invitation of this recipient',
    copies: 'Others who got a text a week ago',
    copied: 'The text that they got',
  },
  verdict: {
    title: 'Verdict',
    approved: 'Approved',
    approvedWithAdvice: (count: number) =>
      `Approved, with ${count === 1 ? 'one suggestion' : `${count} suggestions`}`,
    denied: (count: number) => `Denied for ${count === 1 ? 'one reason' : `${count} reasons`}`,
    repeatableAt: (day: string) =>
      `Once sent, this inviter may invite this member again from ${day}.`,
    reasons: 'What the inviter is told',
    advice: 'Suggestions',
    rules: 'What the service sees',
    chapters: ruleWordsEn,
    outcomes,
    data: 'The denials as data',
    http: 'What HTTP answers',
    httpSent: 'The invitation is approved, so that there is no problem to answer.',
  },
  messages: {
    title: 'What the recipient gets',
    denied: 'This draft is denied, so nobody gets it. It would look like this:',
    none: 'There is no message without an inviter, a recipient and a group.',
    look: 'Look of the messages',
    light: 'light',
    dark: 'dark',
    email: 'E-mail',
    news: 'News item',
  },
  life: {
    title: 'What becomes of it',
    actions: 'Actions',
    send: 'Send',
    deliver: 'Deliver',
    accept: 'Accept',
    decline: 'Decline',
    withdraw: 'Withdraw',
    startOver: 'Start over',
    sentList: (name: string) => `Sent by ${name}`,
    receivedList: (name: string) => `Received by ${name}`,
    outbox: 'To be delivered',
    nothingSent: 'Nothing yet.',
    nothingReceived: 'Nothing to answer.',
    emptyOutbox: 'Nothing.',
    channels: { email: 'e-mail', news: 'news item' },
    timeline: 'Timeline',
    noEvents: 'Nothing has happened yet. Send the invitation.',
    events: {
      sent: (inviter: string, recipient: string, group: string) =>
        `${inviter} invites ${recipient} into “${group}”.`,
      notSent: (inviter: string, reasons: string) => `${inviter} cannot send it. ${reasons}`,
      delivered: (channel: string, recipient: string, subject: string) =>
        `The ${channel} reaches ${recipient}: “${subject}”.`,
      cancelled: (channel: string, reasons: string) => `The ${channel} is cancelled: ${reasons}.`,
      answered: { accept: 'accepts', decline: 'declines', withdraw: 'withdraws' },
      done: (name: string, action: string, told: string) => `${name} ${action}. ${told}`,
      notDone: (name: string, told: string) => `${name} reads: ${told}`,
    },
  },
}

/** The words of the playground in one language. */
export type Words = typeof wordsEn
