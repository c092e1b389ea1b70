import { clx } from "@medusajs/ui"
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react"
import type { AdminOpenDeliveryWindow } from "../../src/api/admin/delivery-windows/types"
import { useMinute } from "../clock/use-now"
import { useText } from "../i18n/use-text"
import { ChoiceKey } from "../keyboard/choice-key"
import { TAKES_CHOICE } from "../keyboard/listens"
import { DIGITS } from "../keyboard/use-list-keys"
import { SmallButton } from "../task/small-button"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { dayText, hoursText } from "./window-text"

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
}

/**
 * The windows that may be booked, by day. Inside of it, arrows move, a digit
 * takes one of the first nine, and Enter the one with the focus. The other keys
 * are the sheet's.
 */
export const WindowChoices = ({
  windows,
  count = windows.length,
  isLoading = false,
  areFull = false,
  taken,
  pending,
  missed,
  takesFocus = false,
  onChoose,
  onMore,
  onLeave,
}: {
  windows: readonly AdminOpenDeliveryWindow[]
  /** How many there are; those that are missing come once they are wanted. */
  count?: number
  isLoading?: boolean
  /** They are booked with a reason only. */
  areFull?: boolean
  /** The window that the order has. */
  taken?: string
  /** The window that is being booked. */
  pending?: string
  /** Those in which the carrier does not come; who asks may book them. */
  missed?: { carrier: string; window_ids: readonly string[] }
  takesFocus?: boolean
  onChoose: (window: AdminOpenDeliveryWindow) => void
  /** The missing ones are wanted. */
  onMore?: () => void
  /** Escape was pressed in it. */
  onLeave?: () => void
}) => {
  const t = useText()
  const now = useMinute()
  const labelId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? windows : windows.slice(0, DIGITS)
  const rest = count - shown.length
  /** The first of those that were asked for gets the focus. */
  const goesOn = useRef(false)
  const focus = (index: number) => {
    const options = list.current?.querySelectorAll("[role=option]")
    const option = options?.[index]
    if (option instanceof HTMLElement) {
      option.focus()
    }
  }
  useEffect(() => {
    if (takesFocus) {
      focus(0)
    }
  }, [takesFocus])
  useEffect(() => {
    if (goesOn.current && shown.length > DIGITS) {
      goesOn.current = false
      focus(DIGITS)
    }
  }, [shown.length])
  const choose = (index: number) => {
    const window = shown[index]
    if (window && pending === undefined) {
      onChoose(window)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const last = shown.length - 1
    const act = step
      ? () => focus(Math.min(Math.max(active + step, 0), last))
      : event.key === "Home"
        ? () => focus(0)
        : event.key === "End"
          ? () => focus(last)
          : event.key === "Enter" || event.key === " "
            ? () => choose(active)
            : /^[1-9]$/.test(event.key)
              ? () => choose(Number(event.key) - 1)
              : event.key === "Escape"
                ? onLeave
                : undefined
    if (act && !event.metaKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      event.stopPropagation()
      act()
    }
  }
  const days = [...new Set(shown.map(({ local_date }) => local_date))]
  return (
    <div className="flex flex-col gap-y-2">
      <div
        ref={list}
        role="listbox"
        {...{ [TAKES_CHOICE]: "" }}
        aria-label={t(areFull ? "delivery.fullChoices" : "delivery.choices")}
        className="group/choices grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-x-4 gap-y-3"
        onKeyDown={onKeyDown}
      >
        {days.map((date) => {
          const ofDay = shown.filter(({ local_date }) => local_date === date)
          return (
            <div
              key={date}
              role="group"
              aria-labelledby={`${labelId}-${date}`}
              className="flex min-w-0 flex-col gap-y-1"
            >
              <span
                id={`${labelId}-${date}`}
                className="txt-compact-xsmall-plus text-ui-fg-subtle first-letter:uppercase"
              >
                {ofDay[0] && dayText(t, ofDay[0], now)}
              </span>
              {ofDay.map((window) => {
                const index = shown.indexOf(window)
                return (
                  <Choice
                    key={window.id}
                    window={window}
                    isFull={areFull}
                    digit={index < DIGITS ? index + 1 : null}
                    isActive={index === active}
                    isTaken={window.id === taken}
                    isPending={window.id === pending}
                    missedBy={
                      missed?.window_ids.includes(window.id)
                        ? missed.carrier
                        : null
                    }
                    onFocus={() => setActive(index)}
                    onChoose={() => choose(index)}
                  />
                )
              })}
            </div>
          )
        })}
      </div>
      {rest > 0 && (
        <SmallButton
          variant="transparent"
          className="text-ui-fg-subtle -ml-2 self-start"
          isLoading={isLoading}
          onClick={() => {
            goesOn.current = true
            setShowsAll(true)
            onMore?.()
          }}
        >
          {t("delivery.more", { count: rest })}
        </SmallButton>
      )}
    </div>
  )
}

const Choice = ({
  window,
  isFull,
  digit,
  isActive,
  isTaken,
  isPending,
  missedBy,
  onFocus,
  onChoose,
}: {
  window: AdminOpenDeliveryWindow
  isFull: boolean
  digit: number | null
  isActive: boolean
  isTaken: boolean
  isPending: boolean
  /** The carrier that does not come then. */
  missedBy: string | null
  onFocus: () => void
  onChoose: () => void
}) => {
  const t = useText()
  return (
    <div
      role="option"
      aria-selected={isTaken}
      aria-busy={isPending}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      onClick={onChoose}
      className={clx(
        TOUCH_HEIGHT,
        "txt-compact-small bg-ui-bg-base shadow-borders-base hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex cursor-pointer items-center gap-x-2 rounded-md px-2 py-1.5 outline-none",
        isTaken && "bg-ui-bg-highlight",
        isPending && "animate-pulse"
      )}
    >
      {digit !== null && <ChoiceKey digit={digit} isBeforeText />}
      <span className="text-ui-fg-base shrink-0 font-medium tabular-nums">
        {hoursText(window)}
      </span>
      <span className="text-ui-fg-subtle min-w-0 truncate" title={window.name}>
        {window.name}
      </span>
      <span className="ml-auto shrink-0 text-right tabular-nums">
        {isFull && window.free <= 0 ? (
          <span className="text-ui-tag-red-text">{t("delivery.isFull")}</span>
        ) : missedBy !== null ? (
          <span className="text-ui-tag-orange-text">
            {t("delivery.missedBy", { carrier: missedBy })}
          </span>
        ) : window.is_beyond_authorization ? (
          <span className="text-ui-tag-orange-text">
            {t("delivery.pastAuthorization")}
          </span>
        ) : (
          (isFull || window.is_nearly_full || window.is_size_unknown) && (
            <span className="text-ui-tag-orange-text">
              {t("delivery.left", { count: window.free })}
            </span>
          )
        )}
      </span>
    </div>
  )
}
