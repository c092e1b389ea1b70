import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import type { OpenRequest } from "../../src/modules/follow-up/task/open-request"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
import type { Task } from "../../src/modules/follow-up/task/task"

let people = 0

/**
 * A call to confirm an order 1042, placed on Monday at 09:00. Each is another
 * person's, who have nothing but their name in common.
 */
export function aRequest(facts: Partial<OpenRequest> = {}): OpenRequest {
  const person = ++people
  const number = String(1_234_567 + person)
  return {
    type: "confirm_order",
    opened_at: monday("09:00"),
    dedupe_key: null,
    order_id: "order_1",
    order_display_id: 1042,
    currency_code: "uah",
    order_total: 2398,
    customer_comment: null,
    customer_id: `cus_${person}`,
    customer_name: "Олена Коваленко",
    email: `olena.${person}@mail.example`,
    phone: `067 ${number.slice(0, 3)} ${number.slice(3, 5)} ${number.slice(5)}`,
    phone_e164: `+38067${number}`,
    country_code: "ua",
    ...facts,
  }
}

/** Opens one task. */
export async function openOne(
  service: FollowUpModuleService,
  facts: Partial<OpenRequest> = {},
  now = monday("09:01")
): Promise<Task> {
  const [change] = await service.openTasks([aRequest(facts)], now)
  if (!change) {
    throw new Error("Nothing was opened")
  }
  return change.task
}

export function times<Item>(
  count: number,
  make: (index: number) => Item
): Item[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
