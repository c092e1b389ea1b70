import type { MedusaContainer } from "@medusajs/framework/types"
import type { Report } from "../../../modules/delivery-window"
import { Refusal } from "../../../refusals"
import { ordersOfFulfillments } from "../../../shop/delivery"
import {
  fulfillmentsOfTracking,
  orderExists,
  orderOfNumber,
} from "../../../shop/parcels"
import { reportDeliveryWorkflow } from "./report-delivery"

/** Of the webhook, as the source of reports. */
const WEBHOOK = "webhook"

/** The courier's clock may be a little ahead of the shop's. */
const AHEAD_MS = 5 * 60_000

export type CouriersReport = Omit<Report, "order_id" | "source"> & {
  order_id: string | null
  /** The number that the customer has. */
  order_number: number | null
  now: Date
}

/**
 * Takes a courier's report about an order, which is named by its id, its number
 * or a parcel's tracking number. The same report again changes nothing.
 *
 * @throws Refusal for an order that is not there, for a time of observation that
 * is yet to come, and for an id that another report had
 */
export async function takeCouriersReport(
  { now, order_number, ...report }: CouriersReport,
  container: MedusaContainer
): Promise<{
  order_id: string
  outcome: "taken" | "repeated"
  is_news: boolean
}> {
  for (const field of ["observed_at", "delivered_at"] as const) {
    const at = report[field]
    if (at && at.getTime() > now.getTime() + AHEAD_MS) {
      throw new Refusal("observed_ahead", { was: at.toISOString() }, [field])
    }
  }
  const order_id = await orderOf({ ...report, order_number }, container)
  const { result } = await reportDeliveryWorkflow(container).run({
    input: { reports: [{ ...report, order_id, source: WEBHOOK }] },
  })
  const [taken] = result
  if (!taken || taken.outcome === "contradicts") {
    throw new Refusal("message_id_used", { id: report.message_id })
  }
  return { order_id, outcome: taken.outcome, is_news: taken.is_news }
}

async function orderOf(
  {
    order_id,
    order_number,
    tracking_number,
  }: Pick<CouriersReport, "order_id" | "order_number" | "tracking_number">,
  container: MedusaContainer
): Promise<string> {
  if (order_id !== null) {
    if (await orderExists(order_id, container)) {
      return order_id
    }
    throw new Refusal("order_not_found", { id: order_id }, ["order_id"])
  }
  if (order_number !== null) {
    const found = await orderOfNumber(order_number, container)
    if (found) {
      return found
    }
    throw new Refusal("order_not_found", { id: `${order_number}` }, [
      "order_number",
    ])
  }
  const number = tracking_number ?? ""
  const [found] = await ordersOfFulfillments(
    await fulfillmentsOfTracking(number, container),
    container
  )
  if (found) {
    return found
  }
  throw new Refusal("tracking_not_found", { number }, ["tracking_number"])
}
