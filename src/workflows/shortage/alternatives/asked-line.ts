import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORTAGE_MODULE } from "../../../modules/shortage"
import { Refusal } from "../../../refusals"
import {
  type LineToReplace,
  loadLineToReplace,
} from "../../../shop/line-to-replace"
import type { OfferedAlternative } from "./offered"
import type { Way } from "./ways"

export type AlternativesAsked = {
  order_id: string
  line_item_id: string
  /** Units to replace; what is short of the line if omitted. */
  units?: number
  /** At most; three if omitted. */
  limit?: number
  /**
   * Exactly these, as far as they are on sale and any of them is free, with what
   * speaks against each; what is best if omitted.
   */
  variant_ids?: readonly string[]
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
