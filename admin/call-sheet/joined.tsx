import { ArrowDownMini } from "@medusajs/icons"
import { useEffect } from "react"
import type { FollowUp } from "../api/follow-up"
import type { TaskOfCall } from "../api/queries"
import { useKinds } from "../desk/use-kinds"
import { useText, type Text } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { callTaskTitleId } from "./call-task"
import { hasOrderOf } from "./merge-tasks"

/** After that it has been read, or the customer matters more. */
const STAYS_MS = 30_000

/** What scrolls past was not looked at. */
const LOOKED_AT_MS = 2_000

/**
 * Says that a task has joined the open call, until it was looked at. It is below
 * what scrolls, so that it covers nothing, and moves nothing that is being read,
 * typed or pressed.
 */
export const Joined = ({
  said,
  others,
  onShow,
  onSeen,
}: {
  said: TaskOfCall | undefined
  /** What the call was about before, and with what has joined since. */
  others: readonly TaskOfCall[]
  onShow: (id: string) => void
  onSeen: (id: string) => void
}) => {
  const t = useText()
  const { typeName } = useKinds()
  const task = said?.follow_up
  const id = task?.id
  useEffect(() => {
    if (id === undefined) {
      return undefined
    }
    const seen = () => onSeen(id)
    const over = setTimeout(seen, STAYS_MS)
    let looked: ReturnType<typeof setTimeout> | undefined
    const inView = new IntersectionObserver((entries) => {
      clearTimeout(looked)
      if (entries.at(-1)?.isIntersecting) {
        looked = setTimeout(seen, LOOKED_AT_MS)
      }
    })
    const title = document.getElementById(callTaskTitleId(id))
    if (title) {
      inView.observe(title)
    }
    return () => {
      clearTimeout(over)
      clearTimeout(looked)
      inView.disconnect()
    }
  }, [id, onSeen])
  const text =
    task && t("sheet.joined", { what: whatJoined(t, typeName, task, others) })
  return (
    <div
      role="status"
      className="flex shrink-0 justify-center border-t px-4 py-1.5 empty:hidden"
    >
      {task && (
        <SmallButton
          variant="primary"
          className="h-auto max-w-full rounded-full px-3 py-1"
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
