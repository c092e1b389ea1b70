import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import { missingTasks } from "./missing-tasks"

/** Limits one walk of the reconciler; the next one counts on from there. */
const MOST_LOOKED_AT = 2_000

/**
 * Counts for how many records of an absence a task is missing, the oldest
 * first. A year of orders takes many walks.
 *
 * @param most - how many records are looked at
 */
export async function countLeftOut(
  container: MedusaContainer,
  most: number = MOST_LOOKED_AT
): Promise<void> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const uncounted = await followUp.nextUncounted()
  if (!uncounted) {
    return
  }
  let records = 0
  let looked_at = 0
  let counted_to: Date | null = null
  for await (const page of missingTasks(
    uncounted.entity,
    uncounted,
    container,
    { take: most }
  )) {
    records += [...page.plans.values()].filter(
      ({ open }) => open.length > 0
    ).length
    looked_at += page.looked_at
    if (page.last_created_at && looked_at >= most) {
      // Of the same millisecond there may be more, which no count of days needs.
      counted_to = new Date(page.last_created_at.getTime() + 1)
      break
    }
  }
  const now = clockOf(container).now()
  await followUp.addCounted(uncounted, records, counted_to, now)
}
