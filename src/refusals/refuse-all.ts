import { Refusal } from "./refusal"

/**
 * Runs independent checks, so that everything that is wrong is reported at
 * once.
 *
 * @param checks - each throws the first refusal that it finds
 * @throws Refusal the first one, with the others in `further`
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
