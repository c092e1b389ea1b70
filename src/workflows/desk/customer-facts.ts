import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  askedFacts,
  factsOfRequest,
  type OpeningFacts,
  type Planning,
  type RequestFacts,
  type Trigger,
} from "../../modules/follow-up"
import { askCustomConditions, registeredIn } from "./ask-conditions"
import { loadOrderHistories, NO_HISTORY } from "../../shop/order-history"

/** A task that may be opened about no order, and so about a customer at most. */
export type CustomerToJudge = RequestFacts & { customer_id: string | null }

type Row = { id: string; groups?: { id: string }[] | null }

/**
 * What decides whether each of these opens a task, in their order. Only what an
 * enabled playbook of the trigger asks is read.
 */
export async function loadCustomerFacts(
  judged: CustomerToJudge[],
  { book, default_country }: Pick<Planning, "book" | "default_country">,
  container: MedusaContainer,
  trigger: Trigger = "customer_created"
): Promise<OpeningFacts[]> {
  if (judged.length === 0) {
    return []
  }
  const ids = [
    ...new Set(judged.flatMap(({ customer_id }) => customer_id ?? [])),
  ]
  const asked = askedFacts(trigger, book, registeredIn(container))
  const groups =
    asked.kinds.has("customer_groups") && ids.length > 0
      ? await loadGroups(ids, container)
      : new Map<string, string[]>()
  const histories = await loadOrderHistories(
    new Map(ids.map((id) => [id, { customer_id: id, before: null }])),
    asked,
    container
  )
  const conditions = judged.map((request) => ({
    ...factsOfRequest(request, default_country),
    ...(histories.get(request.customer_id ?? "") ?? NO_HISTORY),
    customer_group: groups.get(request.customer_id ?? "") ?? [],
  }))
  const answers = await askCustomConditions(
    conditions.map((facts, index) => ({
      ...facts,
      order_id: null,
      customer_id: judged[index]?.customer_id ?? null,
    })),
    asked.own_conditions,
    container
  )
  return conditions.map((facts, index) => ({
    conditions: facts,
    customFields: answers[index] ?? new Map(),
    stock_location_id: null,
    safety: null,
  }))
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
