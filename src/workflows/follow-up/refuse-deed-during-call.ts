import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import { refuseDuringCall } from "../../modules/follow-up"
import { Refusal } from "../../refusals"
import { withName } from "./command-task"
import type { CommandInput } from "./command-workflow"
import { taskOfCall } from "./record-deed"

/**
 * What a user does about an order, and to whom; a program's is never refused.
 */
export type DeedDuringCall = Pick<CommandInput, "actor_id" | "despite_call"> & {
  order_id: string
}

/**
 * Before something is done that settles a part of a call: nobody does it from
 * under the person who is on the phone without knowing it.
 *
 * @throws Refusal `being_called` if somebody else is calling the customer
 */
export async function refuseDeedDuringCall(
  { order_id, actor_id, despite_call }: DeedDuringCall,
  container: MedusaContainer
): Promise<void> {
  if (actor_id === null || despite_call) {
    return
  }
  const task = await taskOfCall(order_id, container)
  const now = clockOf(container).now()
  try {
    if (task) {
      refuseDuringCall({ task, actor_id, now }, { kind: "deed" })
    }
  } catch (error) {
    throw error instanceof Refusal ? await withName(error, container) : error
  }
}
