import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'

/** OpenTelemetry's own SDK for this process, with a memory in which the spans end. */
const memory = new InMemorySpanExporter()
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(memory)] })
trace.setGlobalTracerProvider(provider)
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())

/** The spans that have ended, in the order in which they began, and then forgets them. */
export function takeSpans(): readonly ReadableSpan[] {
  const spans = memory.getFinishedSpans()
  memory.reset()
  return [...spans].sort((one, other) => startOf(one) - startOf(other))
}

export const namesOf = (spans: readonly ReadableSpan[]) => spans.map(({ name }) => name)

/** Milliseconds. */
const startOf = ({ startTime: [seconds, nanos] }: ReadableSpan) => seconds * 1e3 + nanos / 1e6
const endOf = ({ endTime: [seconds, nanos] }: ReadableSpan) => seconds * 1e3 + nanos / 1e6

/** The spans in the waves in which they were at work: each begins when those of the wave before have ended. */
export function wavesOf(spans: readonly ReadableSpan[]): readonly (readonly string[])[] {
  const waves: ReadableSpan[][] = []
  for (const span of spans) {
    const wave = waves.at(-1)
    const overlaps = wave?.every((other) => startOf(span) < endOf(other))
    if (wave && overlaps) wave.push(span)
    else waves.push([span])
  }
  return waves.map((wave) => namesOf(wave).sort())
}
