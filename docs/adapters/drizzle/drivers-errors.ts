import { DrizzleQueryError } from 'drizzle-orm'
import { atMost } from '../shared/in-flight.js'

type Method = (...args: unknown[]) => Promise<unknown>

/**
 * The same port, whose methods throw the error of the driver, and not that of Drizzle around it. The message of
 * Drizzle's has all parameters, and so what members have written, and a log gets the message. With `inTurn` the calls
 * wait their turn.
 */
export function throwingDriversErrors<Port extends object>(
  port: Port,
  inTurn: ReturnType<typeof atMost> = atMost(Infinity),
): Port {
  const methods = Object.entries<Method>(port as Record<string, Method>)
  const throwing = methods.map(([name, method]): [string, Method] => [
    name,
    (...args) =>
      inTurn(() => method(...args)).catch((error: unknown) => {
        throw driversErrorIn(error)
      }),
  ])
  // The methods of the port, each with the same arguments and result.
  return Object.fromEntries(throwing) as Port
}

/** After the last try Drizzle's error is the cause of another one. */
export function driversErrorIn(error: unknown): unknown {
  if (error instanceof DrizzleQueryError) return driversErrorIn(error.cause)
  if (error instanceof Error && error.cause !== undefined) error.cause = driversErrorIn(error.cause)
  return error
}
