import { LiquidError } from "liquidjs"

export type ScriptFaultKind =
  "unknown_variable" | "unknown_filter" | "broken_tag" | "failed" | WrongKind

/**
 * The script runs, but computes with a text, compares what is never equal, or
 * prints a list raw.
 */
type WrongKind = "computes_with_text" | "never_equal" | "prints_list"

/** What is wrong with a script, and where; line and column count from 1. */
export type ScriptFault = Place & {
  /** In English. */
  message: string
  kind: ScriptFaultKind
  /** The variable, filter or tag. */
  name: string | null
  /** What to write in its place, where that is known. */
  instead?: string
}

type Place = { line: number; column: number }

/** The fault for an error that occurred while a script ran. */
export function failure(error: unknown): ScriptFault {
  return {
    ...placeOf(error),
    kind: "failed",
    message: messageOf(error),
    name: null,
  }
}

/** Liquid's message, without the position. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const said = message.replace(/, line:\d+, col:\d+$/, "").slice(0, 300)
  return said.startsWith("memory alloc limit exceeded") ? TOO_MUCH : said
}

const TOO_MUCH =
  "it takes too much work: it repeats too often, or makes too long texts"

/** The position that Liquid reports. */
export function placeOf(error: unknown): Place {
  if (!LiquidError.is(error)) {
    return { line: 1, column: 1 }
  }
  const [line = 1, column = 1] = error.token.getPosition()
  return { line, column }
}

export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n")
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  }
}

export function byPlace(one: Place, other: Place): number {
  return one.line - other.line || one.column - other.column
}
