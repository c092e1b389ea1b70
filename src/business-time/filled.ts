/** The maximum length of an input value quoted in a message. */
const LONGEST_QUOTE = 80

/** An input value as shown in a message. */
export function quoted(value: unknown): string {
  if (value === undefined) return "missing"
  if (typeof value === "number") return String(value)
  const text = JSON.stringify(value) ?? typeof value
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text
}

/**
 * Fills in the `{names}` in a text. `{was}` is the invalid value, written as in
 * code; `{field_was}` is the subject and verb of a sentence about it: `limit
 * was 7`, `limit is missing`. A list is separated by commas; if the placeholder
 * is in quotes, so is each item.
 */
export function filled(
  text: string,
  values: Readonly<Record<string, unknown>>
): string {
  return text.replace(
    /("?)\{(\w+)\}/g,
    (_, quote: string, name: string) => quote + shown(name, values, quote)
  )
}

function shown(
  name: string,
  values: Readonly<Record<string, unknown>>,
  quote: string
): string {
  const value = values[name]
  if (name === "was") return quoted(value)
  if (name === "field_was") {
    const { field, was } = values
    return was === undefined
      ? `${String(field)} is missing`
      : `${String(field)} was ${quoted(was)}`
  }
  return Array.isArray(value) ? value.join(`${quote}, ${quote}`) : String(value)
}

/** A path written as in code: `exceptions[0].date`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, key) =>
      typeof key === "number"
        ? `${name}[${key}]`
        : name === ""
          ? String(key)
          : `${name}.${String(key)}`,
    ""
  )
}
