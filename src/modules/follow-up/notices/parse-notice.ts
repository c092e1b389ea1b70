import { z } from "@medusajs/framework/zod"
import type { EscalationNotice } from "../task/outbox"
import { DEADLINES } from "../rules/playbooks/playbook"

const notice = z.object({
  id: z.string(),
  type: z.string(),
  order_id: z.string().nullable(),
  customer_id: z.string().nullable(),
  order_display_id: z.number().nullable(),
  step_id: z.string(),
  deadline: z.enum(DEADLINES),
  deadline_at: z.string(),
  is_warning: z.boolean(),
  user_id: z.string().nullable(),
  email: z.boolean(),
})

/** A notice as the outbox keeps it. */
export function parseNotice(data: unknown): EscalationNotice {
  return notice.parse(data)
}
