import { RuleVersions } from "../../src/modules/follow-up/rules/rule-versions"
import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  completion,
  OLENA,
  PETRO,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import { Refusal } from "../../src/refusals"
import { runCommand } from "../../src/modules/follow-up/task/run-command"
import { connectionOf } from "../../src/postgres/connection"
import { describeModule } from "./follow-up-module"
import { openOne, times } from "./open-request"

const NOW = monday("09:05")

describeModule("a command", ({ service, MikroOrmWrapper }) => {
  const run = (
    task_id: string,
    command: Command,
    { actor_id = OLENA, key }: { actor_id?: string; key?: string } = {}
  ) =>
    service.runCommand(
      { task_id, command, actor_id, idempotency_key: key ?? null },
      NOW
    )

  /** Everything that is stored for a task. */
  const everything = async () => ({
    tasks: await service.listFollowUpTasks(),
    attempts: await service.listFollowUpAttempts(),
    activities: await service.listFollowUpActivities(),
    timers: await service.listFollowUpTimers(),
    events: await service.listFollowUpOutboxEvents(),
    keys: await service.listFollowUpCommandKeys(),
  })

  it("that asks to cancel the order changes nothing, and keeps its key for itself", async () => {
    const { id } = await openOne(service)
    await service.updateFollowUpTasks({ id, fallback: "cancel_order" })
    const cancel = { kind: "cancel_order" } as const
    const before = { task: await service.findTask(id), event_ids: [] }
    expect(await run(id, cancel, { key: "once" })).toEqual(before)
    expect(await run(id, cancel, { key: "once" })).toEqual(before)
    await expect(
      run(id, completion("confirmed"), { key: "once" })
    ).rejects.toThrow(Refusal)

    const closing = {
      kind: "cancel",
      reason: "order_canceled",
      note: null,
    } as const
    const first = await run(id, closing)
    const closed = { task: first.task, event_ids: [] }
    expect(await run(id, cancel, { key: "once" })).toEqual(closed)
    expect(await run(id, cancel, { actor_id: PETRO })).toEqual(closed)
    expect(
      await service.listFollowUpActivities({ task_id: id, kind: "canceled" })
    ).toMatchObject([{ actor_id: OLENA, data: { reason: "order_canceled" } }])
  })

  it("writes the task, its attempt, its history, its timer and its events", async () => {
    const { id } = await openOne(service)
    const change = await run(id, anAttempt({ note: "Ask for Ivan?" }))
    expect(await service.findTask(id)).toEqual(change.task)
    expect(change.task).toMatchObject({
      status: "waiting",
      assignee_id: OLENA,
      attempt_count: 1,
      updated_at: NOW,
    })
    const of = { task_id: id }
    expect(await service.listFollowUpAttempts(of)).toMatchObject([
      {
        channel: "phone",
        outcome: "no_answer",
        note: "Ask for Ivan?",
        attempted_at: NOW,
        actor_id: OLENA,
      },
    ])
    expect(
      (
        await service.listFollowUpActivities(of, { order: { sequence: "ASC" } })
      ).map(({ kind, actor_id }) => [kind, actor_id])
    ).toEqual([
      ["opened", null],
      ["attempted", OLENA],
      ["waiting", OLENA],
    ])
    expect(await service.listFollowUpTimers(of)).toMatchObject([
      { step: "resume", fires_at: monday("09:35") },
    ])
    expect(
      await service.listFollowUpOutboxEvents({ id: change.event_ids })
    ).toMatchObject([{ name: "follow-up.attempted", data: { id } }])
  })

  it.each([
    ["a colleague's", PETRO],
    ["one's own", OLENA],
  ])(
    "withdraws %s attempt although a deed was recorded in the same instant",
    async (_, actor_id) => {
      const { id } = await openOne(service)
      const deed = { outcome: null, note: null, received_phone: null }
      await run(id, { kind: "deed", ...deed })
      await run(id, anAttempt(), { actor_id })
      const { task } = await run(id, { kind: "withdraw_attempt" }, { actor_id })
      expect(task).toMatchObject({ status: "open", attempt_count: 1 })
    }
  )

  it("that is refused changes nothing at all", async () => {
    const { id } = await openOne(service)
    await run(id, completion("confirmed"))
    const before = await everything()
    await expect(
      run(id, anAttempt({ note: "Again" }), { key: "key-1" })
    ).rejects.toThrow(Refusal)
    await expect(
      run(id, completion("declined"), { key: "key-1" })
    ).rejects.toThrow(Refusal)
    expect(await everything()).toEqual(before)
  })

  it("leaves neither change nor event where its transaction fails", async () => {
    const { id } = await openOne(service)
    const before = await everything()
    const failing = MikroOrmWrapper.forkManager().transactional(
      async (manager) => {
        const { event_ids } = await runCommand(
          connectionOf(manager),
          { task_id: id, command: completion("confirmed"), actor_id: OLENA },
          new RuleVersions(() => service.settings),
          NOW,
          async () => []
        )
        expect(event_ids).toHaveLength(1)
        throw new Error("The power failed")
      }
    )
    await expect(failing).rejects.toThrow("The power failed")
    expect(await everything()).toEqual(before)
  })

  it("leaves nothing where one of its statements fails", async () => {
    const { id } = await openOne(service)
    const before = await everything()
    const sql = connectionOf(MikroOrmWrapper.forkManager())
    await sql.execute(
      `alter table follow_up_activity
         add constraint no_gate check (data->>'note' <> 'Gate')`
    )
    await expect(
      run(id, { kind: "note", note: "Gate" }, { key: "key-1" })
    ).rejects.toThrow("A database statement failed")
    await sql.execute("alter table follow_up_activity drop constraint no_gate")
    expect(await everything()).toEqual(before)
    expect(await service.listFollowUpCommandKeys()).toEqual([])
  })

  it("that no statement could carry is refused before the first", async () => {
    const { id } = await openOne(service)
    const before = await everything()
    await expect(
      run(id, { kind: "note", note: "Gate \u0000" }, { key: "key-1" })
    ).rejects.toMatchObject({
      code: "invalid_character",
      path: ["command", "note"],
    })
    await expect(
      run(id, {
        kind: "wait",
        until: new Date(NaN),
        reason: "other",
        note: null,
      })
    ).rejects.toMatchObject({ code: "no_moment", path: ["command", "until"] })
    expect(await everything()).toEqual(before)
  })

  it("on a task that does not exist says so", async () => {
    await expect(run("futask_none", anAttempt())).rejects.toThrow(
      "Follow-up task with id: futask_none was not found"
    )
  })

  it("on a task that was deleted says so, too", async () => {
    const { id } = await openOne(service)
    await service.softDeleteFollowUpTasks(id)
    await expect(run(id, anAttempt())).rejects.toThrow(
      `Follow-up task with id: ${id} was not found`
    )
    expect(await service.findTask(id)).toBeNull()
    expect(await service.findTasks({ order_id: ["order_1"] })).toEqual([])
    expect(await service.listSyncedTasks("", 10)).toEqual([])
  })

  it("keeps Medusa's own number in step with the order's total", async () => {
    const { id } = await openOne(service)
    const { task } = await run(id, {
      kind: "refresh",
      facts: { ...(await openOne(service)), order_total: 1999.55 },
    })
    expect(task.order_total).toBe(1999.55)
    expect(await service.listFollowUpTasks({ id })).toMatchObject([
      { order_total: 1999.55, raw_order_total: { value: "1999.55" } },
    ])
  })
})

