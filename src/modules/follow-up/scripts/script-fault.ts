import { LiquidError } from "liquidjs"

/** What is wrong with a script, and where; line and column count from 1. */
export type ScriptFault = Place & {
  /** In English. */
  message: string
  kind: "unknown_variable" | "unknown_filter" | "broken_tag" | "failed"
  /** The variable, filter or tag. */
  name: string | null
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
  return message.replace(/, line:\d+, col:\d+$/, "").slice(0, 300)
}

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
