import { RuleVersions } from "../../src/modules/follow-up/rules/rule-versions"
import {
  justAfter,
  monday,
  tuesday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  completion,
  OLENA,
  PETRO,
  waitUntil,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import { bankedSeconds } from "../../src/modules/follow-up/task/clock/clock-runs"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import type { PlaybookDefinition } from "../../src/desk/playbook"
import { openTasks } from "../../src/modules/follow-up/opening/open-tasks"
import { connectionOf } from "../../src/postgres/connection"
import type { RuleChange } from "../../src/modules/follow-up/rules/rule-change"
import type { Task } from "../../src/modules/follow-up/task/task"
import { describeModule } from "./follow-up-module"
import { aRequest, openOne, times } from "./open-request"
import { untilLockIsWaitedFor } from "./waits-for-lock"

const NOW = monday("12:00")

describeModule("changing the rules", ({ service, MikroOrmWrapper, errors }) => {
  const confirmPlaybook = async () => {
    const { playbooks } = await service.readRuleBook(NOW)
    const playbook = playbooks.find(({ type }) => type === "confirm_order")
    if (!playbook) {
      throw new Error("There is no playbook")
    }
    return playbook
  }

  const change = async (
    definition: Partial<PlaybookDefinition>,
    version?: number
  ): Promise<RuleChange> => {
    const playbook = await confirmPlaybook()
    return {
      kind: "update_playbook",
      id: playbook.id,
      definition: { ...playbook.definition, ...definition },
      ...(version !== undefined && { version }),
    }
  }

  const shortHours = async (): Promise<RuleChange> => {
    const { calendars } = await service.readRuleBook(NOW)
    const [hours] = calendars
    return {
      kind: "update_calendar",
      id: hours?.id ?? "",
      definition: {
        time_zone: "Europe/Kyiv",
        weekly: { monday: [["11:30", "18:00"]], tuesday: [["09:00", "10:00"]] },
      },
    }
  }

  /** Moves all remaining tasks, as ticks do. */
  const moveAll = async (): Promise<number> => {
    const moved = await service.moveTasks(NOW)
    return moved ? moved.length + (await moveAll()) : 0
  }

  const run = (task_id: string, command: Command, now: Date) =>
    service.runCommand({ task_id, command, actor_id: OLENA }, now)

  const allTasks = async (): Promise<Map<string, Task>> => {
    const { tasks } = await service.listQueue(
      {},
      {
        sort: { column: "opened_at", descending: false },
        limit: 2000,
        offset: 0,
      },
      null,
      NOW
    )
    return new Map(tasks.map((task) => [task.id, task]))
  }

  const lateIds = async (): Promise<Set<string>> => {
    const { tasks } = await service.listQueue(
      { tab: "late" },
      {
        sort: { column: "opened_at", descending: false },
        limit: 2000,
        offset: 0,
      },
      null,
      NOW
    )
    return new Set(tasks.map(({ id }) => id))
  }

  /** Tasks in every possible state, opened during the morning. */
  const aMorning = async (): Promise<void> => {
    const opened = await service.openTasks(
      times(60, (index) =>
        aRequest({
          order_id: `order_${index}`,
          opened_at: new Date(monday("09:00").getTime() + index * 180_000),
        })
      ),
      NOW
    )
    const commands: [Command, Date][] = [
      [anAttempt({ outcome: "reached" }), monday("12:00")],
      [waitUntil(monday("15:00")), monday("11:59")],
      [completion("confirmed"), monday("12:00")],
      [{ kind: "claim" }, monday("12:00")],
    ]
    for (const [index, { task }] of opened.entries()) {
      const [command, at] = commands[index % 6] ?? []
      if (command && at) {
        await run(task.id, command, at)
      }
    }
  }

  const everything = async () => ({
    tasks: await service.listFollowUpTasks({}, { take: 2000 }),
    activities: await service.listFollowUpActivities({}, { take: 9000 }),
    timers: await service.listFollowUpTimers({}, { take: 2000 }),
    events: await service.listFollowUpOutboxEvents({}, { take: 9000 }),
    playbooks: await service.listFollowUpPlaybookVersions(),
    calendars: await service.listFollowUpCalendarVersions(),
    changes: await service.listFollowUpRuleChanges(),
  })

  it.each<[string, boolean, () => Promise<RuleChange>]>([
    [
      "other minutes",
      true,
      () =>
        change({
          response_target_minutes: 5,
          response_limit_minutes: 15,
          resolution_limit_minutes: 120,
        }),
    ],
    [
      "more time",
      false,
      () =>
        change({ response_target_minutes: 100, response_limit_minutes: 150 }),
    ],
    ["other hours", false, shortHours],
  ])(
    "a dry run says exactly what applying it then does: %s",
    async (_, shortens, make) => {
      await aMorning()
      const to = await make()
      const before = await everything()
      const tasks = await allTasks()
      const late = await lateIds()

      const run = await service.tryRules(to, NOW)
      expect(await everything()).toEqual(before)

      await service.changeRules(to, OLENA, NOW)
      await moveAll()
      const after = await allTasks()
      const late_after = await lateIds()

      const moved = [...after.values()].filter((task) =>
        (
          [
            "response_target_at",
            "response_limit_at",
            "resolution_limit_at",
            "waiting_until",
          ] as const
        ).some(
          (deadline) =>
            task[deadline]?.getTime() !==
            tasks.get(task.id)?.[deadline]?.getTime()
        )
      )
      const missing = (of: ReadonlyMap<string, Task>) =>
        [...of.values()].filter(
          ({ status, responded_at, response_target_at }) =>
            status === "open" && !responded_at && response_target_at < NOW
        )
      const missed = new Set(missing(tasks).map(({ id }) => id))
      expect(run).toMatchObject({
        active_tasks: 50,
        moved: moved.length,
        miss_target: missing(after).filter(({ id }) => !missed.has(id)).length,
        become_late: [...late_after].filter((id) => !late.has(id)).length,
        stop_being_late: [...late].filter((id) => !late_after.has(id)).length,
      })
      expect(run.become_late + run.stop_being_late).toBeGreaterThan(0)
      expect(run.miss_target > 0).toBe(shortens)
      expect(run.examples).toHaveLength(10)
      for (const {
        task,
        deadline,
        before,
        after: moved_to,
        becomes,
      } of run.examples) {
        const column =
          deadline === "waiting_until" ? deadline : (`${deadline}_at` as const)
        expect(tasks.get(task.id)?.[column]).toEqual(before)
        expect(after.get(task.id)?.[column]).toEqual(moved_to)
        expect(becomes).toBe(
          late.has(task.id) === late_after.has(task.id)
            ? null
            : late_after.has(task.id)
              ? "late"
              : "on_time"
        )
      }
    }
  )

  it("dates a breach that it makes to when the clock ran, though the hours changed since", async () => {
    const { id } = await openOne(service)
    await run(id, anAttempt({ outcome: "reached" }), monday("09:05"))
    await run(id, waitUntil(monday("11:40")), monday("10:30"))
    await run(id, { kind: "resume" }, monday("11:30"))
    await service.changeRules(await shortHours(), OLENA, NOW)
    await moveAll()
    await service.changeRules(
      await change({ resolution_limit_minutes: 80 }),
      OLENA,
      NOW
    )
    await moveAll()
    const task = await service.findTask(id)
    expect(bankedSeconds(task?.runs ?? [])).toBe(5400)
    expect(task).toMatchObject({
      runs: [
        {
          from: monday("09:00").toISOString(),
          until: monday("10:30").toISOString(),
          seconds: 5400,
          calendar_version: 1,
        },
      ],
      calendar_version: 2,
      resolution_limit_at: monday("10:20"),
    })
  })

  it("moves a retry out of hours that are closed now, as the dry run says", async () => {
    const { id } = await openOne(service)
    const before = monday("12:30")
    const after = tuesday("09:00")
    await run(id, anAttempt(), NOW)
    const { calendars } = await service.readRuleBook(NOW)
    const morningsOnly: RuleChange = {
      kind: "update_calendar",
      id: calendars[0]?.id ?? "",
      definition: {
        time_zone: "Europe/Kyiv",
        weekly: {
          monday: [["09:00", "12:10"]],
          tuesday: [["09:00", "12:10"]],
        },
      },
    }
    expect(await service.tryRules(morningsOnly, NOW)).toMatchObject({
      moved: 1,
      become_late: 0,
      examples: [{ task: { id }, deadline: "waiting_until", before, after }],
    })

    await service.changeRules(morningsOnly, OLENA, NOW)
    await moveAll()
    expect(await service.findTask(id)).toMatchObject({
      status: "waiting",
      waiting_until: after,
      due_at: after,
    })
    await service.fireDueTimers(before, 10)
    expect(await service.findTask(id)).toMatchObject({ status: "waiting" })
    await service.fireDueTimers(after, 10)
    expect(await service.findTask(id)).toMatchObject({ status: "open" })
  })

  it("a dry run and a move leave out what cannot be decided, and say which", async () => {
    const broken = await openOne(service)
    const other = await openOne(service)
    await service.updateFollowUpTasks({
      id: broken.id,
      calendar_id: "fucal_lost",
    })
    const to = await change({ response_target_minutes: 10 })
    expect(await service.tryRules(to, NOW)).toMatchObject({
      active_tasks: 2,
      moved: 1,
      examples: [{ task: { id: other.id } }],
    })
    expect(errors.splice(0)).toEqual([
      `follow-ups: a dry run left out tasks that cannot be decided under the new rules, 1 in all: ${broken.id}`,
    ])

    await service.changeRules(to, OLENA, NOW)
    expect(await moveAll()).toBe(1)
    expect(errors).toEqual([
      `follow-ups: task ${broken.id} could not be moved to the new rules and stays under the old ones: Business calendar fucal_lost 1 is not stored`,
    ])
  })

  it("a dry run takes its examples from the tasks that may be seen", async () => {
    for (let index = 0; index < 24; index++) {
      const { id } = await openOne(service)
      await service.runCommand(
        {
          task_id: id,
          command: {
            kind: "assign",
            assignee_id: index < 12 ? PETRO : OLENA,
          },
          actor_id: OLENA,
        },
        NOW
      )
    }
    const { moved, examples } = await service.tryRules(
      await change({ response_target_minutes: 10 }),
      NOW,
      OLENA
    )
    expect(moved).toBe(24)
    expect(examples.map(({ task }) => task.assignee_id)).toEqual(
      times(10, () => OLENA)
    )
  })

  it("of two people who change a playbook at once the second is told", async () => {
    const { id, version } = await confirmPlaybook()
    const changes = await Promise.all([
      change({ response_target_minutes: 10 }, version),
      change({ response_target_minutes: 15 }, version),
    ])
    const results = await Promise.allSettled([
      service.changeRules(changes[0], OLENA, NOW),
      service.changeRules(changes[1], PETRO, NOW),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual([
      "fulfilled",
      "rejected",
    ])
    const [refused] = results.flatMap((result) =>
      result.status === "rejected" ? [`${result.reason}`] : []
    )
    expect(refused).toContain("was changed by somebody else meanwhile")
    expect(await confirmPlaybook()).toMatchObject({ version: version + 1 })
    expect(
      await service.listFollowUpPlaybookVersions({ playbook_id: id })
    ).toHaveLength(2)
    expect(await service.listFollowUpRuleChanges()).toHaveLength(1)
  })

  it("refuses a playbook that is none, whoever changes it", async () => {
    const playbook = await confirmPlaybook()
    const refused = (definition: Partial<PlaybookDefinition>) =>
      Promise.allSettled([
        change(definition).then((to) => service.changeRules(to, OLENA, NOW)),
        change(definition).then((to) => service.tryRules(to, NOW)),
        service.changeRules(
          {
            kind: "create_playbook",
            id: "fuplay_new",
            type: "confirm_order",
            name: "New",
            enabled: true,
            definition: { ...playbook.definition, ...definition },
          },
          OLENA,
          NOW
        ),
      ]).then((results) =>
        results.map((result) =>
          result.status === "rejected" ? result.reason.message : result.value
        )
      )
    expect(await refused({ response_target_minutes: 0 })).toEqual(
      times(3, () => expect.stringMatching(/^response_target_minutes was 0; /))
    )
    expect(await refused({ calendar_id: "fucal_none" })).toEqual(
      times(
        3,
        () =>
          'calendar_id was "fucal_none"; it must be the id of a business calendar of the shop, or null'
      )
    )
    expect(await confirmPlaybook()).toEqual(playbook)
  })

  it("of two people who change different things at once both succeed", async () => {
    const changes = [
      await change({ response_target_minutes: 10 }),
      await shortHours(),
    ]
    await Promise.all(
      changes.map((each) => service.changeRules(each, OLENA, NOW))
    )
    const { playbooks, calendars } = await service.readRuleBook(NOW)
    expect(
      playbooks.find(({ type }) => type === "confirm_order")?.version
    ).toBe(2)
    expect(calendars[0]?.version).toBe(2)
  })

  it("moves a thousand tasks in batches while the desk works on the same ones, and loses nothing", async () => {
    const opened = await service.openTasks(
      times(1000, (index) => aRequest({ order_id: `order_${index}` })),
      monday("09:01")
    )
    const ids = opened.map(({ task }) => task.id)
    await service.changeRules(
      await change({
        response_target_minutes: 300,
        response_limit_minutes: 400,
      }),
      OLENA,
      NOW
    )

    const mover = async (): Promise<number> => {
      const moved = await service.moveTasks(NOW)
      return moved ? 1 + (await mover()) : 0
    }
    const desk = async (offset: number) => {
      for (const id of ids.filter((_, index) => index % 40 === offset)) {
        await run(id, { kind: "note", note: `Note ${offset}` }, NOW)
        await run(id, offset % 2 ? completion("confirmed") : anAttempt(), NOW)
      }
    }
    const ticks = async () => {
      for (let tick = 0; tick < 10; tick++) {
        await service.fireDueTimers(NOW, 50)
      }
    }
    const late_comers = async () => {
      for (let index = 0; index < 20; index++) {
        await service.openTasks([aRequest()], NOW)
      }
    }
    await Promise.all([
      mover(),
      mover(),
      ...times(6, desk),
      ticks(),
      late_comers(),
    ])
    await moveAll()
    expect(errors).toEqual([])

    const { version } = await confirmPlaybook()
    const tasks = [...(await allTasks()).values()]
    expect(tasks).toHaveLength(1020)
    const active = tasks.filter(({ status }) => status !== "completed")
    expect(new Set(active.map((task) => task.playbook_version))).toEqual(
      new Set([version])
    )
    expect(tasks.filter(({ status }) => status === "completed")).toHaveLength(
      75
    )
    const noted = await service.listFollowUpActivities(
      { kind: "noted" },
      { take: 2000 }
    )
    expect(noted).toHaveLength(150)
    const [done] = await service.listFollowUpRuleChanges()
    expect(done?.finished_at).not.toBeNull()
    expect(done?.moved).toBe(
      (
        await service.listFollowUpActivities(
          { kind: "rules_changed" },
          { take: 2000 }
        )
      ).length
    )
  })

  it("waits for a task that is being opened under the rules before it", async () => {
    await service.openTasks([aRequest()], NOW)
    const to = await change({ response_target_minutes: 10 })
    const rules = new RuleVersions(() => service.settings)
    await MikroOrmWrapper.forkManager().transactional((manager) =>
      rules.book(connectionOf(manager), NOW)
    )
    let changing: Promise<void> | undefined
    const task = await MikroOrmWrapper.forkManager().transactional(
      async (manager) => {
        const { opened } = await openTasks(
          connectionOf(manager),
          [aRequest()],
          rules,
          NOW
        )
        changing = service.changeRules(to, OLENA, NOW)
        // Waits for either; a change that did not wait for the lock fails
        // below.
        await Promise.race([
          changing,
          untilLockIsWaitedFor(connectionOf(manager)),
        ])
        expect(await service.listFollowUpRuleChanges()).toEqual([])
        return opened[0]?.task
      }
    )
    await changing
    await moveAll()
    expect(await service.findTask(task?.id ?? "")).toMatchObject({
      playbook_version: 2,
    })
  })

  it("takes from nobody the rules that they have read", async () => {
    const [opened] = await service.openTasks([aRequest()], NOW)
    const task = await service.findTask(opened?.task.id ?? "")
    const rules = new RuleVersions(() => service.settings)
    const sql = connectionOf(MikroOrmWrapper.forkManager())
    const rulesOf = await rules.ofTasks(sql, task ? [task] : [])
    rules.forget()
    expect(task && rulesOf(task).playbook.id).toBe(task?.playbook_id)
  })

  it("answers a reading only with what it asked for", async () => {
    const [opened] = await service.openTasks([aRequest()], NOW)
    const task = await service.findTask(opened?.task.id ?? "")
    const rules = new RuleVersions(() => service.settings)
    const sql = connectionOf(MikroOrmWrapper.forkManager())
    const rulesOfNothing = await rules.ofTasks(sql, [])
    await rules.ofTasks(sql, task ? [task] : [])
    expect(() => task && rulesOfNothing(task)).toThrow("is not stored")
  })

  it("lets due timers fire while the rules are forgotten all the time", async () => {
    await service.openTasks(
      times(40, () => aRequest()),
      monday("09:01")
    )
    let isFiring = true
    const forgetting = (async () => {
      while (isFiring) {
        await service.forgetRules()
        await new Promise(setImmediate)
      }
    })()
    const fired = await Promise.all(
      times(4, () => service.fireDueTimers(justAfter(tuesday("09:00")), 10))
    )
    isFiring = false
    await forgetting
    expect(fired.flat()).toHaveLength(40)
    expect(errors).toEqual([])
  })

  it("arms the timers anew: what is due earlier fires then", async () => {
    const [opened] = await service.openTasks([aRequest()], monday("09:01"))
    await service.changeRules(
      await change({ response_target_minutes: 5 }),
      OLENA,
      monday("09:02")
    )
    await service.moveTasks(monday("09:02"))
    expect(
      await service.listFollowUpTimers({ task_id: opened?.task.id })
    ).toMatchObject([{ step: "target_missed", fires_at: monday("09:05") }])
    const [fired] = await service.fireDueTimers(justAfter(monday("09:05")), 10)
    expect(fired?.task.id).toBe(opened?.task.id)
  })
})
