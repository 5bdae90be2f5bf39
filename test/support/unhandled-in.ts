/** Everything that rejects meanwhile without being handled. */
export async function unhandledIn(work: () => Promise<void>): Promise<unknown[]> {
  const unhandled: unknown[] = []
  const notice = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', notice)
  await work()
  // It would be reported at the next turn of the event loop.
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', notice)
  return unhandled
}
