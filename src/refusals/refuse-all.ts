import { Refusal } from "./refusal"

/**
 * Runs checks that do not need one another, so that all that is wrong is told
 * at once.
 *
 * @param checks - each refuses the first thing that it finds
 * @throws Refusal the first of all, with the others in `further`
 */
export function refuseAll(checks: readonly (() => void)[]): void {
  const [first, ...further] = checks.flatMap((check) => {
    try {
      check()
      return []
    } catch (error) {
      if (error instanceof Refusal) {
        return [error]
      }
      throw error
    }
  })
  if (first) {
    first.further = further
    throw first
  }
}
