/** Lets at most so many works run at once; the others wait in the order in which they came. */
export function atMost(limit: number) {
  let free = limit
  const waiting: (() => void)[] = []
  return async <Result>(work: () => PromiseLike<Result>): Promise<Result> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
