import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"

type Path = readonly PropertyKey[]

const LONGEST_SHOWN = 80

/** The error that names the field, what it was and what it may be. */
export function fault(path: Path, value: unknown, mustBe: string): MedusaError {
  const was = value === undefined ? "is missing" : `was ${shown(value)}`
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${fieldName(path)} ${was}; it ${mustBe}`
  )
}

/**
 * The error of the first thing that zod found wrong.
 *
 * @param what - what was given, for a field that there is not
 */
export function firstFault(
  error: z.ZodError,
  given: unknown,
  what: string
): MedusaError {
  const [issue] = error.issues
  const path = issue?.path ?? []
  if (issue?.code === "unrecognized_keys") {
    return new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${fieldName([...path, issue.keys[0] ?? ""])} is not a field of a ${what}`
    )
  }
  if (issue?.code === "invalid_key") {
    return fault(path, path.at(-1), issue.issues[0]?.message ?? "is not valid")
  }
  return fault(path, valueAt(given, path), issue?.message ?? "is not valid")
}

/** As one writes it in code: `escalation[1].offset_minutes`. */
export function fieldName(path: Path): string {
  return (
    path.reduce<string>(
      (name, key) =>
        typeof key === "number"
          ? `${name}[${key}]`
          : name === ""
            ? String(key)
            : `${name}.${String(key)}`,
      ""
    ) || "definition"
  )
}

function shown(value: unknown): string {
  const text =
    typeof value === "number" ? `${value}` : (JSON.stringify(value) ?? "")
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

function valueAt(given: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? Reflect.get(value, key)
        : undefined,
    given
  )
}