describeModule("many commands at once", ({ service }) => {
  it("let one of two claims win; the other learns whose the task is", async () => {
    const { id } = await openOne(service)
    const people = [OLENA, PETRO]
    const claims = await Promise.allSettled(
      people.map((actor_id) =>
        service.runCommand(
          { task_id: id, command: { kind: "claim" }, actor_id },
          NOW
        )
      )
    )
    const winner = (await service.findTask(id))?.assignee_id ?? ""
    expect(people).toContain(winner)
    const lost = claims.flatMap((claim) =>
      claim.status === "rejected" ? [claim.reason] : []
    )
    expect(lost).toEqual([new Refusal("already_claimed", { assignee: winner })])
    expect(lost[0]).toHaveProperty("values.assignee", winner)
  })

  it("all land: twenty notes and ten attempts on one task", async () => {
    const { id } = await openOne(service)
    const commands: Command[] = [
      ...times(20, (index) => ({
        kind: "note" as const,
        note: `Note ${index}`,
      })),
      ...times(10, (index) => anAttempt({ note: `Attempt ${index}` })),
    ]
    await Promise.all(
      commands.map((command, index) =>
        service.runCommand(
          { task_id: id, command, actor_id: `user_${index}` },
          NOW
        )
      )
    )
    const of = { task_id: id }
    expect((await service.findTask(id))?.attempt_count).toBe(10)
    expect(await service.listFollowUpAttempts(of)).toHaveLength(10)
    expect(
      await service.listFollowUpActivities({ ...of, kind: "noted" })
    ).toHaveLength(20)
    expect(
      await service.listFollowUpOutboxEvents({ name: "follow-up.attempted" })
    ).toHaveLength(10)
  })
})
