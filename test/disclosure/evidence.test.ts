import { adviceForInviter, forInviter, InvitationPolicy } from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'

const found = { category: 'harassment', term: 'a model’s word', index: 3 }

test.each(['sure', 'suspected'] as const)(
  'of evidence of a category of a service’s own the inviter gets the fields of its type alone: %s',
  async (certainty) => {
    const internal = { modelVersion: 7, reporter: 'clara', field: undefined }
    const policy = new InvitationPolicy(createInMemoryRepositories(NETWORK), {
      clock: () => NOW,
      screen: () => [{ ...internal, ...found, certainty }],
    })
    const verdict = await policy.evaluate(aRequest())
    const finding = { type: 'ProhibitedContent', certainty, evidence: [{ ...found, certainty }] }
    if (certainty === 'suspected') {
      const { advisories } = adviceForInviter(verdict._unsafeUnwrap())
      expect(advisories).toStrictEqual([finding])
    } else {
      const disclosed = forInviter(verdict._unsafeUnwrapErr())
      expect(disclosed).toMatchObject({ type: 'InvitationDenied', advisories: [] })
      const { errors } = toProblemDetails(disclosed)
      expect(errors).toStrictEqual([
        { ...finding, pointer: '#/text', detail: expect.any(String) as unknown },
      ])
    }
  },
)
