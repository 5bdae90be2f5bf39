import { type Attributes, SpanStatusCode, trace } from '@opentelemetry/api'

/**
 * The same ports, of which each call is a span: `memberships.findStandings`. Arguments and answers are not in it.
 *
 * A method gets the port as its `this`, and what a port does not have stays absent. An answer that was there at once
 * becomes a promise.
 */
export function tracedPorts<Ports extends object>(ports: Ports): Ports {
  return viewOf(ports, (port, value) => {
    if (typeof value !== 'object' || value === null) return value
    return viewOf(value, (method, call) => {
      if (typeof call !== 'function' || method in Object.prototype) return call
      const attributes = { 'invitations.port': port, 'invitations.method': method }
      return (...args: unknown[]) =>
        inSpan(`${port}.${method}`, () => Reflect.apply(call, value, args) as unknown, attributes)
    })
  })
}

/** Calls something within a span of its own, which fails if the call does. Put nothing of a member into it. */
export function inSpan<Answer>(
  name: string,
  call: () => Answer | PromiseLike<Answer>,
  attributes: Attributes = {},
): Promise<Answer> {
  return trace
    .getTracer('group-invitations')
    .startActiveSpan(name, { attributes }, async (span) => {
      try {
        return await call()
      } catch (error) {
        // A value that is no error may be anything, such as a text of a member.
        span.recordException(error instanceof Error ? error : typeof error)
        span.setStatus({ code: SpanStatusCode.ERROR })
        throw error
      } finally {
        span.end()
      }
    })
}

/** Marks the span of the request if a dependency failed: `service.send(request).orTee(markOutage)`. */
export function markOutage(error: {
  readonly type: string
  readonly dependency?: string
  readonly operation?: string
}): void {
  if (error.type !== 'DependencyFailed') return
  const message = `${error.dependency}.${error.operation} failed`
  trace.getActiveSpan()?.setStatus({ code: SpanStatusCode.ERROR, message })
}

/** An object that looks like another one, with other values in its properties. */
function viewOf<Target extends object>(
  target: Target,
  valueOf: (key: string, value: unknown) => unknown,
): Target {
  // A copy, since a proxy of a frozen object must return its values as they are.
  const copy = Object.assign(
    Object.create(Object.getPrototypeOf(target) as object) as Target,
    target,
  )
  return new Proxy(copy, { get: (_, key) => valueOf(String(key), Reflect.get(target, key)) })
}
