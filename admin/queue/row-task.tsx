import type { FollowUp } from "../api/follow-up"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { OrderLink } from "../task/order-link"
import { PriorityMark } from "../task/priority-mark"
import { TOUCH_HEIGHT } from "../task/touch-height"

/** The task that leads the call, and how many more there are. */
export const RowTask = ({
  task,
  tabIndex,
}: {
  task: FollowUp
  tabIndex: number
}) => {
  const { typeName } = useKinds()
  return (
    <div className="flex min-w-0 flex-col max-lg:flex-row max-lg:flex-wrap max-lg:items-center max-lg:gap-x-1.5">
      <span className="flex min-w-0 items-center gap-x-1.5">
        <PriorityMark task={task} />
        <span className="min-w-0 break-words">{typeName(task.type)}</span>
      </span>
      <span className="flex items-center gap-x-2">
        <OrderLink
          task={task}
          tabIndex={tabIndex}
          className={`${TOUCH_HEIGHT} text-ui-fg-base max-lg:inline-flex max-lg:items-center`}
        />
        <More task={task} />
      </span>
    </div>
  )
}

const More = ({ task }: { task: FollowUp }) => {
  const t = useText()
  const { typeName } = useKinds()
  const count = (task.call?.task_count ?? 1) - 1
  if (!task.call || count < 1) {
    return null
  }
  const named = task.call.tasks
    .filter(({ id }) => id !== task.id)
    .map(({ type, order_display_id: number }) =>
      number === null ? typeName(type) : `${typeName(type)} #${number}`
    )
    .join(", ")
  return (
    <span
      title={named}
      className="bg-ui-bg-component text-ui-fg-subtle txt-compact-xsmall-plus shrink-0 rounded border px-1 tabular-nums"
    >
      <span aria-hidden>{t("queue.more", { count })}</span>
      <span className="sr-only">{`${t("queue.more", { count })}: ${named}`}</span>
    </span>
  )
}
