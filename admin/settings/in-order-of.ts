/**
 * A set as it was chosen, with what `before` has too in the order of `before`:
 * whoever takes something away and puts it back has changed nothing.
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
