import { moneyText } from "../../../money"
import {
  clockText,
  customerTimeZones,
  EMPTY_FACTS,
  type ScriptFacts,
  type Task,
  type Telling,
  timeText,
} from "../../../modules/follow-up"
import type { OrderToReadOut } from "../../../shop/order-to-read-out"
import type { ScriptCustomer } from "./script-people"

/** The facts that a script is filled in with, in any language. */
export type ScriptSituation = {
  shop: string
  agent: string
  customer: ScriptCustomer
  order: OrderToReadOut | null
  /** Still known if the order no longer exists. */
  order_display_id: number | null
  /** When the shop calls: as promised, or as it will be promised. */
  promised_at: Date | null
  /** When the shop opens next; null while it is open. */
  opens_at: Date | null
  /** Used for customers whose time zone is unknown. */
  shop_time_zone: string
  now: Date
}

/** The facts of a situation, formatted for a language. */
export function factsIn(
  situation: ScriptSituation
): (language: string) => ScriptFacts {
  const { shop, agent, customer, order, promised_at, opens_at, now } = situation
  const number = `${order?.display_id ?? situation.order_display_id ?? ""}`
  const zones = customerTimeZones(customer.country_code, now)
  const [time_zone] = zones.length === 1 ? zones : []
  return (language) => {
    const telling: Telling = time_zone
      ? { language, time_zone }
      : { language, time_zone: situation.shop_time_zone, with_zone: true }
    return {
      shop,
      agent,
      customer: {
        name: customer.name,
        first_name: customer.first_name,
        phone: customer.phone,
        local_time: time_zone ? clockText(now, telling) : "",
        local_hour: time_zone ? hourIn(time_zone, now) : null,
      },
      order: {
        ...(order
          ? orderFacts(order, customer.name, now, telling)
          : EMPTY_FACTS.order),
        number,
      },
      promised_time: promised_at ? timeText(promised_at, now, telling) : "",
      opens_at: opens_at ? timeText(opens_at, now, telling) : "",
    }
  }
}

/**
 * When the customer may expect the call: the next attempt that was agreed or
 * announced; before the first attempt, its deadline.
 */
export function promisedAt(
  task: Pick<
    Task,
    | "status"
    | "due_at"
    | "responded_at"
    | "response_target_at"
    | "response_limit_at"
  >,
  now: Date
): Date | null {
  if (task.status === "waiting" || task.responded_at) {
    return task.due_at
  }
  return task.status === "open"
    ? ([task.response_target_at, task.response_limit_at].find(
        (at) => at > now
      ) ?? null)
    : null
}

function orderFacts(
  order: OrderToReadOut,
  customer_name: string,
  now: Date,
  telling: Telling
): Omit<ScriptFacts["order"], "number"> {
  const money = (amount: number) =>
    moneyText(amount, order.currency_code, telling.language, { short: false })
  return {
    placed_at: timeText(order.created_at, now, telling),
    items: order.items.map(({ title, variant_title, quantity }) =>
      [
        variant_title ? `${title} (${variant_title})` : title,
        ...(quantity > 1 ? [`× ${quantity}`] : []),
      ].join(" ")
    ),
    delivery: order.shipping_methods.map(({ name }) => name).join(", "),
    delivery_total:
      order.shipping_methods.length > 0 ? money(order.shipping_total) : "",
    delivery_total_amount: order.shipping_total,
    discount: order.discount_total > 0 ? money(order.discount_total) : "",
    discount_amount: order.discount_total,
    total: money(order.total),
    total_amount: order.total,
    currency: order.currency_code.toUpperCase(),
    // The customer knows their own name; another recipient's belongs to the
    // address.
    address: order.shipping_address
      .filter((line, index) => index > 0 || line !== customer_name)
      .map((line) =>
        line === order.shipping_country
          ? countryName(line, telling.language)
          : line
      )
      .join(", "),
    note: order.note ?? "",
  }
}

/** A code is not read aloud. One that is no country's stays as it is. */
function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code
  } catch {
    return code
  }
}

function hourIn(time_zone: string, now: Date): number {
  return Number(clockText(now, { language: "en", time_zone }).slice(0, 2))
}
