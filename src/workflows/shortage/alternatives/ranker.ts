import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type Alternative,
  type Question,
  rankAlternatives,
} from "../../../modules/shortage"

export type { Alternative, Question }
export { rankAlternatives }

/**
 * Orders what may be offered in place of a short line, the best first. No
 * candidate that it is given breaks a rule of what may be offered; what it
 * returns beyond them, or with more units than are free, is left out.
 */
export type ShortageRanker = {
  rank(question: Question): Alternative[] | Promise<Alternative[]>
}

/**
 * The container key under which a shop registers a ranker of its own.
 *
 * @example container.register(SHORTAGE_RANKER, asValue({ rank: cheapestFirst }))
 */
export const SHORTAGE_RANKER = "shortageRanker"

const OURS: ShortageRanker = { rank: rankAlternatives }

/** The shop's ranker, or the plugin's. */
export function rankerOf(container: MedusaContainer): ShortageRanker {
  return (
    container.resolve<ShortageRanker | undefined>(SHORTAGE_RANKER, {
      allowUnregistered: true,
    }) ?? OURS
  )
}
