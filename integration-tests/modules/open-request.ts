import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import type { OpenRequest } from "../../src/modules/follow-up/task/open-request"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
import type { Task } from "../../src/modules/follow-up/task/task"

/** A call to confirm Olena's order 1042, placed on Monday at 09:00. */
export function aRequest(facts: Partial<OpenRequest> = {}): OpenRequest {
  return {
    type: "confirm_order",
    opened_at: monday("09:00"),
    dedupe_key: null,
    order_id: "order_1",
    order_display_id: 1042,
    currency_code: "uah",
    order_total: 2398,
    customer_comment: null,
    customer_id: "cus_1",
    customer_name: "Олена Коваленко",
    email: "olena@mail.example",
    phone: "067 123 45 67",
    phone_e164: "+380671234567",
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
