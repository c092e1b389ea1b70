import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { openFollowUpsWorkflow } from "medusa-plugin-follow-ups/workflows"

type Overdue = { order_id: string; days: number }

/** The bank says that an order is still not paid. It may say so every day. */
export async function POST(
  { body, scope }: MedusaRequest<Overdue>,
  response: MedusaResponse
): Promise<void> {
  const { result } = await openFollowUpsWorkflow(scope).run({
    input: {
      follow_ups: [
        {
          type: "verify_payment",
          trigger: "payment_overdue",
          dedupe_key: `payment_overdue:${body.order_id}`,
          if_closed: "reopen",
          data: { days: body.days },
          order_id: body.order_id,
        },
      ],
    },
  })
  response.json(result)
}
