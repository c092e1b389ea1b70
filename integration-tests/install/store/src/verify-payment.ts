import { Modules } from "@medusajs/framework/utils"
import type { FollowUpOptions } from "medusa-plugin-follow-ups/workflows"

/** A stranger's large order is paid before it is packed. */
export const verifyPayment: FollowUpOptions = {
  types: [
    {
      type: "verify_payment",
      label: { en: "Verify the payment", uk: "Перевірити оплату" },
      outcomes: ["paid", "not_paid"],
      playbook: {
        triggers: ["order_placed"],
        conditions: {
          all: [{ field: "large_first_order", operator: "is", value: true }],
          any: [],
        },
        escalation: [
          {
            id: "hold",
            relative_to: "response_limit",
            offset_minutes: 0,
            action: { kind: "custom", name: "hold_order" },
          },
        ],
      },
    },
  ],
  conditions: {
    large_first_order: {
      label: { en: "First order above 3,000" },
      evaluate: ({ customer_kind, order_total }) =>
        customer_kind === "new" && (order_total ?? 0) > 3_000,
    },
  },
  escalation_actions: {
    hold_order: {
      label: { en: "Hold the order back" },
      run: async ({ task }, container) => {
        const orders = container.resolve(Modules.ORDER)
        const metadata = { on_hold: true }
        await orders.updateOrders({ id: task.order_id ?? [] }, { metadata })
      },
    },
  },
}
