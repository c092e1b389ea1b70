import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  OLENA,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import { connectionOf } from "../../src/postgres/connection"
import { describeModule } from "./follow-up-module"
import { aRequest, openOne, times } from "./open-request"
import { untilLockIsWaitedFor } from "./waits-for-lock"

const NOW = monday("09:05")

const BUSY = { code: "desk_busy" }

describeModule(
  "in a busy database, the module",
  ({ service, MikroOrmWrapper }) => {
    /** A connection that is not the module's. */
    const other = () => connectionOf(MikroOrmWrapper.forkManager())

    /** Runs something while another connection's transaction holds a lock. */
    const whileLocked = (lock: string, act: () => Promise<void>) =>
      MikroOrmWrapper.forkManager().transactional(async (manager) => {
        await connectionOf(manager).execute(lock)
        await act()
      })

    const attempt = (task_id: string) =>
      service.runCommand(
        {
          task_id,
          command: anAttempt(),
          actor_id: OLENA,
          idempotency_key: null,
        },
        NOW
      )

    it("refuses a command on a task that somebody holds, and takes it later", async () => {
      const { id } = await openOne(service)
      await whileLocked("select from follow_up_task for update", async () => {
        await expect(attempt(id)).rejects.toMatchObject(BUSY)
        // What only reads does not wait.
        expect((await service.findTask(id))?.attempt_count).toBe(0)
      })
      expect((await attempt(id)).task.attempt_count).toBe(1)
    })

    it("gives up a statement that takes too long, and leaves nothing of it", async () => {
      const sql = other()
      await sql.execute(
        `create function sleep_long() returns trigger language plpgsql
         as 'begin perform pg_sleep(30); return new; end'`
      )
      await sql.execute(
        `create trigger slow_disk after insert on follow_up_activity
         execute function sleep_long()`
      )
      const open = () => service.openTasks([aRequest()], NOW)
      await expect(open()).rejects.toMatchObject(BUSY)
      expect(await service.listFollowUpTasks({})).toEqual([])
      expect(await service.listFollowUpOutboxEvents({})).toEqual([])

      await sql.execute("drop function sleep_long cascade")
      expect(await open()).toHaveLength(1)
    })

    it("uses no more connections than its share, however much is asked", async () => {
      const sql = other()
      await whileLocked("lock table follow_up_task", async () => {
        const asked = Promise.allSettled(
          times(20, () => service.findTask("futask_1"))
        )
        await untilLockIsWaitedFor(sql)
        const [{ count } = { count: NaN }] = await sql.execute<
          { count: number }[]
        >(
          `select count(*)::int as count from pg_locks
             join pg_stat_activity using (pid)
            where not granted and datname = current_database()`
        )
        expect(count).toBeGreaterThan(0)
        expect(count).toBeLessThanOrEqual(2)
        for (const each of await asked) {
          expect(each).toMatchObject({ status: "rejected", reason: BUSY })
        }
      })
      expect(await service.findTask("futask_1")).toBeNull()
    })
  },
  {
    limits: { lock_timeout_ms: 200, statement_timeout_ms: 500, connections: 2 },
  }
)
