import { type DynamicModule, type InjectionToken, Module } from '@nestjs/common'
import {
  AnswerService,
  type Denial,
  InvitationPolicy,
  InvitationService,
  type PolicyOptions,
  type Repositories,
} from 'group-invitations'
import { InvitationsController, ROUTES, type RoutesOptions } from './nestjs-controller.js'

export interface InvitationsModuleOptions extends RoutesOptions {
  /** The modules that export the repositories. */
  readonly imports?: DynamicModule['imports']
  /** The token of one provider in these modules, whose value has all repositories. */
  readonly repositories: InjectionToken<Repositories>
  readonly policy?: PolicyOptions
}

/** Provides policy and both services over the repositories of your module, and the routes of invitations. */
@Module({})
// Nest takes nothing but a class.
// eslint-disable-next-line @typescript-eslint/no-extraneous-class
export class InvitationsModule {
  static register(options: InvitationsModuleOptions): DynamicModule {
    const { imports = [], repositories, policy } = options
    const over = (Service: typeof InvitationService<Denial> | typeof AnswerService) => ({
      provide: Service,
      inject: [InvitationPolicy, repositories],
      useFactory: (decides: InvitationPolicy<Denial>, store: Repositories) =>
        new Service(decides, store),
    })
    return {
      module: InvitationsModule,
      imports,
      controllers: [InvitationsController],
      providers: [
        { provide: ROUTES, useValue: options },
        {
          provide: InvitationPolicy,
          inject: [repositories],
          useFactory: (store: Repositories) => new InvitationPolicy(store, policy),
        },
        over(InvitationService),
        over(AnswerService),
      ],
      exports: [InvitationPolicy, InvitationService, AnswerService],
    }
  }
}
