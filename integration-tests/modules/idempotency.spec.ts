import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  completion,
  OLENA,
  PETRO,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import { describeModule } from "./follow-up-module"
import { openOne, times } from "./open-request"

describeModule("a command with an Idempotency-Key", ({ service }) => {
  const run = (
    task_id: string,
    command: Command,
    { key = "key-1", at = monday("09:05"), actor_id = OLENA } = {}
  ) =>
    service.runCommand({ task_id, command, actor_id, idempotency_key: key }, at)
  const reused =
    'Idempotency-Key "key-1" was already used for another command on this task; send a new key'

  it("changes nothing when it is sent again, however much later", async () => {
    const { id } = await openOne(service)
    const first = await run(id, anAttempt())
    const again = await run(id, anAttempt(), { at: monday("15:00") })
    expect(again).toEqual({ task: first.task, event_ids: [] })
    expect(await service.listFollowUpAttempts({ task_id: id })).toHaveLength(1)
  })

  it("takes effect again with another key, however soon", async () => {
    const { id } = await openOne(service)
    await run(id, anAttempt())
    await run(id, anAttempt(), { key: "key-2", at: monday("09:05:20") })
    expect(await service.listFollowUpAttempts({ task_id: id })).toHaveLength(2)
  })

  it("takes effect once where it is sent five times at once", async () => {
    const { id } = await openOne(service)
    await Promise.all(
      times(5, (index) =>
        run(id, anAttempt(), {
          at: new Date(monday("09:05").getTime() + index * 120_000),
        })
      )
    )
    expect(await service.listFollowUpAttempts({ task_id: id })).toHaveLength(1)
  })

  it("is remembered although it changed nothing", async () => {
    const { id } = await openOne(service)
    await run(id, { kind: "assign", assignee_id: null })
    await expect(
      run(id, { kind: "assign", assignee_id: PETRO })
    ).rejects.toThrow(reused)
  })

  it("is refused where its key was another command's", async () => {
    const { id } = await openOne(service)
    await run(id, { kind: "note", note: "Gate 12" })
    await expect(run(id, { kind: "note", note: "Gate 13" })).rejects.toThrow(
      reused
    )
    await expect(run(id, completion("confirmed"))).rejects.toThrow(reused)
    expect((await service.findTask(id))?.status).toBe("open")
  })

  it("is refused where its key was another person's", async () => {
    const { id } = await openOne(service)
    await run(id, { kind: "note", note: "Gate 12" })
    await expect(
      run(id, { kind: "note", note: "Gate 12" }, { actor_id: PETRO })
    ).rejects.toThrow(reused)
  })

  it("may use its key on another task", async () => {
    const [one, other] = [await openOne(service), await openOne(service)]
    await run(one.id, { kind: "note", note: "Gate 12" })
    await run(other.id, { kind: "note", note: "Gate 13" })
    expect(
      await service.listFollowUpActivities({ kind: "noted" })
    ).toHaveLength(2)
  })

  it("may be sent again after it was refused", async () => {
    const { id } = await openOne(service)
    await expect(run(id, completion("sold"))).rejects.toThrow()
    await run(id, completion("confirmed"))
    expect((await service.findTask(id))?.outcome).toBe("confirmed")
  })
})
