import { Text, clx } from "@medusajs/ui"
import { memo, type ReactNode } from "react"
import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"
import { Amount } from "../task/amount"
import { Assignee } from "../task/assignee"
import { customerName } from "../task/customer-name"
import { OrderLink } from "../task/order-link"
import { isClosed } from "../task/outcome-actions"
import { Phone } from "../task/phone"
import { PriorityMark } from "../task/priority-mark"
import { SmallButton } from "../task/small-button"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { useKinds } from "../desk/use-kinds"
import { Timer } from "../timer/timer"
import { ROW_COLUMNS } from "./row-columns"

type QueueRowProps = {
  task: FollowUp
  gone: boolean
  /** The only row in the tab order. */
  current: boolean
  onOpen: (id: string) => void
  onClaim: (task: FollowUp) => void
  onFocus: (id: string) => void
}

/** A table row in a wide window, a card in a narrow one. */
export const QueueRow = memo(
  ({ task, gone, current, onOpen, onClaim, onFocus }: QueueRowProps) => {
    const t = useText()
    const { typeName } = useKinds()
    // A page of rows would add some two hundred tab stops before what follows.
    const tabIndex = current ? 0 : -1
    return (
      <div
        role="row"
        id={rowId(task.id)}
        data-task={task.id}
        data-gone={gone || undefined}
        aria-disabled={gone || undefined}
        tabIndex={tabIndex}
        onFocus={() => onFocus(task.id)}
        onClick={() => onOpen(task.id)}
        className={clx(
          "txt-compact-small text-ui-fg-subtle hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-highlight relative grid cursor-pointer scroll-m-16 items-center outline-none",
          "focus-visible:before:bg-ui-fg-interactive before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:content-['']",
          "grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-2 lg:min-h-12 lg:px-6 lg:py-1",
          ROW_COLUMNS,
          gone && "opacity-60 [&_*]:!bg-transparent"
        )}
      >
        <Cell className="max-lg:order-5">
          {gone && task.status === "open" ? (
            <span className="px-1.5">{t("queue.gone")}</span>
          ) : (
            <Timer
              task={task}
              tabIndex={tabIndex}
              className="max-lg:px-2 xl:[&>span]:truncate"
            />
          )}
        </Cell>
        <Cell className="gap-x-1.5 max-lg:order-3">
          <PriorityMark task={task} />
          <span className="truncate">{typeName(task.type)}</span>
          <OrderLink
            task={task}
            tabIndex={tabIndex}
            className={`${TOUCH_HEIGHT} text-ui-fg-base max-lg:inline-flex max-lg:items-center`}
          />
        </Cell>
        <Cell className="gap-x-2 max-lg:order-1">
          <button
            type="button"
            dir="auto"
            tabIndex={tabIndex}
            aria-haspopup="dialog"
            onClick={(event) => {
              event.stopPropagation()
              onOpen(task.id)
            }}
            className={`${TOUCH_HEIGHT} text-ui-fg-base max-lg:txt-compact-medium-plus focus-visible:shadow-borders-focus truncate rounded text-left font-medium outline-none`}
          >
            {customerName(t, task)}
          </button>
          {task.attempt_count > 0 && (
            <Text
              as="span"
              size="xsmall"
              leading="compact"
              className="shrink-0"
            >
              {t("task.attempts", { count: task.attempt_count })}
            </Text>
          )}
        </Cell>
        <Cell className="max-lg:order-6 max-lg:justify-end">
          <Phone
            task={task}
            tabIndex={tabIndex}
            className={`${TOUCH_HEIGHT} max-lg:inline-flex max-lg:items-center max-lg:[&:any-link]:underline`}
          />
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
        <Cell className="text-ui-fg-base justify-end tabular-nums max-lg:order-2">
          {task.order_total !== null && task.currency_code !== null && (
            <Amount
              amount={task.order_total}
              currencyCode={task.currency_code}
              className="truncate"
            />
          )}
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

export function rowId(taskId: string): string {
  return `follow-up-row-${taskId}`
}
