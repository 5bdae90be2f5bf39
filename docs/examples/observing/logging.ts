import { toLogRecord } from 'group-invitations'
import type { Logger } from 'pino'

/**
 * Returns a function that logs why something was not done: `service.send(request).orTee(logTo(logger))`.
 *
 * Only an outage is an error of the service. An `InvalidRequest` is a mistake of the client, and a denial is an answer.
 */
export function logTo(logger: Logger) {
  return (error: { readonly type: string }): void => {
    const failure = toLogRecord(error)
    if (error.type === 'DependencyFailed') logger.error({ failure }, 'a dependency failed')
    else if (error.type === 'InvalidRequest') logger.warn({ failure }, 'an invalid request')
    else logger.info({ failure }, 'not done')
  }
}
