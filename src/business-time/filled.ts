/** The longest piece of somebody's input that a message repeats. */
const LONGEST_QUOTE = 80

/** How a value that somebody gave us looks in a message. */
export function quoted(value: unknown): string {
  if (value === undefined) return "missing"
  if (typeof value === "number") return String(value)
  const text = JSON.stringify(value) ?? typeof value
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text
}

/**
 * A text with its `{names}` filled in. `{was}` is what somebody gave us, as in
 * code; `{field_was}` begins a sentence about it: `limit was 7`, `limit is
 * missing`. A list is separated by commas, each item in quotes if it is.
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

/** A path as one writes it in code: `exceptions[0].date`. */
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
