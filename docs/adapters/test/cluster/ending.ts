type End = () => void | Promise<void>

const ends = new Set<End>()

/** Remembers how something that was started ends. Returns a function that ends it now. */
export function atEnd(end: End): () => Promise<void> {
  ends.add(end)
  return async () => {
    if (ends.delete(end)) await end()
  }
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
