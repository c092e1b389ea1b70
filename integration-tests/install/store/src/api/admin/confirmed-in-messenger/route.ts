import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeTaskWorkflow } from "medusa-plugin-follow-ups/workflows"

type Confirmation = { order_id: string; message_id: string }

/** The customer pressed "Confirm" in the messenger: nobody has to call any more. */
export async function POST(
  { body, scope }: MedusaRequest<Confirmation>,
  response: MedusaResponse
): Promise<void> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: tasks } = await query.graph({
    entity: "follow_up_task",
    fields: ["id"],
    filters: {
      order_id: body.order_id,
      type: "confirm_order",
      status: ["open", "waiting"],
    },
  })
  for (const { id } of tasks) {
    await completeTaskWorkflow(scope).run({
      input: {
        id,
        actor_id: null,
        outcome: "confirmed",
        note: "Confirmed in the messenger",
        idempotency_key: body.message_id,
      },
    })
  }
  response.json({ completed: tasks.length })
}
