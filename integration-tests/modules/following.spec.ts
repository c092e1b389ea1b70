import {
  justAfter,
  monday,
  tuesday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  completion,
  OLENA,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import { connectionOf } from "../../src/postgres/connection"
import { lockTask } from "../../src/modules/follow-up/task/sql/lock-task"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"
import { untilLockIsWaitedFor } from "./waits-for-lock"

const NOW = monday("09:05")

describeModule(
  "following orders and customers",
  ({ service, MikroOrmWrapper }) => {
    const complete = (task_id: string, outcome: string, received_phone = "") =>
      service.runCommand(
        {
          task_id,
          command: completion(outcome, {
            received_phone: received_phone || null,
          }),
          actor_id: OLENA,
        },
        NOW
      )

    it("remembers which version of a record its active tasks agree with", async () => {
      const customer_id = "cus_1"
      const task = await openOne(service, { customer_id })
      const other = await openOne(service, { customer_id, order_id: "order_2" })
      await service.markSeen("order", [{ id: "order_1", updated_at: NOW }])
      await service.markSeen("customer", [
        { id: "cus_1", updated_at: tuesday("09:00") },
        { id: "cus_none", updated_at: NOW },
      ])
      await service.markSeen("customer", [])
      expect(await service.listSyncedTasks("", 10)).toEqual([
        {
          id: task.id,
          order_id: "order_1",
          customer_id: "cus_1",
          order_seen_at: NOW,
          customer_seen_at: tuesday("09:00"),
        },
        {
          id: other.id,
          order_id: "order_2",
          customer_id: "cus_1",
          order_seen_at: null,
          customer_seen_at: tuesday("09:00"),
        },
      ])
    })

    it("locks the tasks in the order of their ids, so that two never wait for each other", async () => {
      const first = await openOne(service, { order_id: "order_2" })
      const second = await openOne(service, { order_id: "order_1" })
      // The update moves this row: in any order except by id, it is now last.
      await service.runCommand(
        { task_id: first.id, command: { kind: "claim" }, actor_id: OLENA },
        NOW
      )
      const records = [second, first].map(({ order_id }) => ({
        id: order_id ?? "",
        updated_at: NOW,
      }))
      const marking = await MikroOrmWrapper.forkManager().transactional(
        async (manager) => {
          const sql = connectionOf(manager)
          await lockTask(sql, first.id)
          const marked = service.markSeen("order", records)
          await untilLockIsWaitedFor(sql)
          await lockTask(sql, second.id)
          return { marked }
        }
      )
      await marking.marked
      const synced = await service.listSyncedTasks("", 10)
      expect(synced.map(({ order_seen_at }) => order_seen_at)).toEqual([
        NOW,
        NOW,
      ])
    })

    it("is no change of the task", async () => {
      const task = await openOne(service)
      await service.markSeen("order", [{ id: "order_1", updated_at: NOW }])
      expect(await service.findTask(task.id)).toEqual(task)
      expect(await service.listFollowUpActivities()).toHaveLength(1)
    })

    it("walks over what is active, page by page", async () => {
      const ids = []
      for (const order_id of ["order_1", "order_2", "order_3", "order_4"]) {
        const { id } = await openOne(service, { order_id })
        ids.push(id)
      }
      await complete(ids[1] ?? "", "confirmed")
      await service.softDeleteFollowUpTasks(ids[2] ?? "")
      const first = await service.listSyncedTasks("", 1)
      const rest = await service.listSyncedTasks(first[0]?.id ?? "", 10)
      expect([...first, ...rest].map(({ order_id }) => order_id)).toEqual([
        "order_1",
        "order_4",
      ])
    })

    it("finds orders whose number was received and whom nobody is to call", async () => {
      const ask = (order_id: string | null) =>
        openOne(service, { type: "complete_contact", order_id, phone: null })
      const phone = "067 123 45 67"
      await complete((await ask("lost")).id, "number_received", phone)
      await complete((await ask("given up")).id, "unreachable")
      await complete((await ask("called")).id, "number_received", phone)
      await complete((await ask(null)).id, "number_received", phone)
      await openOne(service, { order_id: "called" })

      const before = monday("09:00")
      expect(await service.listOrdersToCall(before, 10)).toEqual(["lost"])
      expect(await service.listOrdersToCall(justAfter(NOW), 10)).toEqual([])
    })
  }
)

describeModule("what is kept of people", ({ service, MikroOrmWrapper }) => {
  it("is no idempotency key of days ago", async () => {
    const { id } = await openOne(service)
    const note = (text: string, key: string) =>
      service.runCommand(
        {
          task_id: id,
          command: { kind: "note", note: text },
          actor_id: OLENA,
          idempotency_key: key,
        },
        key === "old" ? monday("09:05") : tuesday("09:05")
      )
    await note("Gate 12", "old")
    await note("Gate 13", "new")
    await service.forgetCommandKeys(
      new Date(monday("09:05").getTime() + 172_800_001)
    )
    expect(await service.listFollowUpCommandKeys()).toMatchObject([
      { key: "new" },
    ])
  })

  it("is nothing of a command in its idempotency key", async () => {
    const { id } = await openOne(service)
    await service.runCommand(
      {
        task_id: id,
        command: { kind: "note", note: "Gate 12" },
        actor_id: OLENA,
        idempotency_key: "key-1",
      },
      NOW
    )
    const kept = JSON.stringify(await service.listFollowUpCommandKeys())
    expect(kept).not.toContain("Gate")
    expect(kept).not.toContain(OLENA)
  })

  it("is no name or number in the message of a statement that failed", async () => {
    const { id } = await openOne(service)
    const sql = connectionOf(MikroOrmWrapper.forkManager())
    await sql.execute(
      `alter table follow_up_activity
         add constraint no_notes check (kind <> 'noted')`
    )
    const failed = await service
      .runCommand(
        {
          task_id: id,
          command: { kind: "note", note: "Олена, 067" },
          actor_id: OLENA,
        },
        NOW
      )
      .catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(Error)
    await sql.execute("alter table follow_up_activity drop constraint no_notes")
    const { message } = failed instanceof Error ? failed : { message: "" }
    expect(message).toMatch(/^A database statement failed: code /)
    expect(message).not.toMatch(/Олена|067/)
  })

  it("goes with a task that is deleted for good", async () => {
    const { id } = await openOne(service)
    await service.runCommand(
      {
        task_id: id,
        command: { kind: "note", note: "Gate 12" },
        actor_id: OLENA,
        idempotency_key: "key-1",
      },
      NOW
    )
    await service.deleteFollowUpTasks(id)
    expect(await service.listFollowUpActivities()).toEqual([])
    expect(await service.listFollowUpCommandKeys()).toEqual([])
    expect(await service.listFollowUpTimers()).toEqual([])
  })
})
