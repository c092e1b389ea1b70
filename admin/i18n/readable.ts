/** Makes an identifier readable: `return_call` becomes `Return call`. */
export function readable(word: string): string {
  const spaced = word.replace(/[_-]+/g, " ").trim()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
