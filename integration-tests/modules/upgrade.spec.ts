import {
  monday,
  tuesday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  OLENA,
  waitUntil,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import { Migration20261122100000 } from "../../src/modules/follow-up/migrations/Migration20261122100000"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"

describeModule("an upgrade", ({ service, MikroOrmWrapper }) => {
  const migrate = async (direction: "down" | "up") => {
    const { em, config } = MikroOrmWrapper.getOrm()
    const migration = new Migration20261122100000(em.getDriver(), config)
    await migration[direction]()
    for (const query of migration.getQueries()) {
      await MikroOrmWrapper.forkManager().execute(query.toString())
    }
  }

  const run = (task_id: string, command: Command, now: Date) =>
    service.runCommand({ task_id, command, actor_id: OLENA }, now)

  it("takes what tasks had banked for one run up to their last pause", async () => {
    const waiting = await openOne(service)
    await run(waiting.id, waitUntil(monday("12:00")), monday("10:30"))
    const resumed = await openOne(service)
    await run(resumed.id, waitUntil(tuesday("12:00")), monday("10:00"))
    await run(resumed.id, { kind: "resume" }, monday("14:00"))
    const never_paused = await openOne(service)

    await migrate("down")
    await migrate("up")
    await migrate("up")

    const runsOf = async ({ id }: { id: string }) =>
      (await service.findTask(id))?.runs.map(({ from, until, seconds }) => ({
        from: new Date(from),
        until: new Date(until),
        seconds,
      }))
    expect(await runsOf(waiting)).toEqual([
      { from: monday("09:00"), until: monday("10:30"), seconds: 5400 },
    ])
    expect(await runsOf(resumed)).toEqual([
      { from: monday("09:00"), until: monday("10:00"), seconds: 3600 },
    ])
    expect(await runsOf(never_paused)).toEqual([])
  })
})
