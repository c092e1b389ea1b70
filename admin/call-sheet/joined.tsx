import { ArrowDownMini } from "@medusajs/icons"
import type { TaskOfCall } from "../api/queries"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"

/**
 * Says that a task has joined the open call. It lies over the sheet, so that it
 * moves nothing that is being read, typed or pressed.
 */
export const Joined = ({
  said,
  onShow,
}: {
  said: TaskOfCall | undefined
  onShow: (id: string) => void
}) => {
  const t = useText()
  const { typeName } = useKinds()
  const task = said?.follow_up
  const text =
    task &&
    t("sheet.joined", {
      what:
        task.order_display_id === null
          ? typeName(task.type)
          : t("task.order", { number: task.order_display_id }),
    })
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
