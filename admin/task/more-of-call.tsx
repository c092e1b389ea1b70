import type { FollowUp } from "../api/follow-up"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"

/** How much more the customer is called about, besides this task. */
export const MoreOfCall = ({
  task,
  inWords = false,
}: {
  task: FollowUp
  inWords?: boolean
}) => {
  const t = useText()
  const { taskName } = useKinds()
  const count = (task.call?.task_count ?? 1) - 1
  if (!task.call || count < 1) {
    return null
  }
  const named = task.call.tasks
    .filter(({ id }) => id !== task.id)
    .map(taskName)
    .join(", ")
  const words = t("task.moreOfCall", { count, tasks: named })
  return inWords ? (
    <p className="txt-compact-small text-ui-fg-subtle">{words}</p>
  ) : (
    <span
      title={named}
      className="bg-ui-bg-component text-ui-fg-subtle txt-compact-xsmall-plus shrink-0 rounded px-1 tabular-nums"
    >
      <span aria-hidden>+{count}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
