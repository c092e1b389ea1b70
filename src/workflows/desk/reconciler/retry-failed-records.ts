import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import { clockOf } from "../../../clock"
import type { SyncedEntity } from "../../../shop/records"
import { syncRecords } from "./sync-records"

/** Enough time to fix the cause after a long weekend. */
const TRIED_FOR_MS = 7 * 24 * 3_600_000

/** Limits one run, so that it ends. */
const MAX_RECORDS = 200

/**
 * Retries new orders or customers that could not be synced because of an error:
 * after a minute, then after as long as they have been failing, and at least
 * every ten minutes. The tasks that they open get the true time. After a week
 * they are given up, and logged.
 *
 * @returns the events to deliver
 */
export async function retryFailedRecords(
  entity: SyncedEntity,
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const now = clockOf(container).now()
  const ids = await followUp.listFailed(entity, MAX_RECORDS, now)
  const { event_ids, synced } = await syncRecords(
    entity,
    ids,
    container,
    "since_first_start"
  )
  await followUp.forgetFailed(synced)
  await followUp.keepFailed(
    entity,
    ids.filter((id) => !synced.includes(id)),
    now
  )
  const given_up = await followUp.giveUpFailed(
    entity,
    new Date(now.getTime() - TRIED_FOR_MS)
  )
  for (const id of given_up) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `follow-ups: ${id} could not be synced for a week and is given up; call the customer by hand`
      )
  }
  return event_ids
}
