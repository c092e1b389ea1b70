import { monday } from "../../src/modules/follow-up/__tests__/task-fixture"
import {
  anAttempt,
  OLENA,
} from "../../src/modules/follow-up/__tests__/task-in-memory"
import { openTasks } from "../../src/modules/follow-up/open-tasks"
import {
  type FollowUpOptions,
  readOptions,
} from "../../src/modules/follow-up/options"
import { Rules } from "../../src/modules/follow-up/rules"
import { runCommand } from "../../src/modules/follow-up/run-command"
import { describeModule } from "./follow-up-module"
import { aRequest, times } from "./open-request"

const NOW = monday("09:05")

const KYIV: FollowUpOptions = { calendar: { time_zone: "Europe/Kyiv" } }
const SOFIA: FollowUpOptions = { calendar: { time_zone: "Europe/Sofia" } }

describeModule("business calendars", ({ service, MikroOrmWrapper }) => {
  /** The module as it is after a restart with these options. */
  const started = (options: FollowUpOptions) => {
    const rules = new Rules(readOptions(options))
    return {
      open: async () => {
        const [change] = await MikroOrmWrapper.forkManager().transactional(
          (sql) => openTasks(sql, [aRequest()], rules, NOW)
        )
        if (!change) {
          throw new Error("Nothing was opened")
        }
        return change.task
      },
      run: (request: Parameters<typeof runCommand>[1], now: Date) =>
        MikroOrmWrapper.forkManager().transactional((sql) =>
          runCommand(sql, request, rules, now)
        ),
    }
  }

  const versions = async () =>
    (
      await service.listFollowUpBusinessCalendars(
        {},
        { order: { version: "ASC" } }
      )
    ).map(({ name, version, definition }) => [
      name,
      version,
      Reflect.get(definition, "time_zone"),
    ])

  it("are stored once, however often the shop starts with the same options", async () => {
    const tasks = [
      await started(KYIV).open(),
      await started(KYIV).open(),
      await started({
        calendar: { exceptions: [], time_zone: "Europe/Kyiv" },
      }).open(),
    ]
    expect(new Set(tasks.map(({ calendar_id }) => calendar_id)).size).toBe(1)
    expect(await versions()).toEqual([["default", 1, "Europe/Kyiv"]])
  })

  it("are stored once where the first tasks are opened at once", async () => {
    const opened = await Promise.all(
      times(5, () => service.openTasks([aRequest()], NOW))
    )
    const ids = opened.flat().map(({ task }) => task.calendar_id)
    expect(ids).toHaveLength(5)
    expect(new Set(ids).size).toBe(1)
  })

  it("get a further version where the options change, and none where they change back", async () => {
    const [first, , third] = [
      await started(KYIV).open(),
      await started(SOFIA).open(),
      await started(KYIV).open(),
    ]
    expect(await versions()).toEqual([
      ["default", 1, "Europe/Kyiv"],
      ["default", 2, "Europe/Sofia"],
    ])
    expect(third.calendar_id).toBe(first.calendar_id)
  })

  it("are two where instances with different options open their first tasks at once", async () => {
    const tasks = await Promise.all(
      times(6, (index) => started(index % 2 ? KYIV : SOFIA).open())
    )
    expect(tasks).toHaveLength(6)
    expect((await versions()).map(([, , zone]) => zone).sort()).toEqual([
      "Europe/Kyiv",
      "Europe/Sofia",
    ])
  })

  it("stay those of the tasks that were opened under them", async () => {
    const before = await started({
      calendar: { ...KYIV.calendar, weekly: { monday: [["09:00", "09:10"]] } },
    }).open()
    const shop = started(KYIV)
    const after = await shop.open()
    expect(after.calendar_id).not.toBe(before.calendar_id)
    expect(before.response_target_at).toEqual(
      new Date(monday("09:10").getTime() + 7 * 86_400_000)
    )
    expect(after.response_target_at).toEqual(monday("09:20"))

    const calendars = await service.calendarsOf([before, after])
    expect(calendars.get(before.calendar_id)?.version).toBe(1)
    expect(calendars.get(after.calendar_id)?.version).toBe(2)

    // The retry after 30 minutes falls into the windows of its own calendar.
    const { task } = await shop.run(
      { task_id: before.id, command: anAttempt(), actor_id: OLENA },
      NOW
    )
    expect(task.waiting_until).toEqual(
      new Date(monday("09:05").getTime() + 21 * 86_400_000)
    )
  })
})
