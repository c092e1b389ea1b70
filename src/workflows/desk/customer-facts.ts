import type { MedusaContainer } from "@medusajs/framework/types"
import {
  askedFacts,
  FOLLOW_UP_MODULE,
  factsOfRequest,
  type OpeningFacts,
  type Planning,
  type RequestFacts,
} from "../../modules/follow-up"
import { askConditions } from "./ask-conditions"
import { loadCustomerGroups } from "../../shop/customers"
import {
  asksForHistory,
  loadOrderHistories,
  NO_HISTORY,
  type OrdersOf,
} from "../../shop/order-history"
import { loadPersons } from "./persons"

/** A task to open without an order; it is about a customer at most. */
export type CustomerToJudge = RequestFacts & {
  customer_id: string | null
  email?: string | null
  phone_e164?: string | null
}

/**
 * The facts that decide whether each of these opens a task, in their order.
 * Only what an enabled playbook of the trigger asks for is read.
 */
export async function loadCustomerFacts(
  judged: CustomerToJudge[],
  { book, default_country }: Pick<Planning, "book" | "default_country">,
  container: MedusaContainer,
  trigger: string = "customer_created"
): Promise<OpeningFacts[]> {
  if (judged.length === 0) {
    return []
  }
  const ids = [
    ...new Set(judged.flatMap(({ customer_id }) => customer_id ?? [])),
  ]
  const asked = askedFacts(
    trigger,
    book,
    container.resolve(FOLLOW_UP_MODULE).settings
  )
  const groups =
    asked.kinds.has("customer_groups") && ids.length > 0
      ? await loadCustomerGroups(ids, container)
      : new Map<string, string[]>()
  const histories = await loadOrderHistories(
    asksForHistory(asked) ? await ordersOf(judged, container) : new Map(),
    asked,
    container
  )
  const conditions = judged.map((request, index) => ({
    ...factsOfRequest(request, default_country),
    ...(histories.get(`${index}`) ?? NO_HISTORY),
    customer_group: groups.get(request.customer_id ?? "") ?? [],
  }))
  const answers = await askConditions(
    conditions.map((facts, index) => ({
      ...facts,
      order_id: null,
      customer_id: judged[index]?.customer_id ?? null,
    })),
    asked.extension_conditions,
    container
  )
  return conditions.map((facts, index) => ({
    conditions: facts,
    extensionAnswers: answers[index] ?? new Map(),
    stock_location_id: null,
    safety: null,
  }))
}

/** All orders of the person of each of these, by their place. */
async function ordersOf(
  judged: CustomerToJudge[],
  container: MedusaContainer
): Promise<Map<string, OrdersOf>> {
  const persons = await loadPersons(
    judged.map(({ customer_id, email = null, phone_e164 = null }) => ({
      customer_id,
      email,
      phone_e164,
    })),
    container
  )
  return new Map(
    persons.map(({ customer_ids }, index) => [
      `${index}`,
      { customer_ids, before: null },
    ])
  )
}
