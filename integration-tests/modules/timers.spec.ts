import {
  friday,
  justAfter,
  monday,
  nextMonday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  OLENA,
  waitUntil,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import { describeModule } from "./follow-up-module"
import { aRequest, openOne, times } from "./open-request"

describeModule("the clock", ({ service, MikroOrmWrapper, errors }) => {
  const run = (task_id: string, command: Command, now: Date) =>
    service.runCommand({ task_id, command, actor_id: OLENA }, now)

  const kindsOf = async (task_id: string) =>
    (
      await service.listFollowUpActivities(
        { task_id },
        { order: { sequence: "ASC" } }
      )
    ).map(({ kind }) => kind)

  it("brings a waiting task back at its time", async () => {
    const { id } = await openOne(service)
    await run(id, anAttempt(), monday("09:05"))
    expect(await service.fireDueTimers(monday("09:34:59"), 100)).toEqual([])
    await service.fireDueTimers(monday("09:35"), 100)
    expect(await service.findTask(id)).toMatchObject({
      status: "open",
      due_at: monday("09:35"),
      waiting_until: null,
    })
    expect(await service.listFollowUpTimers({ task_id: id })).toEqual([])
  })

  it("writes a missed target and a breach, each with its true time and event", async () => {
    const { id } = await openOne(service)
    expect(await service.fireDueTimers(monday("09:20"), 100)).toEqual([])
    const [missed] = await service.fireDueTimers(
      justAfter(monday("09:20")),
      100
    )
    const [breached] = await service.fireDueTimers(nextMonday("12:00"), 100)
    expect(
      await service.listFollowUpActivities({
        task_id: id,
        kind: ["target_missed", "breached"],
      })
    ).toMatchObject([
      { kind: "target_missed", occurred_at: monday("09:20"), actor_id: null },
      { kind: "breached", occurred_at: monday("10:00"), actor_id: null },
    ])
    expect(
      (
        await service.listFollowUpOutboxEvents({
          id: [missed, breached].flatMap((change) => change?.event_ids ?? []),
        })
      ).map(({ name }) => name)
    ).toEqual(["follow-up.target_missed", "follow-up.breached", "escalation"])
    expect(await service.fireDueTimers(nextMonday("13:00"), 100)).toEqual([])
  })

  it("lets what was tried wait ever longer, and forgets what was handed over", async () => {
    await openOne(service)
    const [waiting] = await service.listFollowUpOutboxEvents()
    const ids = [waiting?.id ?? ""]
    const attemptsAt = async (time: string) =>
      (await service.takeOutbox(ids, monday(time))).map(
        ({ attempts }) => attempts
      )
    expect(await attemptsAt("09:00")).toEqual([0])
    expect(await attemptsAt("09:00:09")).toEqual([])
    expect(await attemptsAt("09:00:10")).toEqual([1])
    expect(await attemptsAt("09:01:09")).toEqual([])
    expect(await attemptsAt("09:01:10")).toEqual([2])
    expect(await attemptsAt("09:11:10")).toEqual([3])
    expect(await attemptsAt("10:11:10")).toEqual([4])
    expect(await attemptsAt("11:11:09")).toEqual([])
    expect(await attemptsAt("11:11:10")).toEqual([5])

    await service.forgetOutbox(ids)
    expect(await service.listFollowUpOutboxEvents()).toEqual([])
  })

  it("does nothing to a task that was answered in time", async () => {
    const { id } = await openOne(service)
    await run(id, anAttempt({ outcome: "reached" }), monday("09:05"))
    expect(await service.fireDueTimers(friday("18:00"), 100)).toEqual([])
    expect(await kindsOf(id)).toEqual(["opened", "attempted"])
  })

  it("fires each step once although four drain at once", async () => {
    const requests = times(200, (index) =>
      aRequest({ order_id: `order_${index}` })
    )
    await service.openTasks(requests, monday("09:01"))
    const drain = async (): Promise<void> => {
      const changes = await service.fireDueTimers(friday("18:00"), 20)
      return changes.length > 0 ? drain() : undefined
    }
    await Promise.all(times(4, drain))
    await drain()

    const fired = async (kind: "target_missed" | "breached") => ({
      activities: (
        await service.listFollowUpActivities({ kind }, { take: 999 })
      ).length,
      events: (
        await service.listFollowUpOutboxEvents(
          { name: `follow-up.${kind}` },
          { take: 999 }
        )
      ).length,
    })
    expect(await fired("target_missed")).toEqual({
      activities: 200,
      events: 200,
    })
    expect(await fired("breached")).toEqual({ activities: 200, events: 200 })
    expect(await service.listFollowUpTimers()).toEqual([])
  })

  it("leaves a task that somebody is working on for the next tick", async () => {
    const busy = await openOne(service)
    const free = await openOne(service, { opened_at: monday("09:10") })
    await MikroOrmWrapper.forkManager().transactional(async (other) => {
      await other.execute(
        "select 1 from follow_up_task where id = ? for update",
        [busy.id]
      )
      const changes = await service.fireDueTimers(monday("09:40"), 100)
      expect(changes.map(({ task }) => task.id)).toEqual([free.id])
    })
    const changes = await service.fireDueTimers(monday("09:40"), 100)
    expect(changes.map(({ task }) => task.id)).toEqual([busy.id])
  })

  it("takes what was due earliest first", async () => {
    for (const time of ["09:02", "09:00", "09:01"]) {
      await openOne(service, { opened_at: monday(time) })
    }
    const changes = await service.fireDueTimers(monday("09:40"), 2)
    expect(changes.map(({ task }) => task.opened_at)).toEqual([
      monday("09:00"),
      monday("09:01"),
    ])
  })

  it("passes over a task that was deleted", async () => {
    const deleted = await openOne(service)
    const other = await openOne(service)
    await service.softDeleteFollowUpTasks(deleted.id)
    const changes = await service.fireDueTimers(monday("09:40"), 100)
    expect(changes.map(({ task }) => task.id)).toEqual([other.id])
    expect(await kindsOf(deleted.id)).toEqual([])
  })

  it("counts a pause as none of the time that was allowed", async () => {
    const { id } = await openOne(service)
    await run(id, waitUntil(monday("14:00")), monday("09:15"))
    await service.fireDueTimers(monday("14:03"), 100)
    expect(await service.fireDueTimers(monday("14:05"), 100)).toEqual([])
    await service.fireDueTimers(justAfter(monday("14:05")), 100)
    expect(await kindsOf(id)).toEqual([
      "opened",
      "waiting",
      "resumed",
      "target_missed",
    ])
  })

  it("goes on with the others where one task cannot be decided", async () => {
    const broken = await openOne(service)
    const other = await openOne(service, { opened_at: monday("09:10") })
    await service.updateFollowUpTasks({
      id: broken.id,
      calendar_id: "fucal_lost",
    })
    const changes = await service.fireDueTimers(monday("09:40"), 100)
    expect(changes.map(({ task }) => task.id)).toEqual([other.id])
    expect(await service.fireDueTimers(monday("09:41"), 100)).toEqual([])
    expect(errors).toEqual([
      `follow-ups: the timer of task ${broken.id} failed and will be tried again: Business calendar fucal_lost 1 is not stored`,
    ])

    await service.updateFollowUpTasks({
      id: broken.id,
      calendar_id: broken.calendar_id,
    })
    await service.fireDueTimers(monday("09:51"), 100)
    expect(
      await service.listFollowUpActivities({ kind: "target_missed" })
    ).toMatchObject([
      { task_id: other.id, occurred_at: monday("09:30") },
      { task_id: broken.id, occurred_at: monday("09:20") },
    ])
  })
})
