import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { FollowUpExtension } from "medusa-plugin-follow-ups/workflows"

const reference = (display_id: number | null) => `PAY-${display_id ?? "?"}`

/** A stranger's large order is paid before it is packed. */
export const verifyPayment: FollowUpExtension = {
  declaration: {
    kind: "verify_payment",
    task_types: [
      {
        type: "verify_payment",
        label: { en: "Verify the payment", uk: "Перевірити оплату" },
        scripts: {
          en: "Hello! Have you paid order {{ order.number }}? Please give {{ payment.reference }} as the reference.",
          uk: "Вітаю! Чи оплатили ви замовлення {{ order.number }}? Вкажіть, будь ласка, призначення {{ payment.reference }}.",
        },
        outcomes: [
          {
            outcome: "paid",
            label: { en: "Paid", uk: "Оплачено" },
            group: "reached",
            asks: [
              {
                field: "receipt",
                label: { en: "Receipt number", uk: "Номер квитанції" },
                kind: "text",
                is_required: true,
              },
            ],
          },
          {
            outcome: "not_paid",
            label: { en: "Not paid", uk: "Не оплачено" },
            group: "reached",
            is_trouble: true,
          },
        ],
        playbook: {
          triggers: ["order_placed", "payment_overdue"],
          conditions: {
            all: [
              { field: "large_first_order", operator: "is", value: true },
              { field: "units_ordered", operator: "at_least", value: 3 },
            ],
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
    triggers: [
      {
        trigger: "payment_overdue",
        label: { en: "a payment is overdue", uk: "оплата прострочена" },
      },
    ],
    conditions: [
      {
        condition: "large_first_order",
        label: {
          en: "First order above 3,000",
          uk: "Перше замовлення від 3 000",
        },
        kind: "boolean",
      },
      {
        condition: "units_ordered",
        label: { en: "Units ordered", uk: "Замовлено одиниць" },
        kind: "number",
      },
    ],
    script_variables: [{ name: "payment.reference", example: "PAY-1042" }],
    cancel_reasons: [
      {
        reason: "paid_on_delivery",
        label: { en: "paid on delivery", uk: "оплата при отриманні" },
        is_offered: true,
      },
    ],
    escalation_actions: [
      {
        action: "hold_order",
        label: { en: "Hold the order back", uk: "Притримати замовлення" },
      },
    ],
  },
  handlers: {
    conditions: {
      large_first_order: (asked) =>
        asked.map(
          ({ customer_kind, order_total }) =>
            customer_kind === "new" && (order_total ?? 0) > 3_000
        ),
      units_ordered: async (asked, container) => {
        const { data } = await container
          .resolve(ContainerRegistrationKeys.QUERY)
          .graph({
            entity: "order",
            fields: ["id", "items.quantity"],
            filters: { id: asked.flatMap(({ order_id }) => order_id ?? []) },
          })
        return asked.map(({ order_id }) => {
          const order = data.find(({ id }) => id === order_id)
          return (order?.items ?? []).reduce(
            (sum: number, item: { quantity?: unknown } | null) =>
              sum + Number(item?.quantity ?? 0),
            0
          )
        })
      },
    },
    script_variables: ({ task }) => ({
      "payment.reference": reference(task?.order_display_id ?? null),
    }),
    sections: (tasks) =>
      tasks.map((task) => ({
        section: "facts",
        key: task.id,
        task_ids: [task.id],
        data: {
          title: { en: "Payment", uk: "Оплата" },
          facts: [
            {
              label: { en: "Reference", uk: "Призначення" },
              value: { kind: "text", text: reference(task.order_display_id) },
            },
            {
              label: { en: "Days overdue", uk: "Днів прострочено" },
              value: { kind: "text", text: `${task.data.days ?? 0}` },
            },
          ],
        },
      })),
    escalation_actions: {
      hold_order: async ({ task }, container) => {
        const orders = container.resolve(Modules.ORDER)
        const metadata = { on_hold: true }
        await orders.updateOrders({ id: task.order_id ?? [] }, { metadata })
      },
    },
  },
}
