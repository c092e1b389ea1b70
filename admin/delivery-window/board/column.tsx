import { Badge, clx } from "@medusajs/ui"
import { useId, useState } from "react"
import type {
  AdminBoardBooking,
  AdminBoardWindow,
} from "../../../src/api/admin/delivery-windows/types"
import { useMinute } from "../../clock/use-now"
import { useText } from "../../i18n/use-text"
import { Fullness } from "../fullness"
import { hoursText } from "../window-text"
import { Card } from "./card"

/** A window of the day with its orders, on which others may be dropped. */
export const Column = ({
  window,
  apart,
  active,
  drop,
  onActive,
  onDrag,
  onDrop,
  onMove,
}: {
  window: AdminBoardWindow
  /** Tells it from the other windows of the day; may be empty. */
  apart: string
  /** The booking that Tab goes to. */
  active: string | undefined
  /** What becomes of the order that is being dragged; null: none is, to here. */
  drop: "taken" | "refused" | null
  onActive: (id: string) => void
  onDrag: (booking: AdminBoardBooking | null) => void
  onDrop: () => void
  onMove: (booking: AdminBoardBooking) => void
}) => {
  const t = useText()
  const now = useMinute()
  const titleId = useId()
  const [isOver, setOver] = useState(false)
  const { bookings, starts_at, ends_at, is_closed } = window
  const isTarget = drop === "taken"
  const isNow = Date.parse(starts_at) <= now && now < Date.parse(ends_at)
  return (
    <section
      aria-labelledby={`${titleId} ${titleId}-apart`}
      className={clx(
        "bg-ui-bg-base shadow-elevation-card-rest flex min-w-0 flex-col gap-y-3 rounded-lg p-3",
        isTarget && isOver && "shadow-borders-interactive-with-active",
        drop === "refused" && "opacity-40"
      )}
      onDragOver={(event) => {
        if (isTarget) {
          event.preventDefault()
          setOver(true)
        }
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (
          !(relatedTarget instanceof Node) ||
          !currentTarget.contains(relatedTarget)
        ) {
          setOver(false)
        }
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (isTarget) {
          onDrop()
        }
      }}
    >
      <header className="flex flex-col gap-y-2">
        <div className="flex items-center gap-x-2">
          <h2
            id={titleId}
            className="txt-compact-medium-plus text-ui-fg-base tabular-nums"
          >
            {hoursText(window)}
          </h2>
          {isNow && (
            <Badge size="2xsmall" color="blue">
              {t("delivery.board.now")}
            </Badge>
          )}
          {is_closed && <Badge size="2xsmall">{t("delivery.closed")}</Badge>}
          <span
            title={window.name}
            className="txt-compact-small text-ui-fg-subtle ml-auto min-w-0 truncate"
          >
            {window.name}
          </span>
        </div>
        {apart !== "" && (
          <p
            id={`${titleId}-apart`}
            className="txt-compact-small text-ui-fg-subtle -mt-1 break-words"
          >
            {apart}
          </p>
        )}
        <Fullness window={window} />
      </header>
      {bookings.length === 0 ? (
        <p className="txt-compact-small text-ui-fg-subtle">
          {t("delivery.board.nothing")}
        </p>
      ) : (
        <ul className="flex list-none flex-col gap-y-2">
          {bookings.map((booking) => (
            <Card
              key={booking.id}
              booking={booking}
              window={window}
              isActive={booking.id === active}
              onActive={() => onActive(booking.id)}
              onDrag={onDrag}
              onMove={() => onMove(booking)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
