import type { Sql } from "../../../postgres/sql"
import { COUNT_UP_TO } from "./count-queue"
import { tabCondition } from "./queue-conditions"

/** How many tasks one person's own tab holds. */
export async function countMine(
  sql: Sql,
  user_id: string,
  now: Date
): Promise<number> {
  const mine = tabCondition("mine", user_id, now)
  const [row] = await sql.execute<{ count: string }[]>(
    `select count(*)
       from (select 1 from follow_up_task
              where deleted_at is null and (${mine.sql})
              limit ${COUNT_UP_TO}) as counted`,
    mine.values
  )
  return Number(row?.count ?? 0)
}
