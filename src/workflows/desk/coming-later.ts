import type { MedusaContainer } from "@medusajs/framework/types"
import {
  agreedForLater,
  type Announcement,
  expectedAt,
  type LaterDeed,
  SHORTAGE_MODULE,
  type ShortLine,
} from "../../modules/shortage"
import { type LineOfOrder, linesOfOrders } from "../../shop/ordered-lines"
import { reportError } from "./report-error"
import { withTimeout } from "./with-timeout"

/** Orders are read out and packed without it. */
const WAITED_FOR_MS = 1_000

/** A line of which units come later, as was agreed with the customer. */
export type ComingLater = {
  order_id: string
  line_item_id: string
  title: string
  variant_title: string | null
  /** `wait`: none of the order is sent before. */
  agreed: LaterDeed["kind"]
  /** Units that go now, of those that are yet to be packed. */
  now: number
  /** Units that come later. */
  later: number
  /** The supplier's date, or else until when the customer waits. */
  expected_at: Date | null
}

/**
 * What was agreed to come later, of what stock does not cover yet: once it has
 * arrived, it goes as anything else.
 *
 * @returns null while that is unknown, as the tables of shortages are locked or
 * slow: orders can be read out and delivered without them
 */
export async function comingLater(
  order_ids: readonly string[],
  container: MedusaContainer
): Promise<ComingLater[] | null> {
  if (order_ids.length === 0) {
    return []
  }
  return await ifKnownSoon(
    "what comes later",
    read(order_ids, container),
    container
  )
}

/**
 * For what orders are read out and delivered without, rather than wait for it.
 *
 * @returns null, and reports, if it fails or takes too long
 */
export async function ifKnownSoon<Known>(
  what: string,
  known: Promise<Known>,
  container: MedusaContainer
): Promise<Known | null> {
  try {
    return await withTimeout(
      known,
      WAITED_FOR_MS,
      `it took more than ${WAITED_FOR_MS} ms`
    )
  } catch (error) {
    reportError(`${what} could not be read`, error, container)
    return null
  }
}

async function read(
  order_ids: readonly string[],
  container: MedusaContainer
): Promise<ComingLater[]> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const settlements = await shortage.readSettlements(order_ids)
  const agreed = (await shortage.listShortLines({ order_ids })).flatMap(
    (line) => {
      const deed = agreedForLater(line, settlements)
      return deed ? [{ line, deed }] : []
    }
  )
  const ordered = await linesOfOrders(
    [...new Set(agreed.map(({ line }) => line.order_id))],
    container
  )
  const announcements = await shortage.readAnnouncements(
    agreed.flatMap(({ line }) =>
      line.places.map(({ inventory_item_id }) => inventory_item_id)
    )
  )
  return agreed.flatMap(({ line, deed }) => {
    const of = ordered.find(
      ({ id, order_ended }) => id === line.line_item_id && order_ended === null
    )
    return of && of.outstanding > 0
      ? [
          {
            ...split(line, deed, of),
            ...known(line, deed, announcements),
          },
        ]
      : []
  })
}

/** What is there goes now, as far as it was agreed. */
function split(
  { units }: ShortLine,
  deed: LaterDeed,
  { outstanding }: Pick<LineOfOrder, "outstanding">
): Pick<ComingLater, "now" | "later"> {
  const sent = deed.kind === "part_delivery" ? deed.units : 0
  const later = Math.min(outstanding, Math.max(units, outstanding - sent))
  return { now: outstanding - later, later }
}

function known(
  { order_id, line_item_id, title, variant_title, places }: ShortLine,
  deed: LaterDeed,
  announcements: readonly Announcement[]
): Omit<ComingLater, "now" | "later"> {
  const until = deed.kind === "wait" && deed.until ? new Date(deed.until) : null
  return {
    order_id,
    line_item_id,
    title,
    variant_title,
    agreed: deed.kind,
    expected_at: expectedAt(places, announcements) ?? until,
  }
}
