import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { clockOf } from "../../clock"

/**
 * Moves open tasks to changed rules, one batch per transaction, until all are
 * moved or `most_batches` is reached.
 *
 * @returns the events to deliver
 */
export async function moveTasks(
  container: MedusaContainer,
  most_batches: number
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const event_ids: string[] = []
  for (let batch = 0; batch < most_batches; batch++) {
    const changes = await followUp.moveTasks(clockOf(container).now())
    if (changes === null) {
      break
    }
    event_ids.push(...changes.flatMap((change) => change.event_ids))
  }
  return event_ids
}
