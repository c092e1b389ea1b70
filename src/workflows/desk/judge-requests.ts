import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  hasNumber,
  isCallable,
  type Judgement,
  type OpenRequest,
  type Planning,
} from "../../modules/follow-up"
import { clockOf } from "../../clock"
import { loadOrders, type OrderFacts } from "../../shop/orders"
import { loadConditionFacts, type OrderToJudge } from "./condition-facts"
import { loadCustomerFacts } from "./customer-facts"

/**
 * Reads the facts that decide under which playbooks these requests open their
 * tasks: for a task about an order, those of the order; for any other, those of
 * the request itself and of its customer.
 *
 * @param hasNoNumber - the order's number was wrong, so it is ignored
 * @returns the requests with these facts; one that names its playbook has none
 */
export async function judgeRequests(
  requests: OpenRequest[],
  trigger: string,
  container: MedusaContainer,
  { hasNoNumber = false } = {}
): Promise<OpenRequest[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const planning = {
    book: await followUp.readPlaybooksToOpen(clockOf(container).now()),
    default_country: followUp.settings.default_country,
    types: followUp.settings.types,
  }
  const judged = requests.filter(({ playbook_id }) => playbook_id === undefined)
  const orders = await loadOrders(
    [...new Set(judged.flatMap(({ order_id }) => order_id ?? []))],
    container
  )
  const ofOrders = await loadConditionFacts(
    hasNoNumber
      ? [...orders.values()].map((order) => ({ order, has_phone: false }))
      : await withNumbers(orders, judged, planning, container),
    planning,
    container,
    trigger
  )
  const others = judged.filter(({ order_id }) => !ofOrders.has(order_id ?? ""))
  const ofOthers = await loadCustomerFacts(others, planning, container, trigger)
  const judgements = new Map<OpenRequest, Judgement>()
  for (const request of judged) {
    const facts =
      ofOrders.get(request.order_id ?? "") ?? ofOthers[others.indexOf(request)]
    if (facts) {
      judgements.set(request, { trigger, facts })
    }
  }
  return requests.map((request) => ({
    ...request,
    judgement: judgements.get(request),
  }))
}

/** The number may be in the order, or in a request about it. */
async function withNumbers(
  orders: ReadonlyMap<string, OrderFacts>,
  requests: OpenRequest[],
  shop: Pick<Planning, "default_country" | "types">,
  container: MedusaContainer
): Promise<OrderToJudge[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const tasks = await followUp.findTasks({ order_id: [...orders.keys()] })
  return [...orders.values()].map((order) => ({
    order,
    has_phone:
      hasNumber(
        order,
        tasks.filter(({ order_id }) => order_id === order.id),
        shop
      ) ||
      requests.some(
        ({ order_id, phone, country_code }) =>
          order_id === order.id &&
          isCallable(phone, country_code ?? shop.default_country)
      ),
  }))
}
