import { generateEntityId } from "@medusajs/framework/utils"
import type { FollowUpEvent } from "../events"
import type { Sql } from "./sql"

/**
 * Leaves an event to be handed to the event bus after the commit.
 *
 * @returns its id, which is the event's idempotency key
 */
export async function insertOutboxEvent(
  sql: Sql,
  event: FollowUpEvent,
  now: Date
): Promise<string> {
  const id = generateEntityId(undefined, "fuevt")
  await sql.execute(
    `insert into follow_up_outbox_event (id, name, data, created_at, updated_at)
     values (?, ?, ?, ?, ?)`,
    [id, event.name, JSON.stringify(event.data), now, now]
  )
  return id
}
