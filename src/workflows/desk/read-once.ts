/** Reads each record once, however often it is requested. */
export function readOnce<Key, Read>(
  read: (key: Key) => Promise<Read>
): (key: Key) => Promise<Read> {
  const known = new Map<Key, Promise<Read>>()
  return (key) => {
    const found = known.get(key) ?? read(key)
    known.set(key, found)
    return found
  }
}
