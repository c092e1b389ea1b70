/** The dashboard drops a started key sequence after this long. */
const FORGETS_AFTER_MS = 500

/**
 * Whether a key belongs to one of the dashboard's key sequences, which all
 * start with G (“G then C”); our shortcuts must ignore those keys. Letters of a
 * text that is typed belong to none.
 */
export function dashboardSequences(): (
  key: string,
  at: number,
  isTyped?: boolean
) => boolean {
  let going = false
  let lastAt = -Infinity
  return (key, at, isTyped = false) => {
    if (isTyped) {
      return false
    }
    const together = at - lastAt < FORGETS_AFTER_MS
    going = key.toLowerCase() === "g" ? true : going && together
    lastAt = at
    return going
  }
}
