import type {
  KindHandlers,
  SheetSection,
  TaskOfKind,
} from "../../desk/handlers"
import { REFUND_DUE_TASK } from "../../desk/refund-due"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { SHORTAGE_MODULE } from "../../modules/shortage"
import { moneyText } from "../../money"
import { refundIn, syncRefundDue } from "./settlement/refund-due"

/** Tasks that one run of the reconciler looks at; the next one goes on. */
const TASKS = 200

export const REFUND_HANDLERS: KindHandlers = {
  script_variables: ({ task }) => {
    const refund = task ? refundIn(task.data) : null
    return {
      "refund_due.total": refund
        ? (language) =>
            // As the amounts of its order are told.
            moneyText(refund.amount, refund.currency_code, language, {
              short: false,
            })
        : "",
      "refund_due.total_amount": refund?.amount ?? null,
    }
  },

  sections: (tasks) => tasks.flatMap(sectionOf),

  /** A refund whose event was lost completes its task all the same. */
  reconcile: async (now, container) => {
    const shortage = container.resolve(SHORTAGE_MODULE)
    const after = await shortage.readCursor("refunds", now)
    const tasks = await container.resolve(FOLLOW_UP_MODULE).listFollowUpTasks(
      {
        type: REFUND_DUE_TASK,
        status: ["open", "waiting"],
        id: { $gt: after },
      },
      { select: ["id", "order_id"], take: TASKS, order: { id: "ASC" } }
    )
    for (const { order_id } of tasks) {
      if (order_id) {
        await syncRefundDue(order_id, container)
      }
    }
    const last = tasks.length < TASKS ? undefined : tasks.at(-1)
    await shortage.moveCursor("refunds", last?.id ?? "")
  },
}

/** How much, and of which order: it is returned from the sheet. */
function sectionOf({ id, order_id, order_display_id, data }: TaskOfKind) {
  const refund = refundIn(data)
  const section: SheetSection[] =
    refund && order_id
      ? [
          {
            section: "refund",
            key: order_id,
            task_ids: [id],
            data: {
              order_id,
              order_display_id,
              amount: refund.amount,
              currency_code: refund.currency_code,
            },
          },
        ]
      : []
  return section
}
