type End = () => void | Promise<void>

const ends = new Set<End>()
let isStopping = false

/**
 * Remembers how something that was started ends. Returns a function that ends it now.
 * Throws if nothing is to be started any more.
 */
export function atEnd(end: End): () => Promise<void> {
  if (isStopping) throw new Error('Stopped')
  ends.add(end)
  return async () => {
    if (ends.delete(end)) await end()
  }
}

/** Ends all, and lets nothing else start. */
export async function stop(): Promise<void> {
  isStopping = true
  await endAll()
}

/** Ends all that has not ended yet, the latest first. What fails to end does not keep the others from it. */
export async function endAll(): Promise<void> {
  for (const end of [...ends].reverse()) {
    ends.delete(end)
    try {
      await end()
    } catch (error) {
      console.error(error)
    }
  }
}
