import {
  clockText,
  customerTimeZones,
  EMPTY_FACTS,
  type FactsIn,
  type ScriptFacts,
  type Task,
  type Telling,
  timeText,
} from "../../../../modules/follow-up"
import type { AdminFollowUpCallSheetResponse } from "../types"
import type { ScriptCustomer } from "./script-customer"

type Order = NonNullable<AdminFollowUpCallSheetResponse["call_sheet"]["order"]>

/** What a script is filled in with, in whatever language it is. */
export type ScriptSituation = {
  shop: string
  agent: string
  customer: ScriptCustomer
  order: Order | null
  /** Of an order that is gone, its number is left. */
  order_display_id: number | null
  /** When the customer was told, or is to be told, that the shop calls. */
  promised_at: Date | null
  /** Where the shop is: for customers of whom nobody knows what time it is. */
  shop_time_zone: string
  now: Date
}

/** The facts of a situation as one tells them in a language. */
export function factsIn(situation: ScriptSituation): FactsIn {
  const { shop, agent, customer, order, promised_at, now } = situation
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
      },
      order: {
        ...(order
          ? orderFacts(order, customer.name, now, telling)
          : EMPTY_FACTS.order),
        number,
      },
      promised_time: promised_at ? timeText(promised_at, now, telling) : "",
    }
  }
}

/**
 * When the customer was told that the shop calls: the next attempt that was
 * agreed or announced; before the first one, by when there will be one.
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
  order: Order,
  customer_name: string,
  now: Date,
  telling: Telling
): Omit<ScriptFacts["order"], "number"> {
  const money = (amount: number) =>
    moneyIn(telling.language, amount, order.currency_code)
  return {
    placed_at: timeText(new Date(order.created_at), now, telling),
    items: order.items.map(({ title, variant_title, quantity }) =>
      [
        variant_title ? `${title} (${variant_title})` : title,
        ...(quantity > 1 ? [`× ${quantity}`] : []),
      ].join(" ")
    ),
    delivery: order.shipping_methods.map(({ name }) => name).join(", "),
    delivery_total:
      order.shipping_methods.length > 0 ? money(order.shipping_total) : "",
    discount: order.discount_total > 0 ? money(order.discount_total) : "",
    total: money(order.total),
    // Who is spoken to knows their own name; somebody else's belongs to where.
    address: order.shipping_address
      .filter((line, index) => index > 0 || line !== customer_name)
      .join(", "),
    note: order.note ?? "",
  }
}

/** A currency that `Intl` does not know is written behind the amount. */
function moneyIn(language: string, amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat(language, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    }).format(amount)
  } catch {
    return `${new Intl.NumberFormat(language).format(amount)} ${currency.toUpperCase()}`
  }
}
