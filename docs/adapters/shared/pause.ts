import { setTimeout } from 'node:timers/promises'

/** Waits half as long to one and a half times as long, so that several processes do not ask in one instant. */
export async function pauseAbout(milliseconds: number, stop: AbortSignal): Promise<void> {
  const pause = milliseconds * (0.5 + Math.random())
  // Only `stop` rejects it.
  await setTimeout(pause, undefined, { signal: stop }).catch(() => undefined)
}
