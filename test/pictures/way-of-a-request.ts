import {
  adviceForInviter,
  forInviter,
  InvitationPolicy,
  type InvitationRequest,
} from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import { createInMemoryRepositories, type InMemoryRepositories } from 'group-invitations/memory'
import { en } from 'group-invitations/messages'
import { parseRequest } from '../../src/validation/parse-request.js'
import { aRequest } from '../support/builders.js'
import { faulty } from '../support/faulty.js'
import { NETWORK } from '../support/network.js'
import { column, type Drawing } from './drawing.js'
import { rulebookGroups } from './rulebook-groups.js'
import { callLines, inWaves } from './waves.js'

const evaluate = 'evaluate' satisfies keyof InvitationPolicy
const words = ['describe', 'reasons', 'advice'] as const satisfies readonly (keyof typeof en)[]

const store = () => createInMemoryRepositories(NETWORK)

/** The error of a request, and what the inviter gets of it. */
async function failureOf(request: InvitationRequest, ports: InMemoryRepositories = store()) {
  const error = (await new InvitationPolicy(ports)[evaluate](request))._unsafeUnwrapErr()
  return { type: error.type, disclosed: forInviter(error).type }
}

/** The only denial that the inviter reads. */
async function disclosedOf(request: InvitationRequest): Promise<string> {
  const error = (await new InvitationPolicy(store())[evaluate](request))._unsafeUnwrapErr()
  const disclosed = forInviter(error)
  if (disclosed.type !== 'InvitationDenied') throw new Error('The request is not denied')
  return disclosed.denials.map(({ type }) => type).join()
}

/** How `evaluate` comes to a verdict, with the calls that it makes, and what becomes of the verdict. */
export async function wayOfARequest(): Promise<Drawing> {
  const { repositories, waves } = inWaves(store())
  const approval = (await new InvitationPolicy(repositories)[evaluate](aRequest()))._unsafeUnwrap()
  const invalid = await failureOf(aRequest({ inviterId: '' }))
  const outage = await failureOf(aRequest(), faulty(store(), 0, 'before').repositories)
  const denied = await failureOf(aRequest({ text: '' }))

  const unavailable = await disclosedOf(aRequest({ recipientId: 'nobody' }))

  const drawn = column([
    {
      title: `\`${evaluate}\``,
      lines: [
        [
          Object.keys(approval.request)
            .map((key) => `\`${key}\``)
            .join(' '),
        ],
      ],
    },
    {
      title: `\`${parseRequest.name}\``,
      error: invalid.type,
      lines: [['The draft is normalised.']],
    },
    {
      title: waves.length === 1 ? 'Facts, all calls in parallel' : 'Facts',
      error: outage.type,
      lines: callLines(waves),
    },
    {
      title: 'Rules: all of them, in this order',
      lines: [
        ...rulebookGroups.map(({ name, types }) => [name, numberOf(types.length)] as const),
        ['custom rules', 'of your own'],
      ],
    },
    [
      { title: 'Approval', lines: [['`repeatableAt`'], ['`advisories`']] },
      { title: `\`${denied.type}\``, lines: [['`denials`'], ['`advisories`']] },
    ],
    [
      { title: `\`${adviceForInviter.name}\``, lines: [['The inviter may know'], ['all of it.']] },
      {
        title: `\`${forInviter.name}\``,
        lines: [['What is private becomes'], [`\`${unavailable}\`.`]],
      },
    ],
    {
      title: 'What the inviter reads',
      lines: [
        [words.map((name) => `\`${name}\``).join(' '), 'words'],
        [`\`${toProblemDetails.name}\``, 'HTTP'],
      ],
    },
  ])
  return {
    title: 'The way of a request',
    desc: `${evaluate} parses the request, finds the facts by ${waves.flat().length} calls, applies all rules, and returns an approval or ${denied.type}. Only what ${adviceForInviter.name} and ${forInviter.name} return is put into words.`,
    height: drawn.bottom,
    parts: [drawn.drawn],
  }
}

const numberOf = (rules: number) => (rules === 1 ? '1 rule' : `${rules} rules`)
