import { z } from "@medusajs/framework/zod"
import { type OpenRequest, toE164 } from "../../modules/follow-up"
import {
  momentOf,
  Refusal,
  type RefusalPath,
  refusalOf,
  refuseUnstorable,
  rule,
} from "../../refusals"

/** A task to open. Omitted fields are unknown. */
export type OpenFollowUp = {
  type: string
  /** When it happened; now if omitted. The timer counts from here. */
  opened_at?: Date | string
  /** Another request with the same key opens nothing, see `if_closed`. */
  dedupe_key?: string
  /**
   * Whether a closed task with that key is reopened, with this `data`; if
   * omitted, as the type declares.
   */
  if_closed?: "ignore" | "reopen"
  /** One of the declared triggers; `manual` if omitted. */
  trigger?: string
  /** Data that its kind of work stores with the task, for its section. */
  data?: Record<string, unknown>
  order_id?: string
  order_display_id?: number
  /** In major units of `currency_code`. */
  order_total?: number
  currency_code?: string
  customer_id?: string
  customer_name?: string
  email?: string
  phone?: string
  /** ISO 3166-1 alpha-2. */
  country_code?: string
  /**
   * A playbook of the type, whatever its conditions; the first that matches if
   * omitted.
   */
  playbook_id?: string
  /** Where the order was placed, which decides the calendar. */
  sales_channel_id?: string
  stock_location_id?: string
  region_id?: string
  /** The customer's language, as a language tag. */
  locale?: string
}

/** The greatest number of an integer column. */
const GREATEST = 2 ** 31 - 1

const ofKind = (expected: string) => rule("wrong_kind", { expected })

const NUMBER = ofKind(`a whole number up to ${GREATEST}`)
const word = z.string(ofKind("a text")).optional()
const text = word.nullable()

/** Null is unknown, as if omitted, but for `opened_at`, read by itself. */
const fields = z.object({
  type: z.string(ofKind("a task type")),
  dedupe_key: text,
  if_closed: z
    .enum(["ignore", "reopen"], ofKind('"ignore" or "reopen"'))
    .optional(),
  trigger: word,
  data: z.record(z.string(), z.unknown(), ofKind("an object")).optional(),
  order_id: text,
  order_display_id: z.int(NUMBER).max(GREATEST, NUMBER).nullish(),
  order_total: z.number(ofKind("an amount in major units")).nullish(),
  currency_code: text,
  customer_id: text,
  customer_name: text,
  email: text,
  phone: text,
  country_code: text,
  playbook_id: word,
  sales_channel_id: text,
  stock_location_id: text,
  region_id: text,
  locale: text,
})

/**
 * @param triggers - those that are declared
 * @param path - of the task to open, for the message
 * @throws Refusal for a value that is none of its field: callers in JavaScript
 * have no compiler that tells them
 */
export function toRequest(
  follow_up: OpenFollowUp,
  triggers: readonly string[],
  default_country: string | null,
  now: Date,
  path: RefusalPath
): OpenRequest {
  refuseUnstorable(follow_up, path)
  const parsed = fields.safeParse(follow_up)
  if (!parsed.success) {
    throw refusalOf(parsed.error, follow_up, "follow-up", path)
  }
  const { trigger } = follow_up
  if (trigger !== undefined && !triggers.includes(trigger)) {
    throw new Refusal("unknown_word", { was: trigger, allowed: triggers }, [
      ...path,
      "trigger",
    ])
  }
  const phone = follow_up.phone?.trim() || null
  const country_code = follow_up.country_code?.toLowerCase() ?? null
  return {
    type: follow_up.type,
    // Medusa turns an invalid Date into null on its way here.
    opened_at:
      follow_up.opened_at === undefined
        ? now
        : momentOf(follow_up.opened_at, [...path, "opened_at"]),
    dedupe_key: follow_up.dedupe_key ?? null,
    order_id: follow_up.order_id ?? null,
    order_display_id: follow_up.order_display_id ?? null,
    order_total: follow_up.order_total ?? null,
    currency_code: follow_up.currency_code ?? null,
    // The order's is copied when it is synced.
    customer_comment: null,
    customer_id: follow_up.customer_id ?? null,
    customer_name: follow_up.customer_name ?? null,
    email: follow_up.email ?? null,
    phone,
    phone_e164: toE164(phone, country_code ?? default_country),
    country_code,
    playbook_id: follow_up.playbook_id,
    if_closed: follow_up.if_closed,
    data: follow_up.data,
    sales_channel_id: follow_up.sales_channel_id ?? null,
    stock_location_id: follow_up.stock_location_id ?? null,
    region_id: follow_up.region_id ?? null,
    locale: follow_up.locale ?? null,
  }
}
