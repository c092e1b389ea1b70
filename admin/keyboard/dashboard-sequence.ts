/** The dashboard forgets the keys of a sequence after this long without one. */
const FORGETS_AFTER_MS = 500

/**
 * Whether a key belongs to one of the dashboard's own sequences, which all
 * start with G (“G then C”): those keys must do nothing of ours.
 */
export function dashboardSequences(): (key: string, at: number) => boolean {
  let going = false
  let lastAt = -Infinity
  return (key, at) => {
    const together = at - lastAt < FORGETS_AFTER_MS
    going = key.toLowerCase() === "g" ? true : going && together
    lastAt = at
    return going
  }
}
