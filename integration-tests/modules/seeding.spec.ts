import { rulesUnder } from "../../src/modules/follow-up/__tests__/plugin-desk"
import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  OLENA,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import { moveTasks } from "../../src/modules/follow-up/reconciler/move-tasks"
import { openTasks } from "../../src/modules/follow-up/opening/open-tasks"
import type { FollowUpOptions } from "../../src/modules/follow-up/options/options"

import { runCommand } from "../../src/modules/follow-up/task/run-command"
import { connectionOf } from "../../src/postgres/connection"
import type { Sql } from "../../src/postgres/sql"
import { describeModule } from "./follow-up-module"
import { aRequest, times } from "./open-request"

const NOW = monday("09:05")

const KYIV: FollowUpOptions = { calendar: { time_zone: "Europe/Kyiv" } }
const SOFIA: FollowUpOptions = { calendar: { time_zone: "Europe/Sofia" } }

const quickly = (response_target_minutes: number): FollowUpOptions => ({
  ...KYIV,
  targets: { confirm_order: { response_target_minutes } },
})

describeModule("the rules that a shop begins with", (suite) => {
  const { service, MikroOrmWrapper, errors } = suite

  /** The module after a restart with these options. */
  const started = (options: FollowUpOptions) => {
    const rules = rulesUnder(options)
    const inTransaction = <Result>(act: (sql: Sql) => Promise<Result>) =>
      MikroOrmWrapper.forkManager().transactional((manager) =>
        act(connectionOf(manager))
      )
    return {
      open: async () => {
        const { opened } = await inTransaction((sql) =>
          openTasks(sql, [aRequest()], rules, NOW)
        )
        const [change] = opened
        if (!change) {
          throw new Error("Nothing was opened")
        }
        return change.task
      },
      fail: () =>
        inTransaction(async (sql) => {
          await openTasks(sql, [aRequest()], rules, NOW)
          throw new Error("The power failed")
        }),
      book: () => inTransaction((sql) => rules.book(sql, NOW)),
      run: (request: Parameters<typeof runCommand>[1], now: Date) =>
        inTransaction((sql) =>
          runCommand(sql, request, rules, now, async () => [])
        ),
      /** Moves tasks to the current rules, as a tick does. */
      move: () =>
        inTransaction((sql) =>
          moveTasks(sql, rules, NOW, {
            error: (message) => void errors.push(`${message}`),
          })
        ),
    }
  }

  const zones = async () =>
    (
      await service.listFollowUpCalendarVersions(
        {},
        { order: { version: "ASC" } }
      )
    ).map(({ version, definition }) => [
      version,
      Reflect.get(definition, "time_zone"),
    ])

  const targets = async () => {
    const { playbooks } = await started(KYIV).book()
    const confirm = playbooks.find(({ type }) => type === "confirm_order")
    return confirm?.definition.response_target_minutes
  }

  it("are stored once, however often it starts with the same options", async () => {
    const tasks = [
      await started(KYIV).open(),
      await started(KYIV).open(),
      await started({
        calendar: { exceptions: [], time_zone: "Europe/Kyiv" },
      }).open(),
    ]
    expect(new Set(tasks.map(({ calendar_id }) => calendar_id)).size).toBe(1)
    expect(new Set(tasks.map(({ playbook_id }) => playbook_id)).size).toBe(1)
    expect(await zones()).toEqual([[1, "Europe/Kyiv"]])
    expect(await service.listFollowUpPlaybookVersions()).toHaveLength(7)
    expect(await service.listFollowUpRuleChanges()).toEqual([])
  })

  it("are stored once where many instances start at once", async () => {
    const tasks = await Promise.all(times(8, () => started(KYIV).open()))
    expect(new Set(tasks.map(({ calendar_id }) => calendar_id)).size).toBe(1)
    expect(await zones()).toEqual([[1, "Europe/Kyiv"]])
    expect(await service.listFollowUpPlaybooks()).toHaveLength(7)
    expect(await service.listFollowUpPlaybookVersions()).toHaveLength(7)
  })

  it("have the names that the settings pages show", async () => {
    const { calendars, playbooks } = await started(KYIV).book()
    expect(calendars).toMatchObject([
      { name: "Opening hours", is_default: true, is_edited: false },
    ])
    expect(playbooks).toMatchObject([
      { type: "arrange_delivery", name: "Standard", is_seeded: true },
      { type: "complete_contact", name: "Standard", is_seeded: true },
      { type: "confirm_order", name: "Standard", is_seeded: true },
      { type: "delivery_late", name: "Standard", is_seeded: true },
      { type: "payment_due", name: "Standard", is_seeded: true },
      { type: "refund_due", name: "Standard", is_seeded: true },
      { type: "resolve_shortage", name: "Standard", is_seeded: true },
    ])
  })

  it("get a further version where the options change while nobody edited them", async () => {
    const first = await started(KYIV).open()
    const second = await started({ ...quickly(10), ...SOFIA }).open()
    expect(second).toMatchObject({
      calendar_id: first.calendar_id,
      calendar_version: 2,
      playbook_id: first.playbook_id,
      playbook_version: 2,
    })
    expect(await zones()).toEqual([
      [1, "Europe/Kyiv"],
      [2, "Europe/Sofia"],
    ])
  })

  it("get one further version where many instances start at once with other options", async () => {
    await started(KYIV).open()
    await Promise.all(times(6, () => started(SOFIA).open()))
    expect(await zones()).toEqual([
      [1, "Europe/Kyiv"],
      [2, "Europe/Sofia"],
    ])
    expect(await service.listFollowUpRuleChanges()).toHaveLength(1)
  })

  it("are brought although the first thing that an instance did failed", async () => {
    await started(KYIV).open()
    const sofia = started(SOFIA)
    await expect(sofia.fail()).rejects.toThrow("The power failed")
    expect(await sofia.open()).toMatchObject({ calendar_version: 2 })
  })

  it("move the tasks that are open to the new version", async () => {
    const task = await started(KYIV).open()
    const shop = started(quickly(5))
    expect(await shop.move()).toBeNull()
    await shop.book()
    const [change] = (await shop.move()) ?? []
    expect(change?.task).toMatchObject({
      id: task.id,
      playbook_version: 2,
      response_target_at: monday("09:05"),
    })
    expect(await service.findTask(task.id)).toEqual(change?.task)
    expect(await shop.move()).toBeNull()
  })

  it("follow the options no more once somebody edited them", async () => {
    const { calendars, playbooks } = await started(KYIV).book()
    const confirm = playbooks.find(({ type }) => type === "confirm_order")
    const [hours] = calendars
    if (!hours || !confirm) {
      throw new Error("Nothing was seeded")
    }
    await service.changeRules(
      {
        kind: "update_calendar",
        id: hours.id,
        definition: { ...hours.definition, time_zone: "Europe/Warsaw" },
      },
      OLENA,
      NOW
    )
    await service.changeRules(
      {
        kind: "update_playbook",
        id: confirm.id,
        definition: { ...confirm.definition, response_target_minutes: 7 },
      },
      OLENA,
      NOW
    )
    await started({ ...quickly(10), ...SOFIA }).open()
    expect(await zones()).toEqual([
      [1, "Europe/Kyiv"],
      [2, "Europe/Warsaw"],
    ])
    expect(await targets()).toBe(7)
  })

  it("stay switched as the shop switched them", async () => {
    const confirm = (await started(KYIV).book()).playbooks.find(
      ({ type }) => type === "confirm_order"
    )
    await service.changeRules(
      { kind: "update_playbook", id: confirm?.id ?? "", enabled: false },
      OLENA,
      NOW
    )
    const { playbooks } = await started(KYIV).book()
    expect(playbooks.find(({ id }) => id === confirm?.id)?.enabled).toBe(false)
  })

  it("are switched as the options say while nobody edited them", async () => {
    await started(KYIV).book()
    const switchedOff = { ...KYIV, disabled_types: ["complete_contact"] }
    const off = async (options: FollowUpOptions) =>
      (await started(options).book()).playbooks
        .filter(({ enabled }) => !enabled)
        .map(({ type }) => type)
    expect(await off(switchedOff)).toEqual(["complete_contact"])
    expect(await off(KYIV)).toEqual([])
  })

  it("do not come back where the shop deleted them", async () => {
    const contact = (await started(KYIV).book()).playbooks.find(
      ({ type }) => type === "complete_contact"
    )
    await service.changeRules(
      { kind: "delete_playbook", id: contact?.id ?? "" },
      OLENA,
      NOW
    )
    const { playbooks } = await started(quickly(10)).book()
    expect(playbooks.map(({ type }) => type)).toEqual([
      "arrange_delivery",
      "confirm_order",
      "delivery_late",
      "payment_due",
      "refund_due",
      "resolve_shortage",
    ])
  })

  it("stay those of the tasks that run under an older version", async () => {
    const before = await started({
      calendar: { ...KYIV.calendar, weekly: { monday: [["09:00", "09:10"]] } },
    }).open()
    const shop = started(KYIV)
    const after = await shop.open()
    expect([before.calendar_version, after.calendar_version]).toEqual([1, 2])
    expect(before.response_target_at).toEqual(
      new Date(monday("09:10").getTime() + 7 * 86_400_000)
    )
    expect(after.response_target_at).toEqual(monday("09:20"))

    // The retry after 30 minutes is planned in the windows of its own version.
    const { task } = await shop.run(
      { task_id: before.id, command: anAttempt(), actor_id: OLENA },
      NOW
    )
    expect(task.waiting_until).toEqual(
      new Date(monday("09:05").getTime() + 21 * 86_400_000)
    )
  })
})

describeModule(
  "what a shop begins with whose language is Bulgarian",
  ({ service }) => {
    it("has Bulgarian names", async () => {
      const { calendars, playbooks } = await service.readRuleBook(NOW)
      await service.seedCannedAnswers(NOW)
      const answers = await service.cannedAnswers()

      expect(calendars.map(({ name }) => name)).toEqual(["Работно време"])
      expect(new Set(playbooks.map(({ name }) => name))).toEqual(
        new Set(["Стандартен"])
      )
      expect(answers.map(({ name }) => name)).toEqual([
        "Не успяхме да се свържем по телефона",
        "Сега не работим, ще се обадим по-късно",
        "Изпратете ни телефонния си номер",
      ])
    })
  },
  { language: "bg" }
)
