import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { clockOf } from "../../clock"
import {
  type Drift,
  type EndReason,
  type LineNow,
  SHORTAGE_MODULE,
  type ShortLine,
} from "../../modules/shortage"
import {
  type LineOfOrder,
  linesOfOrders,
  ordersOfLines,
} from "../../shop/ordered-lines"
import {
  isDrifting,
  type Place,
  placesOfItems,
  reservedAt,
} from "../../shop/places"
import {
  type LineShortage,
  linesShortAt,
  loadShortages,
} from "../../shop/shortages"
import { loadVariants, type VariantFacts } from "../../shop/stock"

/** What may have changed. */
export type Concerned = { items: string[]; order_ids: string[] }

/** Another run was quicker, with what may be newer; it is tried once more. */
const TRIES = 3

/**
 * Computes what is short now of these inventory items and in these orders, and
 * writes it down.
 *
 * @returns the orders whose tasks may have to change
 * @throws if others keep being quicker; what was dirty then stays so
 */
export async function computeShortages(
  concerned: Concerned,
  container: MedusaContainer
): Promise<string[]> {
  if (concerned.items.length === 0 && concerned.order_ids.length === 0) {
    return []
  }
  const shortage = container.resolve(SHORTAGE_MODULE)
  for (let tries = 0; tries < TRIES; tries++) {
    const run = await shortage.beginRun()
    const { lines, items, over } = await compute(concerned, container)
    const now = clockOf(container).now()
    if (await shortage.writeFound({ run, items, lines }, now)) {
      if (over.length > 0) {
        await shortage.endReports(over, now)
      }
      return [...new Set(lines.map(({ order_id }) => order_id))]
    }
  }
  throw new MedusaError(
    MedusaError.Types.CONFLICT,
    "Other instances were quicker to compute the same shortages"
  )
}

type Computed = {
  lines: LineNow[]
  /** All inventory items that were read; see `Found`. */
  items: Map<string, Drift[] | null>
  /** Lines of which nothing more is to be sent. */
  over: string[]
}

async function compute(
  { items, order_ids }: Concerned,
  container: MedusaContainer
): Promise<Computed> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const first_start = await shortage.markFirstStart(clockOf(container).now())
  const read_at = clockOf(container).now()
  const places = await placesOfItems(items, container)
  const known = await knownLines({ items, order_ids }, container)
  const candidates = new Set([
    ...(await linesShortAt(places, container)),
    ...known.map(({ line_item_id }) => line_item_id),
  ])
  const facts = await linesOfOrders(
    [
      ...new Set([
        ...order_ids,
        ...known.map(({ order_id }) => order_id),
        ...(await ordersOfLines([...candidates], container)),
      ]),
    ],
    container
  )
  const reports = await reportsThatFit(facts, read_at, container)
  const lines = facts.filter(({ id }) => candidates.has(id) || reports.has(id))
  const variants = await loadVariants(
    lines.flatMap(({ variant_id }) => variant_id ?? []),
    container
  )
  const shortages = await loadShortages(
    lines.filter(({ order_ended }) => order_ended === null),
    variants,
    reports,
    container
  )
  const gone = known.filter(
    ({ line_item_id }) => !lines.some(({ id }) => id === line_item_id)
  )
  return {
    lines: [
      ...lines.map((line) =>
        notBefore(
          first_start,
          lineNow(line, shortages.get(line.id), reports.has(line.id), known)
        )
      ),
      ...gone.map((line) => withNothingShort(line, "order_changed")),
    ],
    items: itemsRead(items, places, variants),
    over: [
      ...lines
        .filter(
          ({ order_ended, outstanding }) => order_ended || outstanding === 0
        )
        .map(({ id }) => id),
      ...gone.map(({ line_item_id }) => line_item_id),
    ],
  }
}

/** Units that were reported as not found, of what is still in the orders. */
async function reportsThatFit(
  facts: readonly LineOfOrder[],
  read_at: Date,
  container: MedusaContainer
): Promise<Map<string, number>> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const ids = facts.map(({ id }) => id)
  const reports = await shortage.readReported(ids)
  if (reports.size === 0) {
    return reports
  }
  const lines = facts.map(({ id, ordered, outstanding }) => ({
    line_item_id: id,
    ordered,
    outstanding,
  }))
  await shortage.fitReports(lines, read_at)
  return await shortage.readReported(ids)
}

/** The lines that were short before. */
async function knownLines(
  { items, order_ids }: Concerned,
  container: MedusaContainer
): Promise<ShortLine[]> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const each = [
    ...(items.length > 0 ? [{ inventory_item_ids: items }] : []),
    ...(order_ids.length > 0 ? [{ order_ids }] : []),
  ]
  const known: ShortLine[] = []
  for (const filters of each) {
    known.push(...(await shortage.listShortLines(filters)))
  }
  return known
}

function lineNow(
  { id, outstanding, order_ended, ...line }: LineOfOrder,
  shortage: LineShortage | undefined,
  is_reported: boolean,
  known: readonly ShortLine[]
): LineNow {
  const before = known.find(({ line_item_id }) => line_item_id === id)
  return {
    ...line,
    line_item_id: id,
    units: shortage?.units ?? 0,
    computed: shortage?.computed ?? 0,
    reported: shortage?.reported ?? 0,
    places: shortage?.places ?? [],
    since: shortage?.since ?? null,
    end_reason: endReason(
      { outstanding, order_ended, ordered: line.ordered },
      before,
      is_reported
    ),
  }
}

/** What was short before the plugin came is late only from then on. */
function notBefore(first_start: Date, line: LineNow): LineNow {
  const { since } = line
  return { ...line, since: since && since < first_start ? first_start : since }
}

function endReason(
  {
    outstanding,
    order_ended,
    ordered,
  }: Pick<LineOfOrder, "outstanding" | "order_ended" | "ordered">,
  before: ShortLine | undefined,
  is_reported: boolean
): EndReason {
  if (order_ended === "canceled") {
    return "order_canceled"
  }
  if (before && ordered < before.ordered) {
    return "order_changed"
  }
  if (order_ended === "over" || outstanding === 0) {
    return "items_sent"
  }
  return before && before.computed === 0 && !is_reported
    ? "items_found"
    : "stock_arrived"
}

function withNothingShort(line: ShortLine, end_reason: EndReason): LineNow {
  return {
    ...line,
    units: 0,
    computed: 0,
    reported: 0,
    places: [],
    end_reason,
  }
}

/** A kit's line is decided by all its parts, not only by what has changed. */
function itemsRead(
  items: readonly string[],
  places: readonly Place[],
  variants: ReadonlyMap<string, VariantFacts>
): Map<string, Drift[] | null> {
  const read = [
    ...items,
    ...[...variants.values()].flatMap(({ required_quantities }) => [
      ...required_quantities.keys(),
    ]),
  ]
  return new Map(
    [...new Set(read)]
      .sort()
      .map((item) => [
        item,
        items.includes(item)
          ? places
              .filter(({ inventory_item_id }) => inventory_item_id === item)
              .flatMap((place) => driftAt(place))
          : null,
      ])
  )
}

function driftAt(place: Place): Drift[] {
  const { location_id, counter } = place
  return isDrifting(place)
    ? [{ location_id, counter, reserved: reservedAt(place) }]
    : []
}
