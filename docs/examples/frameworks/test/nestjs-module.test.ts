// Nest takes nothing but classes.
/* eslint-disable @typescript-eslint/no-extraneous-class */
import 'reflect-metadata'
import { Controller, Inject, Logger, Module, Post } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { InvitationPolicy, InvitationService } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import { InvitationsModule } from '../nestjs-module.js'
import { httpCases } from './http-cases.js'
import { aDraft, aWorld } from './stranger-world.js'

const STORE = Symbol('the store')

Logger.overrideLogger(false)

/** A controller of the service itself, which uses what the module exports. */
@Controller('own')
class OwnController {
  constructor(
    @Inject(InvitationService) private readonly service: InvitationService,
    @Inject(InvitationPolicy) readonly policy: InvitationPolicy,
  ) {}

  @Post()
  send() {
    return this.service.send({ ...aDraft('dora'), inviterId: 'anna' })
  }
}

async function serve(world: ReturnType<typeof aWorld>) {
  @Module({
    providers: [{ provide: STORE, useFactory: () => Promise.resolve(world.repositories) }],
    exports: [STORE],
  })
  class StoreModule {}

  @Module({
    imports: [
      InvitationsModule.register({
        ...{ imports: [StoreModule], repositories: STORE, policy: world.policyOptions },
        memberOf: ({ headers }) => headers['x-member']?.toString(),
        localesOf: ({ headers }) => [headers['accept-language']?.toString() ?? 'en'],
        log: world.log,
      }),
    ],
    controllers: [OwnController],
  })
  class AppModule {}

  const app = await NestFactory.create(AppModule)
  await app.listen(0, '127.0.0.1')
  return { origin: await app.getUrl(), close: () => app.close() }
}

describe('over HTTP', () => {
  httpCases(serve)
})

describe('what the page warns of', () => {
  test('a ResultAsync as the answer of a controller tells all', async () => {
    const { origin, close } = await serve(aWorld())
    const answer = await fetch(`${origin}/own`, { method: 'POST' })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({
      error: { denials: [{ type: 'RecipientOptedOut' }] },
    })
    await close()
  })
})
