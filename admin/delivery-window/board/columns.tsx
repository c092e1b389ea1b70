import { toast } from "@medusajs/ui"
import { lazy, Suspense, useEffect, useRef, useState } from "react"
import type { KeyboardEvent } from "react"
import { useLocation, useNavigate } from "react-router-dom"
import type {
  AdminBoardBooking,
  AdminBoardWindow,
  AdminDeliveryBoardResponse,
} from "../../../src/api/admin/delivery-windows/types"
import { useMayOverbook } from "../../api/delivery-windows"
import { useText } from "../../i18n/use-text"
import { keyName } from "../../keyboard/key-name"
import { useKeys } from "../../keyboard/use-keys"
import { apartBy } from "../window-text"
import {
  bookingBeside,
  isOpenFor,
  placeOf,
  type Side,
  windowBeside,
} from "./beside"
import { canMove } from "./card"
import { Column } from "./column"
import type { Moving } from "./move-drawer"

/** Most days nothing is moved. */
const MoveDrawer = lazy(() => import("./move-drawer"))

const SIDES: Readonly<Record<string, Side>> = { ArrowLeft: -1, ArrowRight: 1 }

/**
 * The windows of a day side by side. Arrows go from order to order; an order is
 * dragged to another window that is open for it, or moved to the next one with
 * Shift and an arrow, or with M to any, also another day's.
 */
export const Columns = ({
  board: { windows, time_zone },
}: {
  board: AdminDeliveryBoardResponse
}) => {
  const t = useText()
  const navigate = useNavigate()
  const location = useLocation()
  /** Was left for its order's page. */
  const left: string | null = location.state?.booking ?? null
  const mayOverbook = useMayOverbook()
  const board = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(left)
  const [dragged, setDragged] = useState<AdminBoardBooking | null>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  const [hasFocus, setHasFocus] = useState(false)
  /** Gets the focus as soon as it is in its new column, or back in its old one. */
  const moved = useRef<string | null>(null)
  /** What the drawer is about, or was when it closed. */
  const asked = useRef<string | undefined>()
  const undo = useRef<(() => Promise<boolean>) | null>(null)
  const cards = windows.flatMap(({ bookings }) => bookings)
  const first = cards.find(({ id }) => id === active) ?? cards[0]

  const focus = (id: string | undefined) => {
    const card = board.current?.querySelector(`[data-booking="${id}"]`)
    if (card instanceof HTMLElement) {
      card.focus()
    }
    return card !== null
  }
  useEffect(() => {
    if (left !== null) {
      focus(left)
    }
  }, [])
  // What leaves the page with the focus tells nobody.
  useEffect(() => {
    setHasFocus(board.current?.contains(document.activeElement) ?? false)
  }, [windows])
  useEffect(() => {
    const { current } = moved
    if (current !== null && moving === null && focus(current)) {
      moved.current = null
    }
  }, [windows, moving])

  const move = (booking: AdminBoardBooking, to?: AdminBoardWindow) => {
    const from = windows.find(({ bookings }) => bookings.includes(booking))
    if (from && canMove(booking)) {
      asked.current = booking.id
      setMoving({ booking, from, to })
    }
  }
  const moveBeside = (booking: AdminBoardBooking, side: Side) => {
    const at = placeOf(windows, booking.id)
    const to = at && windowBeside(windows, booking, at, side, mayOverbook)
    if (to) {
      move(booking, to)
    } else if (canMove(booking)) {
      toast.info(
        t("delivery.board.noneBeside", {
          order: `#${booking.order?.display_id}`,
        })
      )
    }
  }

  /** The entry that the way back leads to knows the card. */
  const leave = async (booking: string, order_id: string) => {
    await navigate(location, { replace: true, state: { booking } })
    await navigate(`/orders/${order_id}`)
  }

  const apart = apartBy(t, windows, time_zone)
  // From anywhere on the page, an arrow goes to the board.
  const enter = () => void focus(first?.id)
  useKeys({
    u: () => {
      if (undo.current) {
        moved.current = asked.current ?? null
        void undo.current().then((isBack) => {
          if (!isBack) {
            moved.current = null
          }
        })
        undo.current = null
      }
    },
    ...(!hasFocus && { ArrowDown: enter, ArrowRight: enter }),
  })
  const isOther = ({ id }: AdminBoardBooking) => id !== asked.current

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    const at =
      target instanceof HTMLElement
        ? placeOf(windows, target.dataset.booking)
        : null
    const booking = at && windows[at.column]?.bookings[at.row]
    const order = booking?.order
    if (!at || !booking || event.metaKey || event.ctrlKey || event.altKey) {
      return
    }
    const key = keyName(event.nativeEvent)
    const side = SIDES[key]
    const act =
      side !== undefined
        ? event.shiftKey
          ? () => moveBeside(booking, side)
          : () => focus(bookingBeside(windows, at, side))
        : key === "ArrowDown" || key === "ArrowUp"
          ? () =>
              focus(
                windows[at.column]?.bookings[
                  at.row + (key === "ArrowDown" ? 1 : -1)
                ]?.id
              )
          : key === "m" && canMove(booking)
            ? () => move(booking)
            : key === "Enter" && order
              ? () => void leave(booking.id, order.id)
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
        // As many as fit stand side by side, and none is cut off.
        className="bg-ui-bg-subtle grid grid-cols-[repeat(auto-fill,minmax(min(16rem,100%),1fr))] items-start gap-3 p-3"
      >
        {windows.map((window) => (
          <Column
            key={window.id}
            window={window}
            apart={apart(window)}
            active={first?.id}
            drop={
              dragged === null || window.bookings.includes(dragged)
                ? null
                : isOpenFor(dragged, window, mayOverbook)
                  ? "taken"
                  : "refused"
            }
            onActive={setActive}
            onDrag={setDragged}
            onDrop={() => {
              setDragged(null)
              if (dragged) {
                move(dragged, window)
              }
            }}
            onMove={(booking) => move(booking)}
          />
        ))}
      </div>
      <Suspense fallback={null}>
        {(moving || asked.current) && (
          <MoveDrawer
            moving={moving}
            onMoved={(takeBack) => {
              undo.current = takeBack
              moved.current = asked.current ?? null
              setMoving(null)
            }}
            onPick={(to, overbook_reason) =>
              setMoving(
                (before) => before && { ...before, to, overbook_reason }
              )
            }
            onClose={() => setMoving(null)}
            onClosed={() => {
              moved.current = null
              // On another day it is seen no longer.
              focus(asked.current) || focus(cards.find(isOther)?.id)
            }}
          />
        )}
      </Suspense>
    </>
  )
}
