import type {
  KindHandlers,
  SheetSection,
  TaskOfKind,
} from "../../desk/handlers"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { SHORTAGE_MODULE } from "../../modules/shortage"
import { moneyText } from "../../money"
import {
  dueIn,
  type MoneyDue,
  PAYMENT,
  REFUND,
  syncMoneyDue,
} from "./settlement/money-due"

/** Tasks that one run of the reconciler looks at; the next one goes on. */
const TASKS = 200

export const REFUND_HANDLERS = handlersOf("refund", REFUND)
export const PAYMENT_HANDLERS = handlersOf("payment", PAYMENT)

function handlersOf(
  direction: "refund" | "payment",
  due: MoneyDue
): KindHandlers {
  const { task_type } = due
  const walk = `${direction}s` as const
  return {
    script_variables: ({ task }) => {
      const known = task?.type === task_type ? dueIn(task.data) : null
      return {
        [`${task_type}.total`]: known
          ? (language) =>
              // As the amounts of its order are told.
              moneyText(known.amount, known.currency_code, language, {
                short: false,
              })
          : "",
        [`${task_type}.total_amount`]: known?.amount ?? null,
      }
    },

    sections: (tasks) => tasks.flatMap((task) => sectionOf(direction, task)),

    /** What an event that was lost says closes its task all the same. */
    reconcile: async (now, container) => {
      const shortage = container.resolve(SHORTAGE_MODULE)
      const after = await shortage.readCursor(walk, now)
      const tasks = await container.resolve(FOLLOW_UP_MODULE).listFollowUpTasks(
        {
          type: task_type,
          status: ["open", "waiting"],
          id: { $gt: after },
        },
        { select: ["id", "order_id"], take: TASKS, order: { id: "ASC" } }
      )
      for (const { order_id } of tasks) {
        if (order_id) {
          await syncMoneyDue(due, order_id, container)
        }
      }
      const last = tasks.length < TASKS ? undefined : tasks.at(-1)
      await shortage.moveCursor(walk, last?.id ?? "")
    },
  }
}

/** How much, and of which order: a refund is made from the sheet. */
function sectionOf(
  direction: "refund" | "payment",
  { id, order_id, order_display_id, data }: TaskOfKind
): SheetSection[] {
  const known = dueIn(data)
  return known && order_id
    ? [
        {
          section: "money_due",
          key: order_id,
          task_ids: [id],
          data: {
            direction,
            order_id,
            order_display_id,
            amount: known.amount,
            currency_code: known.currency_code,
          },
        },
      ]
    : []
}
