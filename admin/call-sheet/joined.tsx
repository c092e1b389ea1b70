import { ArrowDownMini } from "@medusajs/icons"
import type { FollowUp } from "../api/follow-up"
import type { TaskOfCall } from "../api/queries"
import { useKinds } from "../desk/use-kinds"
import { useText, type Text } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { hasOrderOf } from "./merge-tasks"

/**
 * Says that a task has joined the open call. It lies over the sheet, so that it
 * moves nothing that is being read, typed or pressed.
 */
export const Joined = ({
  said,
  others,
  onShow,
}: {
  said: TaskOfCall | undefined
  /** What the call was about before, and with what has joined since. */
  others: readonly TaskOfCall[]
  onShow: (id: string) => void
}) => {
  const t = useText()
  const { typeName } = useKinds()
  const task = said?.follow_up
  const text =
    task && t("sheet.joined", { what: whatJoined(t, typeName, task, others) })
  return (
    <div
      role="status"
      className="pointer-events-none sticky bottom-3 z-10 flex h-0 items-end justify-center px-4"
    >
      {task && (
        <SmallButton
          variant="primary"
          className="pointer-events-auto h-auto max-w-full rounded-full px-3 py-1"
          onClick={() => onShow(task.id)}
        >
          <ArrowDownMini aria-hidden />
          {text} · {t("queue.show")}
        </SmallButton>
      )}
    </div>
  )
}

/** An order that was not in the call yet, or else what there is to do about it. */
function whatJoined(
  t: Text,
  typeName: (type: string) => string,
  task: FollowUp,
  others: readonly TaskOfCall[]
): string {
  if (task.order_id === null || task.order_display_id === null) {
    return typeName(task.type)
  }
  const order = t("task.order", { number: task.order_display_id })
  return hasOrderOf(task, others) ? `${typeName(task.type)} (${order})` : order
}
