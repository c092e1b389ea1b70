import type { FollowUpExtension, KindHandlers } from "../../src/desk/handlers"

/** The arguments and results of the refunds' handlers. */
export type RefundDesk = {
  ticks: Date[]
  reconciled: Date[]
  delivered: string[]
  outbox: Awaited<ReturnType<NonNullable<KindHandlers["outbox"]>["take"]>>
  /** The values that the conditions return. */
  days: number | null
  amount: { amount: number; currency_code: string }
  method: string | string[]
  /** Returns the section's text, or throws. */
  note: () => string
}

export function aRefundDesk(): RefundDesk {
  return {
    ticks: [],
    reconciled: [],
    delivered: [],
    outbox: [],
    days: 3,
    amount: { amount: 500, currency_code: "UAH" },
    method: "card",
    note: () => "By card",
  }
}

/**
 * A kind of work with everything that one can have, in files of a shop alone.
 */
export function refunds(desk: RefundDesk): FollowUpExtension {
  return {
    declaration: {
      kind: "refunds",
      task_types: [
        {
          type: "make_refund",
          label: { en: "Make a refund", uk: "Повернути гроші" },
          scripts: { en: "Your refund {{ refund.number }} is on its way." },
          when_order_canceled: "keep",
          when_key_returns: "reopen",
          outcomes: [
            {
              outcome: "refunded",
              label: { en: "Refunded", uk: "Повернуто" },
              group: "reached",
              asks: [
                {
                  field: "transfer",
                  label: { en: "Transfer", uk: "Переказ" },
                  kind: "text",
                  is_required: true,
                },
                {
                  field: "paid_on",
                  label: { en: "Paid on", uk: "Сплачено" },
                  kind: "date",
                  is_required: false,
                },
              ],
            },
            {
              outcome: "refused",
              label: { en: "Refused" },
              group: "not_reached",
            },
          ],
          playbook: {
            triggers: ["refund_asked"],
            conditions: {
              all: [
                { field: "refund_days", operator: "at_least", value: 2 },
                {
                  field: "refund_amount",
                  operator: "below",
                  value: 1_000,
                  currency_code: "uah",
                },
                {
                  field: "refund_method",
                  operator: "is_any_of",
                  value: ["card", "cash"],
                },
              ],
              any: [],
            },
          },
        },
      ],
      triggers: [
        { trigger: "refund_asked", label: { en: "a refund is asked for" } },
      ],
      conditions: [
        {
          condition: "refund_days",
          label: { en: "Days since the order" },
          kind: "number",
        },
        {
          condition: "refund_amount",
          label: { en: "Amount to refund" },
          kind: "amount",
        },
        {
          condition: "refund_method",
          label: { en: "Way of payment" },
          kind: "choice",
          choices: [
            { choice: "card", label: { en: "Card" } },
            { choice: "cash", label: { en: "Cash" } },
            { choice: "points", label: { en: "Points" } },
          ],
        },
      ],
      script_variables: [
        { name: "refund.number", example: "R-1042" },
        { name: "refund.due", example: "₴500" },
        { name: "refund.due_amount", example: 500 },
        { name: "refund.opened", example: "Friday" },
        { name: "refund.bank", example: "Bank" },
      ],
      cancel_reasons: [
        {
          reason: "kept_the_goods",
          label: { en: "kept the goods" },
          is_offered: true,
        },
        {
          reason: "paid_elsewhere",
          label: { en: "paid elsewhere" },
          is_offered: false,
        },
      ],
    },
    handlers: {
      conditions: {
        refund_days: (asked) => asked.map(() => desk.days),
        refund_amount: (asked) => asked.map(() => desk.amount),
        refund_method: (asked) => asked.map(() => desk.method),
      },
      script_variables: ({ task }) => ({
        "refund.number": `R-${task?.order_display_id ?? ""}`,
        "refund.due": `₴${desk.amount.amount}`,
        "refund.due_amount": desk.amount.amount,
        "refund.opened": (language) =>
          new Intl.DateTimeFormat(language, {
            weekday: "long",
            timeZone: "UTC",
          }).format(new Date("2026-11-27")),
        "refund.bank": () => {
          throw new Error("The bank does not answer")
        },
      }),
      sections: (tasks) =>
        tasks.map(({ id, data }) => ({
          section: "facts",
          key: id,
          task_ids: [id],
          data: {
            title: { en: "Refund" },
            facts: [
              {
                label: { en: "Reason" },
                value: {
                  kind: "text",
                  text: `${desk.note()}, ${String(data.reason)}`,
                },
              },
            ],
          },
        })),
      tick: async (now) => void desk.ticks.push(now),
      reconcile: async (now) => void desk.reconciled.push(now),
      outbox: {
        take: async () => desk.outbox,
        deliver: async ({ name }) => void desk.delivered.push(name),
        forget: async (ids) => {
          desk.outbox = desk.outbox.filter(({ id }) => !ids.includes(id))
        },
      },
    },
  }
}
