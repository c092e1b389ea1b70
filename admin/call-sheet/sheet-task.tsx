import type { FollowUp } from "../api/follow-up"
import { useMyId } from "../api/queries"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { Amount } from "../task/amount"
import { Assignee } from "../task/assignee"
import { ClosedBy } from "../task/closed-by"
import { OrderLink } from "../task/order-link"
import { isClosed } from "../task/outcome-actions"
import { PriorityMark } from "../task/priority-mark"
import { SmallButton } from "../task/small-button"
import { totalsLeft, totalsOf } from "../task/totals-of"
import type { MoneyDue } from "../desk/sheet-section"
import { useKinds } from "../desk/use-kinds"
import { Timer } from "../timer/timer"
import { SeveralPeople } from "./several-people"

/** What to do, by when, what it comes to, and the assignee. */
export const SheetTask = ({
  task,
  left,
  tasks,
  due,
  onClaim,
  onTakeOver,
}: {
  task: FollowUp
  /** Of several tasks, each has its own section: how many are not settled yet. */
  left: number | null
  /** All of the call; empty until they are known. */
  tasks: readonly FollowUp[]
  /** What is due of the only task. */
  due: MoneyDue | null
  onClaim: () => void
  onTakeOver: () => void
}) => {
  const t = useText()
  const { typeName } = useKinds()
  const myId = useMyId()
  const taken = task.assignee !== null && task.assignee.id !== myId
  const totals =
    left !== null && tasks.length > 0
      ? totalsLeft(tasks)
      : due
        ? [{ currency_code: due.currency_code, total: due.amount }]
        : totalsOf(task)
  return (
    <>
      <div className="txt-compact-small text-ui-fg-subtle flex flex-wrap items-center gap-x-3 gap-y-1 px-6 py-2 max-sm:px-4">
        {left !== null ? (
          <span className="txt-compact-small-plus text-ui-fg-base max-sm:w-full">
            {t("sheet.tasks", { count: left })}
            <SeveralPeople task={task} />
          </span>
        ) : (
          <>
            <span className="flex items-center gap-x-1.5 max-sm:w-full">
              <PriorityMark task={task} />
              {typeName(task.type)}
              <OrderLink task={task} className="text-ui-fg-base" />
            </span>
            <Timer
              task={task}
              className="max-sm:[&.border-transparent]:-ml-[7px]"
            />
            <ClosedBy task={task} />
          </>
        )}
        {totals.map(({ currency_code, total }) => (
          <Amount
            key={currency_code}
            amount={total}
            currencyCode={currency_code}
            className="text-ui-fg-base"
          />
        ))}
        {!isClosed(task) && !task.assignee && (
          <SmallButton
            className="ml-auto"
            aria-keyshortcuts="c"
            onClick={onClaim}
          >
            {t("task.claim")}
            <Key name="c" />
          </SmallButton>
        )}
        {task.assignee && !taken && (
          <span className="ml-auto">
            <Assignee person={task.assignee} />
          </span>
        )}
      </div>
      {taken && (
        <div
          role="status"
          className="bg-ui-tag-orange-bg text-ui-tag-orange-text txt-compact-small mx-6 mb-3 flex items-center justify-between gap-x-4 rounded-md px-3 py-1.5 max-sm:mx-4"
        >
          {t("sheet.claimedBy", { name: task.assignee?.name ?? "" })}
          {!isClosed(task) && (
            <SmallButton className="shrink-0" onClick={onTakeOver}>
              {t("sheet.takeOver")}
            </SmallButton>
          )}
        </div>
      )}
    </>
  )
}
