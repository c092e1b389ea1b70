import { toast } from "@medusajs/ui"
import { useEffect, useRef, useState, type KeyboardEvent } from "react"
import { useNavigate } from "react-router-dom"
import type {
  AdminBoardBooking,
  AdminBoardWindow,
  AdminDeliveryBoardResponse,
} from "../../../src/api/admin/delivery-windows/types"
import { useAgreeOnWindow } from "../../api/delivery-windows"
import { useText } from "../../i18n/use-text"
import { keyName } from "../../keyboard/key-name"
import { useKeys } from "../../keyboard/use-keys"
import { refusalText } from "../../refusals/refusal-text"
import { isFull } from "../choose-window"
import { apartBy, hoursText } from "../window-text"
import { canMove } from "./card"
import { Column } from "./column"
import { MoveDrawer, type Moving } from "./move-drawer"

/** A place on the board, by column and row. */
type Place = { column: number; row: number }

/**
 * The windows of a day side by side. Arrows go from order to order; an order is
 * dragged to another window, or moved with Shift and an arrow, or with M to any
 * window that is open for it.
 */
export const Columns = ({
  board: { windows, time_zone },
}: {
  board: AdminDeliveryBoardResponse
}) => {
  const t = useText()
  const navigate = useNavigate()
  const board = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<string | null>(null)
  const [dragged, setDragged] = useState<AdminBoardBooking | null>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  const [said, setSaid] = useState("")
  const [hasFocus, setHasFocus] = useState(false)
  /** Gets the focus once it is in its new column. */
  const moved = useRef<string | null>(null)
  /** What the drawer is about, or was when it closed. */
  const asked = useRef<string | undefined>()
  const { mutateAsync, isPending } = useAgreeOnWindow()
  const cards = windows.flatMap(({ bookings }) => bookings)
  const first = cards.find(({ id }) => id === active) ?? cards[0]

  const focus = (id: string | undefined) => {
    const card = board.current?.querySelector(`[data-booking="${id}"]`)
    if (card instanceof HTMLElement) {
      card.focus()
    }
    return card !== null
  }
  const open = (what: Moving) => {
    asked.current = what.booking.id
    setMoving(what)
  }
  useEffect(() => {
    const { current } = moved
    if (current !== null && !isPending) {
      moved.current = null
      focus(current)
    }
  }, [windows, isPending])

  const move = async (
    booking: AdminBoardBooking,
    window: AdminBoardWindow,
    overbook_reason?: string
  ) => {
    const { order } = booking
    if (!order || !canMove(booking) || isPending) {
      return
    }
    moved.current = booking.id
    try {
      await mutateAsync({
        order_id: order.id,
        moves: true,
        window_id: window.id,
        ...(overbook_reason && { overbook_reason }),
      })
      setMoving(null)
      setSaid(
        t("delivery.board.moved", {
          order: `#${order.display_id}`,
          window: hoursText(window),
        })
      )
    } catch (error) {
      if (isFull(error)) {
        moved.current = null
        open({ booking, window, error })
      } else {
        toast.error(t("delivery.board.notMoved"), {
          description: refusalText(t, error),
        })
      }
    }
  }

  const apart = apartBy(t, windows, time_zone)
  // From anywhere on the page, an arrow goes to the board.
  const enter = () => void focus(first?.id)
  useKeys(hasFocus ? {} : { ArrowDown: enter, ArrowRight: enter })
  const isOther = ({ id }: AdminBoardBooking) => id !== asked.current

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    const at =
      target instanceof HTMLElement
        ? placeOf(windows, target.dataset.booking)
        : null
    const booking = at && windows[at.column]?.bookings[at.row]
    if (!at || !booking || event.metaKey || event.ctrlKey || event.altKey) {
      return
    }
    const key = keyName(event.nativeEvent)
    const side = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : null
    const beside = side !== null ? windows[at.column + side] : undefined
    const act =
      event.shiftKey && side !== null
        ? () => beside && void move(booking, beside)
        : side !== null
          ? () => focus(nearest(windows, at, side))
          : key === "ArrowDown" || key === "ArrowUp"
            ? () =>
                focus(
                  windows[at.column]?.bookings[
                    at.row + (key === "ArrowDown" ? 1 : -1)
                  ]?.id
                )
            : key === "m" && canMove(booking)
              ? () => open({ booking })
              : key === "Enter" && booking.order
                ? () => void navigate(`/orders/${booking.order?.id}`)
                : null
    if (act) {
      event.preventDefault()
      event.stopPropagation()
      act()
    }
  }

  return (
    <>
      <div
        ref={board}
        onKeyDown={onKeyDown}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
        // Without orders, nothing else in it could be scrolled to.
        tabIndex={cards.length === 0 ? 0 : undefined}
        className="bg-ui-bg-subtle grid auto-cols-[minmax(17rem,24rem)] max-lg:auto-cols-auto gap-x-3 overflow-x-auto p-3 max-lg:gap-y-3 lg:grid-flow-col"
      >
        {windows.map((window) => (
          <Column
            key={window.id}
            window={window}
            apart={apart(window)}
            active={first?.id}
            dragged={dragged}
            onActive={setActive}
            onDrag={setDragged}
            onDrop={() => dragged && void move(dragged, window)}
            onMove={(booking) => open({ booking })}
          />
        ))}
      </div>
      <p
        aria-hidden
        className="txt-compact-xsmall text-ui-fg-subtle px-6 py-3 max-lg:hidden"
      >
        {t("delivery.board.keys")}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
      <MoveDrawer
        moving={moving}
        isPending={isPending}
        onOverbook={(booking, window, reason) =>
          void move(booking, window, reason)
        }
        onClose={() => setMoving(null)}
        onClosed={() =>
          // On another day it is seen no longer.
          focus(asked.current) || focus(cards.find(isOther)?.id)
        }
      />
    </>
  )
}

function placeOf(
  windows: readonly AdminBoardWindow[],
  id: string | undefined
): Place | null {
  const places = windows.flatMap(({ bookings }, column) =>
    bookings.map((booking, row) => ({ id: booking.id, column, row }))
  )
  return places.find((place) => place.id === id) ?? null
}

/** The booking beside this one; columns without bookings are passed over. */
function nearest(
  windows: readonly AdminBoardWindow[],
  { column, row }: Place,
  side: 1 | -1
): string | undefined {
  const further =
    side === 1 ? windows.slice(column + 1) : windows.slice(0, column).reverse()
  const bookings = further.find(({ bookings }) => bookings.length > 0)?.bookings
  return (bookings?.[row] ?? bookings?.at(-1))?.id
}
