import type { DisclosedDenial } from 'group-invitations'
import { createMessages, type DenialWords, en, type Language } from 'group-invitations/messages'
import { describe, test } from 'vitest'

describe('words', () => {
  test('for a denial cannot be missing, nor be for one that does not exist', () => {
    const { AlreadyMember: _missing, ...others } = en.language.toInviter
    // @ts-expect-error -- no words for AlreadyMember
    const toInviter: DenialWords<DisclosedDenial> = others
    const language: Language = {
      ...en.language,
      toInviter,
      // @ts-expect-error -- no such denial
      toStaff: { ...en.language.toStaff, RecipientOptedIn: () => '' },
    }
    createMessages(language, {})
    // @ts-expect-error -- more words need the type of the denial that they are for
    createMessages(language, { QuotaUsedUp: () => '' })
    // @ts-expect-error -- no words for QuotaUsedUp
    createMessages<{ readonly type: 'QuotaUsedUp' }>(language, {})
  })
})
