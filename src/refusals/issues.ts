import type { z } from "@medusajs/framework/zod"
import type { RefusalPath } from "./refusal"

/** An issue that zod found, in a form that every reporter can use. */
export type Issue = {
  path: RefusalPath
  /** The value at the path; for an invalid key of a record, the key. */
  was: unknown
  /** The schema's message. */
  says: string
  /** Whether the field does not exist in the schema. */
  unknown: boolean
}

export function issuesOf(
  error: z.ZodError,
  given: unknown
): [Issue, ...Issue[]] {
  const [first, ...more] = error.issues.map((issue) => read(issue, given))
  return [first ?? { path: [], was: given, says: "", unknown: false }, ...more]
}

function read(issue: z.core.$ZodIssue, given: unknown): Issue {
  const path = issue.path.map(asKey)
  if (issue.code === "unrecognized_keys") {
    const field = [...path, issue.keys[0] ?? ""]
    return {
      path: field,
      was: valueAt(given, field),
      says: issue.message,
      unknown: true,
    }
  }
  if (issue.code === "invalid_key") {
    const says = issue.issues[0]?.message ?? issue.message
    return { path, was: path.at(-1), says, unknown: false }
  }
  return {
    path,
    was: valueAt(given, path),
    says: issue.message,
    unknown: false,
  }
}

function asKey(key: PropertyKey): string | number {
  return typeof key === "symbol" ? String(key) : key
}

function valueAt(given: unknown, path: RefusalPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? Reflect.get(value, key)
        : undefined,
    given
  )
}
