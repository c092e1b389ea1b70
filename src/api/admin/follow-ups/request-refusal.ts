import type { z } from "@medusajs/framework/zod"
import { quoted } from "../../../business-time"
import {
  broken,
  Refusal,
  type RefusalCode,
  type RefusalPath,
} from "../../../refusals"

type Issue = z.core.$ZodIssue

/** The refusal for the first issue that zod found in a request. */
export function requestRefusal(error: z.ZodError, given: unknown): Refusal {
  const [issue] = error.issues
  if (!issue) {
    return new Refusal("invalid_request", { reason: error.message })
  }
  const { path, was } = found(given, issue.path)
  const rule = broken(issue.message)
  return rule
    ? new Refusal<RefusalCode>(rule.code, { ...rule.values, was }, path)
    : refusalOf(issue, path, was)
}

function refusalOf(issue: Issue, path: RefusalPath, was: unknown): Refusal {
  // An object may bring a toString of its own.
  const got = typeof was === "string" ? was.slice(0, LONGEST_GOT) : quoted(was)
  switch (issue.code) {
    case "invalid_type":
      return was === undefined
        ? new Refusal("field_required", {}, path)
        : new Refusal("wrong_type", { expected: issue.expected, got }, path)
    case "invalid_value":
      return was === undefined
        ? new Refusal("field_required", {}, path)
        : new Refusal(
            "not_a_choice",
            { allowed: issue.values.map(String), got },
            path
          )
    case "unrecognized_keys":
      return new Refusal("unknown_fields", { fields: issue.keys.join(", ") }, [
        ...path,
        issue.keys[0] ?? "",
      ])
    case "too_small": {
      const [code] = SIZES[issue.origin] ?? NUMBERS
      return new Refusal<RefusalCode>(
        code,
        { min: Number(issue.minimum) },
        path
      )
    }
    case "too_big": {
      const [, code] = SIZES[issue.origin] ?? NUMBERS
      return new Refusal<RefusalCode>(
        code,
        { max: Number(issue.maximum) },
        path
      )
    }
    default:
      return new Refusal("invalid_request", { reason: issue.message }, path)
  }
}

/** Enough to recognize it by. */
const LONGEST_GOT = 80

type Sizes = readonly [RefusalCode, RefusalCode]

const NUMBERS: Sizes = ["too_small", "too_big"]
const SIZES: Readonly<Record<string, Sizes>> = {
  string: ["too_short", "too_long"],
  array: ["too_few", "too_many"],
}

/**
 * The value at a path before zod transformed it. A query's single value may
 * stand for a list: its items then have no path of their own.
 */
function found(
  given: unknown,
  path: readonly PropertyKey[]
): { path: RefusalPath; was: unknown } {
  const keys: (string | number)[] = []
  let was = given
  for (const key of path) {
    if (typeof was !== "object" || was === null) {
      break
    }
    keys.push(typeof key === "symbol" ? String(key) : key)
    was = Reflect.get(was, key)
  }
  return { path: keys, was }
}
