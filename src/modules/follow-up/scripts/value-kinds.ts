/**
 * What a value of a script is, as far as it is known before the script runs.
 * `words` and `digits` are texts that the script itself writes out, `digits`
 * those that are numbers; `texts` and `numbers` are lists. `any` is what
 * depends on the run.
 */
export type ValueKind =
  "text" | "words" | "digits" | "number" | "texts" | "numbers" | "any"

/** Filters that compute: input and arguments must be numbers. */
export const ARITHMETIC: ReadonlySet<string> = new Set([
  "abs",
  "at_least",
  "at_most",
  "ceil",
  "divided_by",
  "floor",
  "minus",
  "modulo",
  "plus",
  "round",
  "times",
  "to_integer",
])

/** Filters whose arguments at these places are counts of letters or items. */
export const COUNTS: Readonly<Record<string, readonly number[]>> = {
  slice: [0, 1],
  sample: [0],
  truncate: [0],
  truncatewords: [0],
}

/** Filters that take a list. All others would run its texts together. */
export const TAKES_LIST: ReadonlySet<string> = new Set([
  "array_to_sentence_string",
  "compact",
  "concat",
  "default",
  "first",
  "inspect",
  "join",
  "json",
  "jsonify",
  "last",
  "pop",
  "push",
  "raw",
  "reverse",
  "sample",
  "shift",
  "size",
  "slice",
  "sort",
  "sort_natural",
  "sum",
  "uniq",
  "unshift",
])

/** Filters that leave a list a list. */
const KEEPS_LIST =
  /^(compact|concat|pop|push|raw|reverse|sample|shift|slice|sort|sort_natural|uniq|unshift)$/

export function isText(kind: ValueKind): boolean {
  return kind === "text" || kind === "words"
}

export function isList(kind: ValueKind): boolean {
  return kind === "texts" || kind === "numbers"
}

/** The kind of a filter's result. */
export function filtered(
  name: string,
  input: ValueKind,
  args: readonly ValueKind[]
): ValueKind {
  if (ARITHMETIC.has(name) || /^(size|sum|number_of_words)$/.test(name)) {
    return "number"
  }
  switch (name) {
    case "default":
      return isList(input) ? input : joined(input, args[0] ?? "any")
    case "split":
      return input === "text" ? "texts" : "any"
    case "sort":
    case "sort_natural":
      // By a part of the items, which is refused elsewhere.
      return args.length > 0 ? "any" : input
    case "first":
    case "last":
      return elementOf(input)
  }
  return KEEPS_LIST.test(name) ? input : "text"
}

/** The kind of a list's items; a text is not a list. */
export function elementOf(kind: ValueKind): ValueKind {
  return kind === "texts" ? "text" : kind === "numbers" ? "number" : "any"
}

/** The kind of a value that may be of either kind. */
export function joined(one: ValueKind, other: ValueKind): ValueKind {
  return one === other ? one : "any"
}

/** The kind of a variable's example, or of a part of it. */
export function kindOfFact(fact: unknown): ValueKind {
  if (Array.isArray(fact)) {
    return "texts"
  }
  return typeof fact === "string"
    ? "text"
    : typeof fact === "number"
      ? "number"
      : "any"
}

/** The kind of a text that a script writes in quotes. */
export function kindOfQuoted(text: string): ValueKind {
  return text.trim() !== "" && !Number.isNaN(Number(text)) ? "digits" : "words"
}
