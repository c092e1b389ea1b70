import type { Migration } from "@medusajs/framework/mikro-orm/migrations"
import {
  monday,
  tuesday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  OLENA,
  waitUntil,
  WITHDRAW,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import { Migration20261122100000 } from "../../src/modules/follow-up/migrations/Migration20261122100000"
import { Migration20261127130000 } from "../../src/modules/follow-up/migrations/Migration20261127130000"
import { Migration20261127140000 } from "../../src/modules/follow-up/migrations/Migration20261127140000"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"

describeModule("an upgrade", ({ service, MikroOrmWrapper }) => {
  const execute = (sql: string, values: string[] = []) =>
    MikroOrmWrapper.forkManager().execute(sql, values)

  const migrate = async (
    Migrating: new (
      ...args: ConstructorParameters<typeof Migration>
    ) => Migration,
    direction: "down" | "up"
  ) => {
    const { em, config } = MikroOrmWrapper.getOrm()
    const migration = new Migrating(em.getDriver(), config)
    await migration[direction]()
    for (const query of migration.getQueries()) {
      await execute(query.toString())
    }
  }

  const run = (task_id: string, command: Command, now: Date) =>
    service.runCommand({ task_id, command, actor_id: OLENA }, now)

  const runsOf = async ({ id }: { id: string }) =>
    (await service.findTask(id))?.runs.map(({ from, until, seconds }) => ({
      from: new Date(from),
      until: new Date(until),
      seconds,
    }))

  it("takes what tasks had banked for one run up to their last pause", async () => {
    const waiting = await openOne(service)
    await run(waiting.id, waitUntil(monday("12:00")), monday("10:30"))
    const resumed = await openOne(service)
    await run(resumed.id, waitUntil(tuesday("12:00")), monday("10:00"))
    await run(resumed.id, { kind: "resume" }, monday("14:00"))
    const never_paused = await openOne(service)

    await migrate(Migration20261127130000, "down")
    await migrate(Migration20261122100000, "down")
    await migrate(Migration20261122100000, "up")
    await migrate(Migration20261122100000, "up")
    await migrate(Migration20261127130000, "up")
    await migrate(Migration20261127130000, "up")

    expect(await runsOf(waiting)).toEqual([
      { from: monday("09:00"), until: monday("10:30"), seconds: 5400 },
    ])
    expect(await runsOf(resumed)).toEqual([
      { from: monday("09:00"), until: monday("10:00"), seconds: 3600 },
    ])
    expect(await runsOf(never_paused)).toEqual([])
  })

  it("keeps the runs of a task that add up to what it had banked, and no others", async () => {
    const whole = await openOne(service)
    await run(whole.id, waitUntil(monday("10:00")), monday("09:30"))
    await run(whole.id, { kind: "resume" }, monday("10:00"))
    await run(whole.id, waitUntil(monday("12:00")), monday("10:30"))
    const [short, none, over] = await Promise.all(
      [1, 2, 3].map(async () => {
        const task = await openOne(service)
        await run(task.id, waitUntil(monday("12:00")), monday("10:30"))
        return task
      })
    )
    const before = await runsOf(whole)

    await migrate(Migration20261127130000, "down")
    const bank = (id = "", seconds = "", runs = "runs") =>
      execute(
        `update follow_up_task set banked_seconds = ?, runs = ${runs} where id = ?`,
        [seconds, id]
      )
    await bank(short?.id, "7200.5")
    await bank(none?.id, "600", "'[]'")
    await bank(over?.id, "0")
    await migrate(Migration20261127130000, "up")

    expect(before).toHaveLength(2)
    expect(await runsOf(whole)).toEqual(before)
    const banked = (seconds: number) => [
      { from: monday("09:00"), until: monday("10:30"), seconds },
    ]
    expect(await runsOf(short ?? { id: "" })).toEqual(banked(7200.5))
    expect(await runsOf(none ?? { id: "" })).toEqual(banked(600))
    expect(await runsOf(over ?? { id: "" })).toEqual([])
  })

  it("lets an attempt of just before it be withdrawn", async () => {
    const { id } = await openOne(service)
    await run(id, anAttempt(), monday("09:10"))
    await run(id, anAttempt({ outcome: "busy" }), monday("09:20"))

    await migrate(Migration20261127130000, "down")
    const kept = await execute(
      `select before -> 'banked_seconds' as banked from follow_up_attempt
        where outcome = 'busy'`
    )
    await migrate(Migration20261127130000, "up")
    await run(id, WITHDRAW, monday("09:21"))

    expect(kept).toEqual([{ banked: 600 }])
    expect(await runsOf({ id })).toEqual([
      { from: monday("09:00"), until: monday("09:10"), seconds: 600 },
    ])
  })

  it("explains deadlines of before it by the rules, and keeps what later ones are made from", async () => {
    const { id } = await openOne(service)
    await run(id, anAttempt({ outcome: "reached" }), monday("09:10"))
    const { playbooks } = await service.readRuleBook(monday("09:15"))
    const confirm = playbooks.find(({ type }) => type === "confirm_order")
    await service.changeRules(
      {
        kind: "update_playbook",
        id: confirm?.id ?? "",
        definition: confirm && {
          ...confirm.definition,
          response_limit_minutes: 90,
          resolution_limit_minutes: 480,
        },
      },
      OLENA,
      monday("09:15")
    )
    while (await service.moveTasks(monday("09:15"))) {
      // Until all are moved.
    }
    const explained = async () => {
      const task = await service.findTask(id)
      const deadlines = task ? await service.explainDeadlines(task) : []
      return deadlines.map(({ deadline, from, banked_seconds }) => [
        deadline,
        from,
        banked_seconds,
      ])
    }
    const before = [
      ["response_target", monday("09:00"), 0],
      ["response_limit", monday("09:00"), 0],
      ["resolution_limit", monday("09:00"), 0],
    ]
    expect(await explained()).toEqual(before)

    await migrate(Migration20261127140000, "down")
    await migrate(Migration20261127140000, "up")
    await migrate(Migration20261127140000, "up")
    // Met under rules that allowed less: the rules of now do not explain it.
    const [target, , resolution] = before
    expect(await explained()).toEqual([target, resolution])

    await run(id, waitUntil(monday("12:00")), monday("10:00"))
    await run(id, { kind: "resume" }, monday("11:00"))
    expect(await explained()).toEqual([
      target,
      ["resolution_limit", monday("11:00"), 3600],
    ])
  })
})
