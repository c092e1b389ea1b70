/** Removes a key; setting it to `undefined` would count as a change. */
export function without<T extends object, K extends keyof T>(
  record: T,
  key: K
): Omit<T, K> {
  const { [key]: _, ...others } = record
  return others
}
