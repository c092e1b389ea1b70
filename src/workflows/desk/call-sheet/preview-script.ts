import type { MedusaContainer } from "@medusajs/framework/types"
import { compileCalendar } from "../../../business-time"
import {
  applyingCalendar,
  FOLLOW_UP_MODULE,
  type FollowUpModuleService,
  isVisible,
  knownFacts,
  renderText,
  type Task,
} from "../../../modules/follow-up"
import { Refusal } from "../../../refusals"
import type { OrderToReadOut } from "../../../shop/order-to-read-out"
import { latestOrder, loadOrders, type OrderFacts } from "../../../shop/orders"
import { orderReader, type Reader } from "./call-sheet"
import { scriptValuesOf } from "../kinds"
import { factsIn, promisedAt } from "./script-facts"
import { scriptCustomer, whoSpeaks } from "./script-people"

export type ScriptPreview = {
  rendered: ReturnType<typeof renderText>
  /** Null in a shop without orders: an example is used then. */
  order: OrderToReadOut | null
}

/**
 * Renders a script draft with a real order.
 *
 * @param order_id - the latest one if omitted
 * @throws Refusal for an unknown order
 */
export async function previewScript(
  text: string,
  order_id: string | undefined,
  reader: Reader & {
    /** Whether what their tasks say of the order may be shown. */
    reads_tasks: boolean
  },
  container: MedusaContainer
): Promise<ScriptPreview> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const { script_variables } = followUp.settings
  const facts = await orderToPreview(order_id, container)
  if (!facts) {
    const { example } = knownFacts(script_variables)
    return {
      rendered: renderText(text, example, script_variables),
      order: null,
    }
  }
  const { user_id, visible_to, reads_tasks, locale, now } = reader
  const all = reads_tasks
    ? await followUp.findTasks({ order_id: [facts.id] })
    : []
  const tasks = all.filter((each) => isVisible(each, visible_to))
  const task = latest(tasks)
  const readOrder = orderReader(container)
  const order = await readOrder(facts.id)
  const calendar = await shopCalendar(followUp, now)
  const next_opening = compileCalendar(calendar).nextOpening(now)
  const factsOf = factsIn({
    ...(await whoSpeaks(user_id, container)),
    customer: await scriptCustomer(task, facts, tasks, container),
    order,
    order_display_id: null,
    // If no time was promised, the next opening of the shop is used.
    promised_at: (task && promisedAt(task, now)) ?? next_opening,
    // Now, while it is open: the preview shows what a closed shop would say.
    opens_at: next_opening,
    shop_time_zone: calendar.time_zone,
    now,
  })
  const declaredIn = await scriptValuesOf(
    { task, order_id: facts.id, customer_id: facts.customer?.id ?? null },
    { now, readOrder },
    container
  )
  const said = { ...factsOf(locale), ...declaredIn(locale) }
  return { rendered: renderText(text, said, script_variables), order }
}

async function orderToPreview(
  order_id: string | undefined,
  container: MedusaContainer
): Promise<OrderFacts | null> {
  const id = order_id ?? (await latestOrder(container))
  const order = id ? (await loadOrders([id], container)).get(id) : undefined
  if (order_id && !order) {
    throw new Refusal("order_not_found", { id: order_id }, ["order_id"])
  }
  return order ?? null
}

async function shopCalendar(followUp: FollowUpModuleService, now: Date) {
  const book = await followUp.readRuleBook(now)
  const nothing = {
    type: "",
    sales_channel_id: null,
    stock_location_id: null,
    region_id: null,
  }
  return applyingCalendar(nothing, null, book).calendar.definition
}

function latest(tasks: Task[]): Task | null {
  const [task] = [...tasks].sort(
    (one, other) => other.opened_at.getTime() - one.opened_at.getTime()
  )
  return task ?? null
}
