import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-base'

/** What has begun and ended, in this order: the times of spans have the resolution of a millisecond. */
const moments: string[] = []
const watch: SpanProcessor = {
  onStart: (span) => void moments.push(`start ${span.spanContext().spanId}`),
  onEnd: (span) => void moments.push(`end ${span.spanContext().spanId}`),
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
}

const memory = new InMemorySpanExporter()
const spanProcessors = [watch, new SimpleSpanProcessor(memory)]
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors }))
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())

const startOf = (span: ReadableSpan) => moments.indexOf(`start ${span.spanContext().spanId}`)
const endOf = (span: ReadableSpan) => moments.indexOf(`end ${span.spanContext().spanId}`)

/** The spans that have ended, in the order in which they began, and then forgets them. */
export function takeSpans(): readonly ReadableSpan[] {
  const spans = memory.getFinishedSpans()
  memory.reset()
  return [...spans].sort((one, other) => startOf(one) - startOf(other))
}

export const namesOf = (spans: readonly ReadableSpan[]) => spans.map(({ name }) => name)

/** The names of the spans, in waves: those of a wave have all begun before one of them ended. */
export function wavesOf(spans: readonly ReadableSpan[]): readonly (readonly string[])[] {
  const waves: ReadableSpan[][] = []
  for (const span of spans) {
    const wave = waves.at(-1)
    if (wave?.every((other) => startOf(span) < endOf(other))) wave.push(span)
    else waves.push([span])
  }
  return waves.map((wave) => namesOf(wave).sort())
}
