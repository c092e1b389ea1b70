import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Planning } from "../../../modules/follow-up/plan"
import { askedFacts } from "../../../modules/follow-up/rules/asked-facts"
import type { OpeningFacts } from "../../../modules/follow-up/rules/opening-facts"
import { askCustomConditions, registeredIn } from "./ask-custom-conditions"
import { loadOrderHistories, NO_HISTORY } from "./load-order-history"

/** A customer who may open a task. */
export type CustomerToJudge = {
  id: string
  has_phone: boolean
  country_code: string | null
}

type Row = { id: string; groups?: { id: string }[] | null }

/**
 * What decides whether these customers open a task, by customer. Only what an
 * enabled playbook asks is read.
 */
export async function loadCustomerFacts(
  judged: CustomerToJudge[],
  planning: Pick<Planning, "book">,
  container: MedusaContainer
): Promise<Map<string, OpeningFacts>> {
  if (judged.length === 0) {
    return new Map()
  }
  const ids = judged.map(({ id }) => id)
  const asked = askedFacts(
    "customer_created",
    planning.book,
    registeredIn(container)
  )
  const groups = asked.kinds.has("customer_groups")
    ? await loadGroups(ids, container)
    : new Map<string, string[]>()
  const histories = await loadOrderHistories(
    new Map(ids.map((id) => [id, { customer_id: id, before: null }])),
    asked,
    container
  )
  const conditions = judged.map(({ id, has_phone, country_code }) => ({
    ...NO_ORDER,
    ...(histories.get(id) ?? NO_HISTORY),
    country: country_code?.toLowerCase() ?? null,
    has_phone,
    customer_group: groups.get(id) ?? [],
  }))
  const answers = await askCustomConditions(
    conditions.map((facts, index) => ({
      ...facts,
      order_id: null,
      customer_id: ids[index] ?? null,
    })),
    asked.own_conditions,
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

async function loadGroups(
  customer_ids: string[],
  container: MedusaContainer
): Promise<Map<string, string[]>> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer",
      fields: ["id", "groups.id"],
      filters: { id: customer_ids },
    })
  const rows: Row[] = data
  return new Map(
    rows.map(({ id, groups }) => [id, (groups ?? []).map(({ id }) => id)])
  )
}
