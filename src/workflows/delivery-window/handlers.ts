import type { MedusaContainer } from "@medusajs/framework/types"
import { aheadOf, clockOf } from "../../clock"
import type {
  AskedAbout,
  KindHandlers,
  ScriptValues,
  SheetSection,
  TaskOfKind,
} from "../../desk/handlers"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  isActiveBooking,
} from "../../modules/delivery-window"
import { isRefusal } from "../../refusals"
import { arrangeDue } from "./arrange-delivery"
import { arrangeDataIn, arrangeDataNow } from "./reason-in-task"
import { bookingLink, isMovable } from "./booking-link"
import { bookedWindow } from "./booked-window"
import { deliverySection } from "./delivery-of-order"
import { type DeliveryReader, readerOf } from "./delivery-reader"
import { reconcileDeliveries } from "./reconcile-deliveries"
import { TRACKING_HANDLERS } from "./tracking-handlers"
import { lateDataIn, lateFacts } from "./tracking/delay"
import { windowText, windowTexts } from "./window-text"

/** Orders, and windows whose holds have run out, in one tick. */
const AT_ONCE = 50

const HOUR_MS = 3_600_000

/** More windows are not read out on the phone. */
const READ_OUT = 4

export const DELIVERY_WINDOW_HANDLERS: KindHandlers = {
  conditions: {
    has_delivery_window: async (asked, container) => {
      const booked = await bookingsOf(asked, container)
      return asked.map(({ order_id }) =>
        order_id === null ? null : booked.has(order_id)
      )
    },
    hours_until_window: async (asked, container) => {
      const booked = await bookingsOf(asked, container)
      const windows = await container
        .resolve(DELIVERY_WINDOW_MODULE)
        .listWindows({
          window_ids: [...booked.values()].map(({ window_id }) => window_id),
        })
      return asked.map(({ order_id }) => {
        const booking = booked.get(order_id ?? "")
        const window = windows.find(({ id }) => id === booking?.window_id)
        return window
          ? (window.starts_at.getTime() - clockOf(container).now().getTime()) /
              HOUR_MS
          : null
      })
    },
  },

  script_variables: async ({ order_id, task }, asked, container) =>
    order_id
      ? await scriptValues(
          order_id,
          task,
          readerOf(asked, container),
          container
        )
      : {},

  sections: async (tasks, asked, container) => {
    const sections: SheetSection[] = []
    for (const order_id of new Set(
      tasks.flatMap((task) => task.order_id ?? [])
    )) {
      try {
        sections.push({
          section: "delivery_window",
          key: order_id,
          task_ids: tasks
            .filter((task) => task.order_id === order_id)
            .map(({ id }) => id),
          data: await deliverySection(
            order_id,
            readerOf(asked, container),
            container
          ),
        })
      } catch (error) {
        // Of a deleted order there is nothing to show.
        if (!isRefusal(error) || error.code !== "order_not_found") {
          throw error
        }
      }
    }
    return sections
  },

  is_undone: async (_, { order_id, data }, container) => {
    if (order_id === null) {
      return false
    }
    const late = lateDataIn(data)
    const booked = await bookedWindow(order_id, container)
    // One whose address has changed, or that is one too many, may stay agreed.
    return late
      ? booked?.booking.window_id === late.window.id
      : arrangeDataIn(data) !== null && booked === null
  },

  tick: async (now, container) => {
    const windows = container.resolve(DELIVERY_WINDOW_MODULE)
    const ahead_ms = aheadOf(clockOf(container))
    await windows.expireHolds(AT_ONCE, ahead_ms)
    await windows.judgeFreed(AT_ONCE, ahead_ms, now)
    await arrangeDue(container, AT_ONCE, true)
    await TRACKING_HANDLERS.tick(now, container)
  },

  reconcile: async (now, container) => {
    await reconcileDeliveries(container)
    await TRACKING_HANDLERS.reconcile(now, container)
  },

  outbox: TRACKING_HANDLERS.outbox,
}

async function scriptValues(
  order_id: string,
  task: TaskOfKind | null,
  reader: DeliveryReader,
  container: MedusaContainer
): Promise<ScriptValues> {
  const booked = await reader.booked(order_id)
  const said = arrangeDataNow(task?.data, booked?.booking)
  const late = lateFacts(task, clockOf(container).now())
  const open =
    arrangeDataIn(task?.data) || late.is_late
      ? await reader.windows(order_id)
      : []
  const wish = said?.wish && {
    ...said.wish,
    starts_at: new Date(said.wish.starts_at),
    ends_at: new Date(said.wish.ends_at),
  }
  return {
    "window.agreed": booked
      ? (language) => windowText(booked.window, language)
      : "",
    "window.wish": wish ? (language) => windowText(wish, language) : "",
    "window.open": (language) =>
      windowTexts(
        open.filter(({ id }) => id !== booked?.window.id).slice(0, READ_OUT),
        language
      ),
    "window.reason": said?.reason ?? "",
    "window.attempt_reason": said?.attempt?.reason ?? "",
    "window.expected_time": late.expected_time,
    "window.expected_date": late.expected_date,
    "window.late_by": late.late_by,
    "window.link":
      booked && isMovable(booked.booking, booked.window, container)
        ? (bookingLink(booked.booking, container) ?? "")
        : "",
  }
}

/** The active booking of each of these orders. */
async function bookingsOf(
  asked: readonly AskedAbout[],
  container: MedusaContainer
): Promise<Map<string, Booking>> {
  const bookings = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .readBookings({
      order_ids: asked.flatMap(({ order_id }) => order_id ?? []),
    })
  return new Map(
    bookings
      .filter(isActiveBooking)
      .flatMap((one) => (one.order_id ? [[one.order_id, one] as const] : []))
  )
}
