import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Planning } from "../../../modules/follow-up/plan"
import type { OpeningFacts } from "../../../modules/follow-up/rules/opening-facts"
import { askCustomConditions } from "./ask-custom-conditions"
import { whatTheyOrdered } from "./load-condition-facts"
import { loadOrdersOf } from "./load-earlier-orders"

/** A customer who may open a task. */
export type CustomerToJudge = {
  id: string
  has_phone: boolean
  country_code: string | null
}

type Row = { id: string; groups?: { id: string }[] | null }

/** What decides whether these customers open a task, by customer. */
export async function loadCustomerFacts(
  judged: CustomerToJudge[],
  planning: Pick<Planning, "book">,
  container: MedusaContainer
): Promise<Map<string, OpeningFacts>> {
  if (judged.length === 0) {
    return new Map()
  }
  const ids = judged.map(({ id }) => id)
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer",
      fields: ["id", "groups.id"],
      filters: { id: ids },
    })
  const rows: Row[] = data
  const groups = new Map(rows.map(({ id, groups }) => [id, groups ?? []]))
  const orders = await loadOrdersOf(ids, container)
  const conditions = judged.map(({ id, has_phone, country_code }) => ({
    ...NO_ORDER,
    ...whatTheyOrdered(orders.get(id) ?? []),
    country: country_code?.toLowerCase() ?? null,
    has_phone,
    customer_group: (groups.get(id) ?? []).map(({ id }) => id),
  }))
  const answers = await askCustomConditions(
    conditions.map((facts, index) => ({
      ...facts,
      order_id: null,
      customer_id: ids[index] ?? null,
    })),
    planning,
    container
  )
  return new Map(
    conditions.map((facts, index) => [
      ids[index] ?? "",
      {
        conditions: facts,
        customFields: answers[index] ?? new Map(),
        stock_location_id: null,
        safety: null,
      },
    ])
  )
}

const NO_ORDER = {
  order_total: null,
  currency: null,
  sales_channel: null,
  region: null,
  payment_provider: [],
  payment_state: null,
  shipping_option: [],
  category: [],
  collection: [],
}
