import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type Deed,
  type Settled,
  SHORTAGE_MODULE,
  stands,
} from "../../modules/shortage"
import { locationNames } from "../../shop/inventory-items"
import { type LineTitle, titlesOfLines } from "../../shop/ordered-lines"

/** What was agreed about a line of an order, short still or not. */
export type AgreedOnSheet = LineTitle & {
  line_item_id: string
  deed: DeedInWords
  agreed_at: Date
  /** By the link, without the desk. */
  by_customer: boolean
  /** What the customer wrote with it. */
  note: string | null
}

/** A deed, with names in place of ids. */
export type DeedInWords =
  | Exclude<Deed, { kind: "replace" | "other_location" | "wait" }>
  | { kind: "replace"; units: number; by: (LineTitle & { quantity: number })[] }
  | { kind: "wait"; until: Date | null }
  /** Empty if the location was deleted. */
  | { kind: "other_location"; location_name: string }

/** What was agreed about an order's lines and is done, the last first. */
export async function agreedOnSheet(
  order_id: string,
  container: MedusaContainer
): Promise<AgreedOnSheet[]> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const settled = (await shortage.readSettlements([order_id])).filter(stands)
  const offers = await shortage.readOffers({
    ids: settled.flatMap(({ offer_id }) => offer_id ?? []),
  })
  const titles = await titlesOfLines(
    settled.flatMap(({ line_item_id, line_ids }) => [
      line_item_id,
      ...line_ids,
    ]),
    container
  )
  const locations = await locationNames(
    settled.flatMap(({ deed }) =>
      deed.kind === "other_location" ? [deed.location_id] : []
    ),
    container
  )
  const titleOf = (id: string | undefined) =>
    titles.get(id ?? "") ?? { title: "", variant_title: null }
  const inWords = ({ deed, line_ids }: Settled): DeedInWords => {
    switch (deed.kind) {
      case "replace":
        return {
          kind: deed.kind,
          units: deed.units,
          // Each has a line of its own, in this order.
          by: deed.by.map(({ quantity }, at) => ({
            ...titleOf(line_ids[at]),
            quantity,
          })),
        }
      case "wait":
        return { ...deed, until: deed.until ? new Date(deed.until) : null }
      case "other_location":
        return {
          kind: deed.kind,
          location_name: locations.get(deed.location_id) ?? "",
        }
      default:
        return deed
    }
  }
  return settled.map((one) => {
    const offer = offers.find(({ id }) => id === one.offer_id)
    return {
      line_item_id: one.line_item_id,
      ...titleOf(one.line_item_id),
      deed: inWords(one),
      agreed_at: one.created_at,
      by_customer: offer?.answered_via === "link",
      note: offer?.note ?? null,
    }
  })
}
