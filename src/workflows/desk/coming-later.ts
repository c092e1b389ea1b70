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
  /** Of those, the units that stock does not cover. */
  short_by: number
  /** The supplier's date, or else until when the customer waits. */
  expected_at: Date | null
}

/** A line of which units are short, and nobody has agreed on it yet. */
export type StillShort = Pick<
  ComingLater,
  "order_id" | "line_item_id" | "title" | "variant_title" | "short_by"
> & {
  /** Units that are yet to be packed. */
  outstanding: number
}

type Lacking = { coming_later: ComingLater[]; still_short: StillShort[] }

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
  return (await lackingIn(order_ids, container))?.coming_later ?? null
}

/** The same, and what stock does not cover either, and nobody has agreed on. */
export async function lackingIn(
  order_ids: readonly string[],
  container: MedusaContainer
): Promise<Lacking | null> {
  if (order_ids.length === 0) {
    return { coming_later: [], still_short: [] }
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
): Promise<Lacking> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const settlements = await shortage.readSettlements(order_ids)
  const short = await shortage.listShortLines({ order_ids })
  const ordered = await linesOfOrders(
    [...new Set(short.map(({ order_id }) => order_id))],
    container
  )
  const announcements = await shortage.readAnnouncements(
    short.flatMap(({ places }) =>
      places.map(({ inventory_item_id }) => inventory_item_id)
    )
  )
  const lacking: Lacking = { coming_later: [], still_short: [] }
  for (const line of short) {
    const of = ordered.find(
      ({ id, order_ended }) => id === line.line_item_id && order_ended === null
    )
    if (!of || of.outstanding === 0) {
      continue
    }
    const { order_id, line_item_id, title, variant_title } = line
    const about = { order_id, line_item_id, title, variant_title }
    const short_by = Math.min(line.units, of.outstanding)
    const deed = agreedForLater(line, settlements)
    if (deed) {
      lacking.coming_later.push({
        ...about,
        agreed: deed.kind,
        ...split(line, deed, of),
        short_by,
        expected_at: expectedOrWaited(line, deed, announcements),
      })
    } else {
      const { outstanding } = of
      lacking.still_short.push({ ...about, short_by, outstanding })
    }
  }
  return lacking
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

function expectedOrWaited(
  { places }: ShortLine,
  deed: LaterDeed,
  announcements: readonly Announcement[]
): Date | null {
  const until = deed.kind === "wait" && deed.until ? new Date(deed.until) : null
  return expectedAt(places, announcements) ?? until
}
