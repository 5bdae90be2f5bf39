import {
  Body,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
} from '@nestjs/common'
import {
  type AnswerAction,
  type AnsweredInvitation,
  AnswerService,
  type Denial,
  type Disclosed,
  type DisclosedToRecipient,
  forInviter,
  forRecipient,
  type InvitationDraft,
  InvitationService,
  type LogRecord,
  type MemberId,
  type PageOptions,
  toLogRecord,
} from 'group-invitations'
import { PROBLEM_MEDIA_TYPE, toProblemDetails } from 'group-invitations/http'
import { messagesFor } from 'group-invitations/messages'
import type { ResultAsync } from 'neverthrow'
import { keyOf } from '../service/invitation-key.js'
import { receivedItem, sentInvitation, sentItem } from '../service/screen-fields.js'

export interface RoutesOptions {
  /** Who is logged in, as your guard has found out. The acting member comes from here alone. */
  readonly memberOf: (request: Request) => MemberId | undefined
  /** The reader's languages, in their order of preference. */
  readonly localesOf?: (request: Request) => readonly string[]
  /** The reader never learns what has failed: the log does. */
  readonly log: (outage: LogRecord) => void
}

export const ROUTES = Symbol('the options of the routes of invitations')

/** What the routes use of the request, in Express and in Fastify. */
interface Request {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** What your guard has set. */
  readonly user?: unknown
}

interface Call {
  readonly request: Request
  /** The response of Express, or the reply of Fastify. */
  readonly reply: {
    status(code: number): unknown
    header(name: string, value: string): unknown
  }
}

type PageQuery = Readonly<Record<'before' | 'limit', string | undefined>>

/** Unlike `@Res()`, it leaves it to Nest to answer. */
const TheCall = createParamDecorator((_: unknown, context: ExecutionContext): Call => {
  const http = context.switchToHttp()
  return { request: http.getRequest(), reply: http.getResponse() }
})

/** Expected failures are answers: nothing is thrown, and no exception filter is needed. */
@Controller('invitations')
export class InvitationsController {
  // By tokens: esbuild and tsx do not emit the types of parameters, by which Nest would find them.
  constructor(
    @Inject(InvitationService) private readonly service: InvitationService<Denial>,
    @Inject(AnswerService) private readonly answers: AnswerService,
    @Inject(ROUTES) private readonly options: RoutesOptions,
  ) {}

  @Post()
  send(
    @TheCall() call: Call,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
  ) {
    return this.asMember(call, async (inviterId) => {
      const sent = await this.service.send(
        // Whatever the body says of the inviter is overwritten. `send` says what is wrong with the rest.
        { ...(body as InvitationDraft), inviterId },
        { invitationId: key === undefined ? undefined : keyOf(inviterId, key) },
      )
      return sent.match(
        ({ invitation, replayed }) => {
          call.reply.status(replayed ? 200 : 201)
          return sentInvitation(invitation)
        },
        (error) => this.denied(call, error, forInviter),
      )
    })
  }

  @Post(':id/accept')
  @HttpCode(200)
  accept(@TheCall() call: Call, @Param('id') invitationId: string) {
    return this.asMember(call, (memberId) => {
      const answer = this.answers.accept({ invitationId, memberId })
      return this.answered(call, 'accept', answer, forRecipient)
    })
  }

  @Post(':id/decline')
  @HttpCode(200)
  decline(@TheCall() call: Call, @Param('id') invitationId: string) {
    return this.asMember(call, (memberId) => {
      const answer = this.answers.decline({ invitationId, memberId })
      return this.answered(call, 'decline', answer, forRecipient)
    })
  }

  /** For the inviter, and for the moderators of the group. */
  @Post(':id/withdraw')
  @HttpCode(200)
  withdraw(@TheCall() call: Call, @Param('id') invitationId: string) {
    return this.asMember(call, (memberId) => {
      const answer = this.answers.withdraw({ invitationId, memberId })
      return this.answered(call, 'withdraw', answer, forInviter)
    })
  }

  @Get('received')
  received(@TheCall() call: Call, @Query() query: PageQuery) {
    return this.asMember(call, async (memberId) =>
      (await this.answers.received(memberId, pageIn(query))).match(
        ({ items, ...page }) => ({ items: items.map(receivedItem), ...page }),
        (error) => this.denied(call, error, forRecipient),
      ),
    )
  }

  @Get('sent')
  sent(@TheCall() call: Call, @Query() query: PageQuery) {
    const messages = this.messagesFor(call)
    return this.asMember(call, async (memberId) =>
      (await this.answers.sent(memberId, pageIn(query))).match(
        ({ items, ...page }) => ({ items: items.map((item) => sentItem(item, messages)), ...page }),
        (error) => this.denied(call, error, forInviter),
      ),
    )
  }

  private asMember(call: Call, act: (memberId: MemberId) => Promise<object>) {
    const memberId = this.options.memberOf(call.request)
    if (memberId !== undefined) return act(memberId)
    return problem(call, { title: 'Unauthorized', status: 401, detail: 'Please log in.' })
  }

  /** Without the status: someone who declines a withdrawn invitation has declined it, as far as they know. */
  private async answered<Failure extends { readonly type: string }>(
    call: Call,
    action: AnswerAction,
    answer: ResultAsync<AnsweredInvitation, Failure>,
    disclose: (error: Failure) => Disclosed | DisclosedToRecipient,
  ) {
    return (await answer).match(
      ({ invitation: { invitationId }, standing }): object => {
        const message = this.messagesFor(call).describeAnswer(action, { standing })
        return { invitationId, standing, message }
      },
      (error) => this.denied(call, error, disclose),
    )
  }

  /** Answers with what `forInviter` or `forRecipient` has left of an error. */
  private denied<Failure extends { readonly type: string }>(
    call: Call,
    error: Failure,
    disclose: (error: Failure) => Disclosed | DisclosedToRecipient,
  ) {
    if (error.type === 'DependencyFailed') this.options.log(toLogRecord(error))
    const details = toProblemDetails(disclose(error), { messages: this.messagesFor(call) })
    if (details.retryAfter !== undefined) call.reply.header('Retry-After', details.retryAfter)
    return problem(call, details)
  }

  private messagesFor({ request }: Call) {
    return messagesFor(this.options.localesOf?.(request))
  }
}

function problem<Details extends { readonly status: number }>({ reply }: Call, details: Details) {
  reply.status(details.status)
  reply.header('Content-Type', PROBLEM_MEDIA_TYPE)
  return details
}

/** Everything in a query is a string, and only the number has to become one. */
const pageIn = ({ before, limit }: PageQuery): PageOptions => ({
  ...{ before, limit: limit === undefined ? undefined : Number(limit) },
})
