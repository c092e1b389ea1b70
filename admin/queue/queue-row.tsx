import { clx } from "@medusajs/ui"
import { memo, type ReactNode } from "react"
import type { FollowUp } from "../api/follow-up"
import { agoText } from "../clock/ago-text"
import { momentText } from "../clock/moment-text"
import { useMinute } from "../clock/use-now"
import { useText } from "../i18n/use-text"
import { Amount } from "../task/amount"
import { Assignee } from "../task/assignee"
import { called } from "../task/called"
import { CommentMark } from "../task/comment-mark"
import { CallingNow } from "../task/calling-now"
import { customerName } from "../task/customer-name"
import { isClosed } from "../task/outcome-actions"
import { Phone } from "../task/phone"
import { SmallButton } from "../task/small-button"
import { totalsOf } from "../task/totals-of"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { ROW_COLUMNS } from "./row-columns"
import { RowTask } from "./row-task"
import { RowTimer } from "./row-timer"

type QueueRowProps = {
  rowKey: string
  /** The one that leads the call. */
  task: FollowUp
  gone: boolean
  /** The only row in the tab order. */
  current: boolean
  onOpen: (id: string) => void
  onClaim: (task: FollowUp) => void
  onFocus: (key: string) => void
}

/** A table row in a wide window, a card in a narrow one. */
export const QueueRow = memo(
  ({
    rowKey,
    task,
    gone,
    current,
    onOpen,
    onClaim,
    onFocus,
  }: QueueRowProps) => {
    const t = useText()
    const phone = called(task)
    // A page of rows would add some two hundred tab stops before what follows.
    const tabIndex = current ? 0 : -1
    return (
      <div
        role="row"
        id={rowId(rowKey)}
        data-task={task.id}
        data-gone={gone || undefined}
        aria-disabled={gone || undefined}
        tabIndex={tabIndex}
        onFocus={() => onFocus(rowKey)}
        onClick={() => onOpen(task.id)}
        className={clx(
          "txt-compact-small text-ui-fg-subtle hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-highlight relative grid cursor-pointer scroll-m-16 items-center outline-none",
          "focus-visible:before:bg-ui-fg-interactive before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:content-['']",
          "grid-cols-[minmax(0,1fr)_fit-content(50%)] gap-x-4 px-4 py-2 lg:min-h-12 lg:px-6 lg:py-1",
          ROW_COLUMNS,
          gone && "opacity-60 [&_*]:!bg-transparent"
        )}
      >
        <Cell className="max-lg:order-5">
          {gone && task.status === "open" ? (
            <span className="px-1.5">{t("queue.gone")}</span>
          ) : (
            <RowTimer task={task} tabIndex={tabIndex} />
          )}
        </Cell>
        <Cell className="max-lg:order-3">
          <RowTask task={task} tabIndex={tabIndex} />
        </Cell>
        <Cell className="max-lg:order-1">
          <div className="flex min-w-0 flex-col items-start">
            <span className="flex max-w-full items-center gap-x-1.5">
              <button
                type="button"
                dir="auto"
                tabIndex={tabIndex}
                aria-haspopup="dialog"
                onClick={(event) => {
                  event.stopPropagation()
                  onOpen(task.id)
                }}
                className={`${TOUCH_HEIGHT} text-ui-fg-base max-lg:txt-compact-medium-plus focus-visible:shadow-borders-focus min-w-0 truncate rounded text-left font-medium outline-none`}
              >
                {customerName(t, task)}
              </button>
              <CommentMark task={task} />
            </span>
            {task.call?.calling ? (
              <CallingNow calling={task.call.calling} />
            ) : (
              <Opened task={task} />
            )}
          </div>
        </Cell>
        <Cell
          className={clx(
            "max-lg:order-6",
            isMoreThanNumber(phone.phone)
              ? "max-lg:col-span-2"
              : "max-lg:justify-end max-lg:[&>*]:items-end"
          )}
        >
          <div className="flex min-w-0 flex-col items-start">
            <Phone
              task={phone}
              tabIndex={tabIndex}
              className={`${TOUCH_HEIGHT} max-lg:inline-flex max-lg:items-center max-lg:[&:any-link]:underline`}
            />
            <Attempts task={task} />
          </div>
        </Cell>
        <Cell className="max-lg:order-4 max-lg:justify-end">
          {task.assignee ? (
            <Assignee person={task.assignee} />
          ) : (
            !gone &&
            !isClosed(task) && (
              <SmallButton
                tabIndex={tabIndex}
                aria-keyshortcuts="c"
                className="lg:-ml-2 lg:bg-transparent lg:shadow-none lg:after:hidden"
                onClick={(event) => {
                  event.stopPropagation()
                  onClaim(task)
                }}
              >
                {t("task.claim")}
              </SmallButton>
            )
          )}
        </Cell>
        <Cell className="text-ui-fg-base justify-end tabular-nums max-lg:order-2 max-lg:min-h-10 max-lg:self-start">
          <span className="flex flex-col items-end">
            {totalsOf(task).map(({ currency_code, total }) => (
              <Amount
                key={currency_code}
                amount={total}
                currencyCode={currency_code}
                className="whitespace-nowrap"
              />
            ))}
          </span>
        </Cell>
      </div>
    )
  }
)
QueueRow.displayName = "QueueRow"

const Cell = ({
  className,
  children,
}: {
  className?: string
  children: ReactNode
}) => (
  <div role="gridcell" className={clx("flex min-w-0 items-center", className)}>
    {children}
  </div>
)

/** A number is shorter; what somebody typed besides it takes a line. */
const isMoreThanNumber = (phone: string | null) => (phone?.length ?? 0) > 20

/** How long ago it was opened. */
const Opened = ({ task }: { task: FollowUp }) => {
  const t = useText()
  const now = useMinute()
  const opened = Date.parse(task.opened_at)
  return (
    <span
      title={t("why.opened", {
        when: momentText(t, "when", opened, now, task.calendar.time_zone),
      })}
      // Under the name, whose height is for touch.
      className="txt-compact-xsmall max-w-full truncate max-lg:-mt-2"
    >
      {agoText(t, opened, now)}
    </span>
  )
}

/** How often the customer was tried. */
const Attempts = ({ task }: { task: FollowUp }) => {
  const t = useText()
  const count = task.call?.attempt_count ?? task.attempt_count
  return count === 0 ? null : (
    <span className="txt-compact-xsmall">{t("task.attempts", { count })}</span>
  )
}

export function rowId(key: string): string {
  return `follow-up-row-${key}`
}
