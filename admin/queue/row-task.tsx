import type { FollowUp } from "../api/follow-up"
import { useKinds } from "../desk/use-kinds"
import { MoreOfCall } from "../task/more-of-call"
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
        <MoreOfCall task={task} />
      </span>
    </div>
  )
}
