import type {
  FactsSection,
  KindHandlers,
  TaskOfKind,
} from "../../desk/handlers"
import { REFUND_DUE_TASK } from "../../desk/refund-due"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { moneyText } from "../../money"
import { refundIn, syncRefundDue } from "./settlement/refund-due"

/** Tasks that one run of the reconciler looks at. */
const TASKS = 200

export const REFUND_HANDLERS: KindHandlers = {
  script_variables: ({ task }, { locale }) => {
    const refund = task ? refundIn(task.data) : null
    return {
      "refund_due.total": refund
        ? moneyText(refund.amount, refund.currency_code, locale)
        : "",
      "refund_due.total_amount": refund?.amount ?? null,
    }
  },

  sections: (tasks) => tasks.flatMap(sectionOf),

  /** A refund whose event was lost completes its task all the same. */
  reconcile: async (_, container) => {
    const tasks = await container.resolve(FOLLOW_UP_MODULE).listFollowUpTasks(
      { type: REFUND_DUE_TASK, status: ["open", "waiting"] },
      {
        select: ["id", "order_id"],
        take: TASKS,
        order: { updated_at: "ASC" },
      }
    )
    for (const { order_id } of tasks) {
      if (order_id) {
        await syncRefundDue(order_id, container)
      }
    }
  },
}

/** How much, and where Medusa returns it: on the order's page. */
function sectionOf({ id, order_id, order_display_id, data }: TaskOfKind) {
  const refund = refundIn(data)
  const section: FactsSection[] =
    refund && order_id
      ? [
          {
            section: "facts",
            key: order_id,
            task_ids: [id],
            data: {
              title: {
                en: "Money to return",
                uk: "Гроші до повернення",
                ru: "Деньги к возврату",
                bg: "Пари за връщане",
              },
              facts: [
                {
                  label: {
                    en: "Amount",
                    uk: "Сума",
                    ru: "Сумма",
                    bg: "Сума",
                  },
                  value: {
                    kind: "amount",
                    amount: refund.amount,
                    currency_code: refund.currency_code,
                  },
                },
                {
                  label: {
                    en: "Refund the payment on",
                    uk: "Повернути платіж на сторінці",
                    ru: "Вернуть платёж на странице",
                    bg: "Върнете плащането на страницата на",
                  },
                  value: {
                    kind: "link",
                    url: `/orders/${order_id}`,
                    text: `#${order_display_id ?? ""}`,
                  },
                },
              ],
            },
          },
        ]
      : []
  return section
}
