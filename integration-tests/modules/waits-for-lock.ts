import type { Sql } from "../../src/postgres/sql"
import { until } from "../shop/until"

/** Resolves when a session of this database waits for a lock. */
export async function untilLockIsWaitedFor(sql: Sql): Promise<void> {
  await until(async () => {
    const waiting = await sql.execute(
      `select pid from pg_locks
         join pg_stat_activity using (pid)
        where not granted and datname = current_database()`
    )
    return waiting.length > 0
  })
}
