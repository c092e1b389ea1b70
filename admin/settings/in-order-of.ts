/**
 * Sorts `chosen` by the order of `before`, with new items last, so that
 * removing an item and adding it back is not a change.
 */
export function inOrderOf<T>(
  before: readonly T[],
  chosen: readonly T[],
  isSame: (one: T, other: T) => boolean = Object.is
): T[] {
  const place = (one: T) => {
    const index = before.findIndex((other) => isSame(one, other))
    return index < 0 ? before.length : index
  }
  return chosen.toSorted((one, other) => place(one) - place(other))
}
