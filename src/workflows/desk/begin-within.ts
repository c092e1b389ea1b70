/**
 * Runs a function for each item, with limited concurrency, and starts no more
 * of them after the time is up.
 *
 * @returns the items that were not started
 */
export async function beginWithin<Item>(
  items: readonly Item[],
  at_once: number,
  within_ms: number,
  act: (item: Item) => Promise<unknown>
): Promise<Item[]> {
  const until = performance.now() + within_ms
  const left = [...items]
  const lane = async () => {
    while (performance.now() < until) {
      const item = left.shift()
      if (item === undefined) {
        return
      }
      await act(item)
    }
  }
  await Promise.all(Array.from({ length: at_once }, lane))
  return left
}
