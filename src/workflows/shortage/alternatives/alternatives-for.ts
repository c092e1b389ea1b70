import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type Alternative,
  mayBeOffered,
  MOST,
  type Question,
  SHORTAGE_MODULE,
} from "../../../modules/shortage"
import { Refusal } from "../../../refusals"
import {
  type LineToReplace,
  loadLineToReplace,
} from "../../../shop/line-to-replace"
import type { Price } from "../../../shop/prices"
import {
  candidatesFrom,
  descriptionsOf,
  type Offerable,
  offerable,
  pricesOf,
} from "./offerable"
import { type OfferedAlternative, presentOffered } from "./offered"
import { askAbout, type Asked, findFor } from "./question"
import { rankerOf } from "./ranker"
import { type Way, waysFor } from "./ways"

export type AlternativesAsked = {
  order_id: string
  line_item_id: string
  /** Units to replace; what is short of the line if omitted. */
  units?: number
  /** At most; three if omitted. */
  limit?: number
}

/** What may be done about a short line. */
export type AlternativesForLine = {
  order_id: string
  line_item_id: string
  /** The units that are to be replaced. */
  units: number
  currency_code: string
  /** What needs no other item, the first first. */
  ways: Way[]
  /** The best first; empty rather than with a bad one. */
  alternatives: OfferedAlternative[]
}

/**
 * What may be offered in place of what is short of an order line.
 *
 * @throws Refusal `line_not_found`, `nothing_to_send`
 */
export async function alternativesFor(
  { order_id, line_item_id, units, limit = MOST }: AlternativesAsked,
  container: MedusaContainer
): Promise<AlternativesForLine> {
  const line = await lineToReplace(order_id, line_item_id, container)
  const quantity = units ?? (await unitsShort(line, container))
  return {
    order_id,
    line_item_id,
    units: quantity,
    currency_code: line.order.currency_code,
    ways: await waysFor(line, quantity, container),
    alternatives: (await ranked(line, quantity, container)).slice(0, limit),
  }
}

/** @throws Refusal `line_not_found`, `nothing_to_send` */
export async function lineToReplace(
  order_id: string,
  line_item_id: string,
  container: MedusaContainer
): Promise<LineToReplace> {
  const line = await loadLineToReplace(order_id, line_item_id, container)
  if (!line) {
    throw new Refusal("line_not_found", { id: line_item_id, order_id }, [
      "line_item_id",
    ])
  }
  if (line.outstanding === 0) {
    throw new Refusal("nothing_to_send", {})
  }
  return line
}

/** What is known to be short of the line; all that is to be sent if nothing is. */
export async function unitsShort(
  { order, line_item_id, outstanding }: LineToReplace,
  container: MedusaContainer
): Promise<number> {
  const lines = await container
    .resolve(SHORTAGE_MODULE)
    .listShortLines({ order_ids: [order.id] })
  const short = lines.find((line) => line.line_item_id === line_item_id)
  return Math.min(short?.units ?? outstanding, outstanding)
}

async function ranked(
  line: LineToReplace,
  quantity: number,
  container: MedusaContainer
): Promise<OfferedAlternative[]> {
  const asked = await askAbout(line, quantity, container)
  const found = await findFor(asked, line.order.sales_channel_id, container)
  const offered = await offerable(found, asked, line, container)
  const prices = await pricesOf(offered, () => quantity, line, container)
  let best = await rank(asked, offered, prices, container)
  // Prices may depend on how many are taken, and the order on the prices.
  const priced = new Map(offered.map(({ variant }) => [variant.id, quantity]))
  for (let round = 0; round < MOST; round++) {
    const others = new Map(
      best.flatMap(({ variant_id, units }) =>
        priced.get(variant_id) === units ? [] : [[variant_id, units]]
      )
    )
    if (others.size === 0) break
    const unitsOf = (id: string) => others.get(id) ?? quantity
    for (const [id, price] of await pricesOf(
      offered.filter(({ variant }) => others.has(variant.id)),
      unitsOf,
      line,
      container
    )) {
      prices.set(id, price)
      priced.set(id, unitsOf(id))
    }
    best = await rank(asked, offered, prices, container)
  }
  return best.flatMap((one) =>
    presentOffered({ ...one, cautions: [] }, { asked, line, offered, prices })
  )
}

async function rank(
  asked: Asked,
  offered: readonly Offerable[],
  prices: ReadonlyMap<string, Price>,
  container: MedusaContainer
): Promise<Alternative[]> {
  const question: Question = {
    ...asked,
    candidates: candidatesFrom(offered, prices),
    descriptions: new Map([
      ...descriptionsOf(offered),
      [asked.line.id, asked.short],
    ]),
  }
  const candidates = mayBeOffered(question)
  const free = new Map(candidates.map((one) => [one.id, one.free_units]))
  const best = await rankerOf(container).rank({ ...question, candidates })
  return best
    .filter(
      ({ variant_id, units }) =>
        units > 0 && units <= (free.get(variant_id) ?? 0)
    )
    .slice(0, MOST)
}
