import type { z } from "@medusajs/framework/zod"
import { fieldName } from "../business-time"
import { type Issue, issuesOf } from "./issues"
import {
  isRefusalCode,
  Refusal,
  type RefusalCode,
  type RefusalPath,
  type RuleOf,
} from "./refusal"

/**
 * Encodes a rule of a zod schema as its message: zod carries one string per
 * issue, so the code and its values travel in it.
 */
export function rule<TCode extends RefusalCode>(
  code: TCode,
  values: RuleOf<TCode>
): string {
  return JSON.stringify({ code, values })
}

/**
 * The refusal for an issue that zod found with a schema of rules.
 *
 * @param what - what was given, for the message about an unknown field
 * @param under - the path of the input in the request
 */
export function refusalOf(
  error: z.ZodError,
  given: unknown,
  what: string,
  under: RefusalPath = []
): Refusal {
  const [first, ...further] = issuesOf(error, given)
  const refusal = ofIssue(first, what, under)
  refusal.further = further.map((issue) => ofIssue(issue, what, under))
  return refusal
}

function ofIssue(
  { path, was, says, unknown }: Issue,
  what: string,
  under: RefusalPath
): Refusal {
  const whole = [...under, ...path]
  const field = fieldName(path) || fieldName(under) || what
  if (unknown) {
    return new Refusal("unknown_field", { what }, whole, field)
  }
  const { code, values } = broken(says) ?? {
    code: "wrong_kind" as const,
    values: { expected: "valid" },
  }
  return new Refusal<RefusalCode>(code, { ...values, was }, whole, field)
}

/** The rule that a zod message encodes; null for zod's own messages. */
export function broken(
  says: string
): { code: RefusalCode; values: Record<string, unknown> } | null {
  if (!says.startsWith('{"code":')) {
    return null
  }
  const { code, values }: { code?: unknown; values?: unknown } =
    JSON.parse(says)
  return isRefusalCode(code) && typeof values === "object" && values !== null
    ? { code, values: { ...values } }
    : null
}
