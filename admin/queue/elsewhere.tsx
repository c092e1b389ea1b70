import { Badge } from "@medusajs/ui"
import { useEffect } from "react"
import { useFollowUps } from "../api/queries"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { customerName } from "../task/customer-name"
import { MoreOfCall } from "../task/more-of-call"
import { SmallButton } from "../task/small-button"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { elsewhereParams, type QueueParams } from "./queue-params"

/** More are on the tab "all". */
const SHOWN = 10

/** What a search finds outside the tab, and where that is. */
export const Elsewhere = ({
  params,
  isEntered,
  onReached,
  onOpen,
  onSearchAll,
}: {
  params: QueueParams
  /** The search was submitted, and the tab has nothing to go to. */
  isEntered: boolean
  onReached: () => void
  onOpen: (id: string) => void
  onSearchAll: () => void
}) => {
  const t = useText()
  const { typeName } = useKinds()
  const { data, isPlaceholderData } = useFollowUps(
    elsewhereParams(params, SHOWN)
  )
  const isThere = data !== undefined && !isPlaceholderData
  useEffect(() => {
    if (isEntered && isThere) {
      buttons()[0]?.focus()
      onReached()
    }
  }, [isEntered, isThere, onReached])
  if (!data) {
    return null
  }
  return (
    <section
      aria-label={t("queue.elsewhere")}
      className="txt-compact-small text-ui-fg-subtle border-t"
    >
      <h2 className="txt-compact-small-plus bg-ui-bg-subtle px-6 py-2.5 max-lg:px-4">
        {t(data.count > 0 ? "queue.elsewhere" : "queue.nothingElsewhere")}
        {data.count > 0 && (
          <span className="text-ui-fg-muted ml-1.5 tabular-nums">
            {data.count}
          </span>
        )}
      </h2>
      <ul id={ELSEWHERE} className="divide-y">
        {data.follow_ups.map((task) => (
          <li key={task.id}>
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => onOpen(task.id)}
              className={`${TOUCH_HEIGHT} hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-highlight flex w-full items-center gap-x-3 px-6 py-2 text-left outline-none max-lg:px-4`}
            >
              <span
                dir="auto"
                className="text-ui-fg-base min-w-0 truncate font-medium"
              >
                {customerName(t, task)}
              </span>
              <span className="min-w-0 flex-1 truncate">
                {typeName(task.type)}
                {task.order_display_id !== null &&
                  ` #${task.order_display_id}`}{" "}
                <MoreOfCall task={task} />
              </span>
              {task.assignee && (
                <span className="truncate max-lg:hidden">
                  {task.assignee.name}
                </span>
              )}
              <Badge size="2xsmall" className="shrink-0">
                {t(`statuses.${task.status}`)}
              </Badge>
            </button>
          </li>
        ))}
      </ul>
      {data.count > data.follow_ups.length && (
        <div className="flex justify-center border-t py-2">
          <SmallButton variant="transparent" onClick={onSearchAll}>
            {t("queue.searchAll")}
          </SmallButton>
        </div>
      )}
    </section>
  )
}

const ELSEWHERE = "follow-ups-elsewhere"

const buttons = () => [
  ...document.querySelectorAll<HTMLElement>(`#${ELSEWHERE} button`),
]

/** Whether the focus is on what was found elsewhere. */
export const isElsewhere = () =>
  buttons().some((button) => button === document.activeElement)

/**
 * Moves the focus within what was found elsewhere, or from above into it.
 *
 * @returns whether there was such a step
 */
export function stepElsewhere(towards: "next" | "previous"): boolean {
  const all = buttons()
  const at = all.findIndex((button) => button === document.activeElement)
  const next = all[towards === "next" ? at + 1 : at - 1]
  next?.focus()
  return next !== undefined
}
