import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { FOLLOW_UP, FOLLOW_UP_RULE } from "../../../policies/follow-ups"
import { allowEither } from "./allow-either"
import { type Policy, READ_FOLLOW_UPS, READ_RULES } from "./granted"
import { briefWithout } from "./brief-answer"
import { checksBody, checksQuery } from "./check-request"
import { tellingRefusals } from "./tell-refusals"
import { NoFields } from "./validators"

const ROOT = "/admin/follow-ups"

/**
 * A calendar with a thousand exceptions of 24 windows takes 0.7 MB, a playbook
 * with long texts in forty languages 0.8 MB. Medusa's own limit is 100 kB.
 */
const LARGEST_RULE = "2mb"

/** Routes that the desk reads. */
export function readsTasks(path: string, query: z.ZodType): MiddlewareRoute {
  return reads(path, query, READ_FOLLOW_UPS)
}

/** The same, with what is asked for or told in the body. */
export function asksInBody(path: string, body: z.ZodType): MiddlewareRoute {
  return {
    method: "POST",
    matcher: `${ROOT}${path}`,
    middlewares: [checksBody(body), checksQuery(NoFields)],
    policies: READ_FOLLOW_UPS,
  }
}

/** Routes that the settings pages read. */
export function readsRules(path: string, query: z.ZodType): MiddlewareRoute {
  return reads(path, query, READ_RULES)
}

/** Routes that the desk reads, and others with another policy. */
export function readsWithEither(
  path: string,
  query: z.ZodType,
  other: Policy
): MiddlewareRoute {
  return {
    method: "GET",
    matcher: `${ROOT}${path}`,
    middlewares: [
      tellingRefusals(allowEither(READ_FOLLOW_UPS, other)),
      checksQuery(query),
    ],
  }
}

/** A command on one task. */
export function commandsTask(
  command: string,
  body: z.ZodType,
  ...further: Policy[]
): MiddlewareRoute {
  return {
    method: "POST",
    matcher: `${ROOT}/:id/${command}`,
    middlewares: [
      tellingRefusals(briefWithout(READ_FOLLOW_UPS)),
      checksBody(body),
      checksQuery(NoFields),
    ],
    policies: [{ resource: FOLLOW_UP, operation: "update" }, ...further],
  }
}

/** Routes that receive a rule, to save it or to try it. */
export function sendsRule(
  path: string,
  operation: "read" | "create" | "update",
  body: z.ZodType,
  query: z.ZodType = NoFields,
  ...further: Policy[]
): MiddlewareRoute {
  return {
    method: "POST",
    matcher: `${ROOT}${path}`,
    bodyParser: { sizeLimit: LARGEST_RULE },
    middlewares: [
      tellingRefusals(briefWithout(READ_RULES)),
      checksBody(body),
      checksQuery(query),
    ],
    policies: [{ resource: FOLLOW_UP_RULE, operation }, ...further],
  }
}

export function deletesRule(
  path: string,
  query: z.ZodType = NoFields
): MiddlewareRoute {
  return {
    method: "DELETE",
    matcher: `${ROOT}${path}`,
    middlewares: [
      tellingRefusals(briefWithout(READ_RULES)),
      checksQuery(query),
    ],
    policies: { resource: FOLLOW_UP_RULE, operation: "delete" },
  }
}

function reads(
  path: string,
  query: z.ZodType,
  policies: Policy
): MiddlewareRoute {
  return {
    method: "GET",
    matcher: `${ROOT}${path}`,
    middlewares: [checksQuery(query)],
    policies,
  }
}
