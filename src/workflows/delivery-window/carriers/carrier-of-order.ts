import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type CarrierInterval,
  type DeliveryCarrier,
  intervalOf,
} from "../../../desk/delivery-carrier"
import {
  DELIVERY_WINDOW_MODULE,
  isActiveBooking,
  type Window,
} from "../../../modules/delivery-window"
import { Refusal } from "../../../refusals"
import { loadDeliveries } from "../../../shop/deliveries"
import { shippedTo } from "../../../shop/shipped-by"
import { openWindowsFor } from "../windows-for-order"
import { serves } from "../served"
import { whenCarriersCome } from "./coming"

/** What an order's shipment is created with, so that it comes as agreed. */
export type ShipmentForWindow = {
  carrier: Pick<DeliveryCarrier, "carrier" | "label">
  window: Pick<Window, "local_date" | "local_start" | "local_end" | "time_zone">
  /** The carrier's own; null if none holds the window, or none is known. */
  interval: CarrierInterval | null
  /** Of the carrier's API, such as `PreferredDeliveryDate`. */
  fields: Record<string, unknown>
}

export type CarrierOfOrder = {
  /** Null if the order goes with no carrier that says when it comes. */
  carrier: Pick<DeliveryCarrier, "carrier" | "label"> | null
  /** Of the windows that are open for it, those in which no carrier comes. */
  missed_window_ids: string[]
  /** Null without a window, or without a carrier. */
  shipment: ShipmentForWindow | null
}

/**
 * When the carrier of an order comes, and what it is to be told of the window
 * that was agreed on. The carrier is asked, and waited for briefly.
 *
 * @throws Refusal `order_not_found`
 */
export async function carrierOfOrder(
  order_id: string,
  container: MedusaContainer,
  offers = true
): Promise<CarrierOfOrder> {
  const module = container.resolve(DELIVERY_WINDOW_MODULE)
  const delivery = (await loadDeliveries([order_id], container)).get(order_id)
  if (!delivery) {
    throw new Refusal("order_not_found", { id: order_id }, ["order_id"])
  }
  const { shipping_options, items, is_canceled } = delivery
  const booking = (await module.readBookings({ order_ids: [order_id] })).find(
    isActiveBooking
  )
  const [booked] = booking
    ? await module.listWindows({ window_ids: [booking.window_id] })
    : []
  const open =
    offers && !is_canceled
      ? await openWindowsFor(shipping_options, items, container)
      : []
  const coming = await whenCarriersCome(
    [...(booked ? [booked] : []), ...open],
    shipping_options.map(({ id }) => id),
    async () => await shippedTo("order", order_id, container),
    container
  )
  const carrier =
    shipping_options
      .map(({ id }) => coming.carrierOf(id))
      .find((one) => one !== null) ?? null
  const named = carrier && { carrier: carrier.carrier, label: carrier.label }
  return {
    carrier: named,
    missed_window_ids: open
      .filter((window) =>
        shipping_options
          .filter((option) => serves(window, [option]))
          .every(({ id }) => coming.isMissed(window, id))
      )
      .map(({ id }) => id),
    shipment:
      carrier && named && booked
        ? {
            carrier: named,
            ...shipmentOf(
              carrier,
              booked,
              coming.intervalsOf(carrier, booked.local_date) ?? []
            ),
          }
        : null,
  }
}

function shipmentOf(
  carrier: DeliveryCarrier,
  { local_date, local_start, local_end, time_zone }: Window,
  intervals: readonly CarrierInterval[]
): Omit<ShipmentForWindow, "carrier"> {
  const window = { local_date, local_start, local_end, time_zone }
  return {
    window,
    interval: intervalOf(window, intervals) ?? null,
    fields: carrier.toShipmentFields(window, intervals),
  }
}

const shipmentForWindowStep = createStep(
  "shipment-for-window",
  async ({ order_id }: { order_id: string }, { container }) =>
    new StepResponse(
      (await carrierOfOrder(order_id, container, false)).shipment
    )
)

/**
 * What a booked order's shipment is to be created with at its carrier, for
 * whoever creates it: a fulfillment provider, or a script that prints labels.
 * Null without a window that was agreed on, or without a carrier. A carrier that
 * does not answer leaves the interval out.
 *
 * @throws NOT_FOUND for an unknown order
 * @example
 * const { result } = await shipmentForWindowWorkflow(container).run({
 *   input: { order_id },
 * })
 * // { fields: { PreferredDeliveryDate: "27.11.2026", TimeInterval: "…" }, … }
 */
export const shipmentForWindowWorkflow = createWorkflow(
  { name: "follow-ups-shipment-for-window" },
  (input: { order_id: string }) =>
    new WorkflowResponse(shipmentForWindowStep(input))
)
