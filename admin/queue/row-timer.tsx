import { type FollowUp, runsOutFirst } from "../api/follow-up"
import { useKinds } from "../desk/use-kinds"
import { Timer } from "../timer/timer"

/**
 * The timer of the call, and whose it is if that is not the task which leads:
 * a call is as late as the latest of its tasks. The row has the number of the
 * order that leads.
 */
export const RowTimer = ({
  task,
  tabIndex,
}: {
  task: FollowUp
  tabIndex: number
}) => {
  const { taskName, typeName } = useKinds()
  const first = runsOutFirst(task)
  return (
    <div className="flex min-w-0 flex-col items-start">
      <Timer task={first} tabIndex={tabIndex} className="max-lg:px-2" />
      {first.id !== task.id && (
        <span className="txt-compact-xsmall px-1.5 break-words max-lg:px-2">
          {first.order_id === task.order_id
            ? typeName(first.type)
            : taskName(first)}
        </span>
      )}
    </div>
  )
}
