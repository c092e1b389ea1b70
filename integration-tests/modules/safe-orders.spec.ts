import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import { REOPEN } from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"

const auto_confirm = { reasons: ["total_below" as const, "paid" as const] }

describeModule("a safe order", ({ service }) => {
  const eventsOf = async () =>
    (await service.listFollowUpOutboxEvents({})).map(({ name }) => name).sort()

  it("is confirmed as it is opened, and the reasons are written down", async () => {
    const { id } = await openOne(service, { auto_confirm }, monday("11:00"))
    const task = await service.retrieveFollowUpTask(id, {
      relations: ["activities"],
    })

    expect(task).toMatchObject({
      status: "completed",
      outcome: "auto_confirmed",
      opened_at: monday("09:00"),
      responded_at: monday("09:00"),
      completed_at: monday("11:00"),
      due_at: null,
      assignee_id: null,
    })
    expect(task.activities).toEqual([
      expect.objectContaining({ kind: "opened" }),
      expect.objectContaining({
        kind: "completed",
        actor_id: null,
        data: { outcome: "auto_confirmed", ...auto_confirm },
      }),
    ])
    expect(await service.listFollowUpTimers({})).toEqual([])
    expect(await eventsOf()).toEqual([
      "follow-up.completed",
      "follow-up.opened",
    ])
  })

  it("of the audit sample is a call like any other, and says that it is one", async () => {
    const { id } = await openOne(service, { audit: true })
    const task = await service.retrieveFollowUpTask(id, {
      relations: ["activities"],
    })

    expect(task.status).toBe("open")
    expect(task.activities).toEqual([
      expect.objectContaining({
        kind: "opened",
        data: expect.objectContaining({ audit: true }),
      }),
    ])
    expect(await eventsOf()).toEqual(["follow-up.opened"])
  })

  it("can be reopened, and is due at once", async () => {
    const { id } = await openOne(service, { auto_confirm })
    const now = monday("12:00")
    const { task } = await service.runCommand(
      { task_id: id, command: REOPEN, actor_id: "user_ann" },
      now
    )

    expect(task).toMatchObject({ status: "open", outcome: null, due_at: now })
  })
})
