import { Refusal, type RefusalPath } from "./refusal"
import { refuseFarMoment } from "./moment"

/** Deeper than any input has a reason to be, and far from the stack's end. */
const DEEPEST = 100

/** Whether the database can store it: no NUL, and no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && Buffer.from(text).toString() === text
}

/**
 * Refuses what the database could not store, or JavaScript could not walk,
 * anywhere in an input: texts with a NUL or a lone surrogate, numbers that are
 * none, invalid and far times, a key that would set a prototype, and endless
 * nesting.
 *
 * @param path - the path of the input in the request
 * @throws Refusal with the path of the first such value
 */
export function refuseUnstorable(
  value: unknown,
  path: RefusalPath = [],
  depth = 0
): void {
  if (typeof value === "string") {
    if (!isStorable(value)) {
      throw new Refusal("invalid_character", {}, path)
    }
  } else if (typeof value === "number") {
    if (!Number.isFinite(value)) {
      throw new Refusal(
        "wrong_kind",
        { was: value, expected: "a finite number" },
        path
      )
    }
  } else if (isDate(value)) {
    refuseFarMoment(value, value, path)
  } else if (Array.isArray(value)) {
    refuseTooDeep(depth, path)
    value.forEach((item: unknown, index) =>
      refuseUnstorable(item, [...path, index], depth + 1)
    )
  } else if (isRecord(value)) {
    refuseTooDeep(depth, path)
    for (const [key, item] of Object.entries(value)) {
      const inner = [...path, key]
      refuseUnstorable(key, inner)
      if (key === "__proto__") {
        throw new Refusal("unknown_fields", { fields: key }, inner)
      }
      refuseUnstorable(item, inner, depth + 1)
    }
  }
}

function refuseTooDeep(depth: number, path: RefusalPath): void {
  if (depth >= DEEPEST) {
    throw new Refusal("too_deep", { max: DEEPEST }, path.slice(0, 1))
  }
}

function isDate(value: unknown): value is Date {
  return tagOf(value) === "[object Date]"
}

/** A class's own objects are not input. */
function isRecord(value: unknown): value is object {
  if (typeof value !== "object" || value === null) {
    return false
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** `instanceof` does not know the objects of another realm, as in tests. */
function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value)
}
