import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { openFollowUpsWorkflow } from "medusa-plugin-follow-ups/workflows"

type CallMe = { form_id: string; name: string; phone: string }

/** Someone left a number on the shop's site. The same form sent twice is one task. */
export async function POST(
  { body, scope }: MedusaRequest<CallMe>,
  response: MedusaResponse
): Promise<void> {
  const { result } = await openFollowUpsWorkflow(scope).run({
    input: {
      follow_ups: [
        {
          type: "confirm_order",
          dedupe_key: `call-me:${body.form_id}`,
          customer_name: body.name,
          phone: body.phone,
          country_code: "ua",
        },
      ],
    },
  })
  response.json(result)
}
