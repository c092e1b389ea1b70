import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type Alternative,
  mayBeOffered,
  MOST,
  type Question,
} from "../../../modules/shortage"
import { loadVariantsOfCatalogue } from "../../../shop/catalogue"
import type { LineToReplace } from "../../../shop/line-to-replace"
import {
  type AlternativesAsked,
  type AlternativesForLine,
  lineToReplace,
  unitsShort,
} from "./asked-line"
import { assessThese } from "./assess-these"
import {
  candidatesFrom,
  descriptionsOf,
  type Offerable,
  offerable,
  pricedFor,
} from "./offerable"
import { type OfferedAlternative, presentOffered } from "./offered"
import { askAbout, type Asked, findFor } from "./question"
import { rankerOf } from "./ranker"
import { waysFor } from "./ways"

/**
 * What may be offered in place of what is short of an order line.
 *
 * @throws Refusal `line_not_found`, `nothing_to_send`
 */
export async function alternativesFor(
  {
    order_id,
    line_item_id,
    units,
    limit = MOST,
    variant_ids,
  }: AlternativesAsked,
  container: MedusaContainer
): Promise<AlternativesForLine> {
  const line = await lineToReplace(order_id, line_item_id, container)
  const quantity = units ?? (await unitsShort(line, container))
  const [ways, alternatives] = await Promise.all([
    waysFor(line, quantity, container),
    variant_ids
      ? loadVariantsOfCatalogue(variant_ids, container).then((entries) =>
          assessThese(entries, line, quantity, container)
        )
      : ranked(line, quantity, container),
  ])
  return {
    order_id,
    line_item_id,
    units: quantity,
    currency_code: line.order.currency_code,
    ways,
    alternatives: variant_ids ? alternatives : alternatives.slice(0, limit),
  }
}

async function ranked(
  line: LineToReplace,
  quantity: number,
  container: MedusaContainer
): Promise<OfferedAlternative[]> {
  const about = await askAbout(line, quantity, container)
  const found = await findFor(about, line.order.sales_channel_id, container)
  const asked = { ...about, sold: found.map(({ description }) => description) }
  let offered = await offerable(found, asked, line, container)
  let best = await rank(asked, offered, container)
  // Prices may depend on how many are taken, and the order on the prices.
  const priced = new Map(offered.map(({ variant }) => [variant.id, quantity]))
  for (let round = 0; round < MOST; round++) {
    const others = new Map(
      best.flatMap(({ variant_id, units }) =>
        priced.get(variant_id) === units ? [] : [[variant_id, units]]
      )
    )
    if (others.size === 0) break
    offered = await pricedFor(offered, others, line, container)
    for (const [id, units] of others) priced.set(id, units)
    best = await rank(asked, offered, container)
  }
  return best
    .filter(({ variant_id, units }) => priced.get(variant_id) === units)
    .flatMap((one) =>
      presentOffered({ ...one, cautions: [] }, { asked, line, offered })
    )
}

async function rank(
  asked: Asked,
  offered: readonly Offerable[],
  container: MedusaContainer
): Promise<Alternative[]> {
  const question: Question = {
    ...asked,
    candidates: candidatesFrom(offered),
    descriptions: descriptionsOf(offered, asked),
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
