import type { MedusaContainer } from "@medusajs/framework/types"
import { assess, describe } from "../../../modules/shortage"
import type { CatalogueEntry } from "../../../shop/catalogue"
import type { LineToReplace } from "../../../shop/line-to-replace"
import {
  candidatesFrom,
  descriptionsOf,
  pricedFor,
  soldAndFree,
} from "./offerable"
import { type OfferedAlternative, presentOffered } from "./offered"
import { askAbout, findFor } from "./question"

/**
 * What a person or an offer names in place of so many units of a line, in its
 * order, as far as it is on sale and any of it is free. What the rules of a
 * proposal forbid is there with a caution.
 */
export async function assessThese(
  entries: readonly CatalogueEntry[],
  line: LineToReplace,
  quantity: number,
  container: MedusaContainer
): Promise<OfferedAlternative[]> {
  const asked = await askAbout(line, quantity, container)
  const { sales_channel_id } = line.order
  const sold = await findFor(asked, sales_channel_id, container)
  const offered = await soldAndFree(
    entries
      .filter(({ variant }) => variant.id !== line.variant_id)
      .map((entry) => ({ ...entry, description: describe(entry.variant) })),
    quantity,
    line,
    container
  )
  const assessed = assess({
    ...asked,
    sold: sold.map(({ description }) => description),
    candidates: candidatesFrom(offered),
    descriptions: descriptionsOf(offered, asked),
  })
  // Prices may depend on how many are taken.
  const unitsOf = new Map(assessed.map((one) => [one.variant_id, one.units]))
  const priced = await pricedFor(offered, unitsOf, line, container)
  return assessed.flatMap((one) =>
    presentOffered(one, { asked, line, offered: priced })
  )
}
