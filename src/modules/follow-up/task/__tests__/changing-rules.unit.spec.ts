import { compileCalendar } from "../../../../business-time"
import type { Command, NewRules } from "../decide/command"
import type { PlaybookDefinition } from "../../rules/playbooks/playbook"
import {
  aTaskOpenedAt,
  kyivShop,
  monday,
  playbook,
  tuesday,
  wednesday,
} from "./task-fixture"
import {
  anAttempt,
  completion,
  REOPEN,
  TaskInMemory,
  waitUntil,
} from "./task-in-memory"

const DEFINITION = { time_zone: "Europe/Kyiv", weekly: {} }

/** The next version of the playbook, and of the calendar. */
const rules = (
  definition: Partial<PlaybookDefinition>,
  calendar = kyivShop
): NewRules => ({
  playbook: {
    ...playbook("confirm_order", { escalation: [], ...definition }),
    version: 2,
    name: "Quickly",
  },
  calendar: {
    id: "fucal_1",
    version: 2,
    name: "Summer hours",
    definition: DEFINITION,
    calendar,
  },
})

const untilNoon = compileCalendar({
  time_zone: "Europe/Kyiv",
  weekly: { monday: [["09:00", "09:10"]], tuesday: [["11:00", "18:00"]] },
})

const aDesk = (
  opened = monday("09:00"),
  facts: Parameters<typeof aTaskOpenedAt>[1] = {}
) => new TaskInMemory(aTaskOpenedAt(opened, facts))

const change = (desk: TaskInMemory, to: NewRules, now: Date) => {
  const decision = desk.run({ kind: "change_rules", rules: to }, now, null)
  if (decision.activities.length > 0) {
    desk.playbook = to.playbook
    desk.calendar = to.calendar.calendar
  }
  return decision
}

describe("a change of the rules", () => {
  it("moves an open task: its deadlines are as if the rules had always been so", () => {
    const desk = aDesk()
    change(
      desk,
      rules({
        response_target_minutes: 10,
        response_limit_minutes: 90,
        resolution_limit_minutes: 240,
      }),
      monday("09:05")
    )
    expect(desk.task).toMatchObject({
      response_target_at: monday("09:10"),
      response_limit_at: monday("10:30"),
      resolution_limit_at: monday("13:00"),
      due_at: monday("09:10"),
      playbook_version: 2,
      calendar_version: 2,
    })
    expect(desk.activities).toMatchObject([
      {
        kind: "rules_changed",
        data: {
          playbook: { name: "Quickly", version: 2 },
          calendar: { name: "Summer hours", version: 2 },
        },
      },
    ])
  })

  it("counts in the new hours from when the clock last began to count", () => {
    const desk = aDesk()
    change(desk, rules({}, untilNoon), monday("09:05"))
    expect(desk.task).toMatchObject({
      response_target_at: tuesday("11:10"),
      response_limit_at: tuesday("11:50"),
    })
  })

  it("keeps what was counted before a pause", () => {
    const desk = aDesk()
    desk.run(waitUntil(monday("10:00")), monday("09:08"))
    desk.tick(monday("10:00"))
    change(desk, rules({ response_target_minutes: 15 }), monday("10:01"))
    expect(desk.task.response_target_at).toEqual(monday("10:07"))
    change(
      desk,
      {
        ...rules({}, untilNoon),
        playbook: { ...rules({}).playbook, version: 3 },
      },
      monday("10:02")
    )
    // Eight of the twenty minutes were used on Monday; at ten it is closed now.
    expect(desk.task.response_target_at).toEqual(tuesday("11:12"))
  })

  it("leaves what was answered as it was, and moves the resolution limit", () => {
    const desk = aDesk(monday("09:00"), {
      resolution_limit_at: monday("11:00"),
    })
    desk.run(anAttempt({ outcome: "reached" }), monday("09:05"))
    change(
      desk,
      rules({ response_target_minutes: 1, resolution_limit_minutes: 60 }),
      monday("09:30")
    )
    expect(desk.task).toMatchObject({
      response_target_at: monday("09:20"),
      response_limit_at: monday("10:00"),
      resolution_limit_at: monday("10:00"),
      due_at: null,
    })
    desk.tick(monday("09:59"))
    expect(desk.history).toEqual(["attempted", "rules_changed"])
  })

  it("takes a resolution limit away, and gives one", () => {
    const desk = aDesk()
    const give = rules({ resolution_limit_minutes: 60 })
    change(desk, give, monday("09:05"))
    expect(desk.task.resolution_limit_at).toEqual(monday("10:00"))
    const take = rules({ resolution_limit_minutes: null })
    change(
      desk,
      { ...take, playbook: { ...take.playbook, version: 3 } },
      monday("09:06")
    )
    expect(desk.task.resolution_limit_at).toBeNull()
  })

  it("makes a task late that had time by the old rules, and tells so once", () => {
    const desk = aDesk()
    change(desk, rules({ response_target_minutes: 5 }), monday("09:10"))
    desk.tick(monday("09:11"))
    desk.tick(monday("09:12"))
    expect(desk.history).toEqual(["rules_changed", "target_missed"])
  })

  it("gives a late task time again; what was missed stays missed", () => {
    const desk = aDesk()
    change(
      desk,
      rules({ response_target_minutes: 60, response_limit_minutes: 90 }),
      monday("09:30")
    )
    expect(desk.task.response_target_at).toEqual(monday("10:00"))
    desk.tick(monday("10:10"))
    expect(desk.activities).toMatchObject([
      { kind: "target_missed", occurred_at: monday("09:20") },
      { kind: "rules_changed" },
    ])
  })

  it("reaches a task that waits: what is left is counted from when it comes back", () => {
    const desk = aDesk()
    desk.run(waitUntil(monday("14:00")), monday("09:08"))
    change(desk, rules({ response_target_minutes: 15 }), monday("12:00"))
    expect(desk.task).toMatchObject({
      status: "waiting",
      waiting_until: monday("14:00"),
      due_at: monday("14:00"),
    })
    desk.tick(monday("14:00"))
    expect(desk.task.response_target_at).toEqual(monday("14:07"))
  })

  it.each([
    ["while it waits", monday("11:00")],
    ["after the wait", monday("13:00")],
  ])(
    "that allows less than was used dates the breach to when that was used: %s",
    (_, changed_at) => {
      const desk = aDesk(monday("09:00"), {
        resolution_limit_at: monday("17:00"),
      })
      desk.run(anAttempt({ outcome: "reached" }), monday("09:05"))
      desk.run(waitUntil(monday("12:00")), monday("10:30"))
      desk.tick(monday("11:00"))
      if (changed_at > monday("12:00")) {
        desk.tick(monday("12:00"))
      }
      change(desk, rules({ resolution_limit_minutes: 60 }), changed_at)
      expect(desk.task.resolution_limit_at).toEqual(monday("10:00"))
      desk.tick(monday("12:00"))
      desk.tick(monday("13:01"))
      expect(
        desk.activities.filter(({ kind }) => kind === "breached")
      ).toMatchObject([{ occurred_at: monday("10:00") }])
    }
  )

  it("that allows less than was used before several waits counts in the hours of each time", () => {
    const desk = aDesk(monday("09:00"), {
      resolution_limit_at: monday("17:00"),
    })
    desk.run(anAttempt({ outcome: "reached" }), monday("09:05"))
    desk.run(waitUntil(monday("12:00")), monday("10:30"))
    desk.tick(monday("12:00"))
    desk.run(waitUntil(monday("15:00")), monday("12:10"))
    desk.tick(monday("15:00"))
    change(
      desk,
      rules({ resolution_limit_minutes: 60 }, untilNoon),
      monday("15:30")
    )
    expect(desk.task.resolution_limit_at).toEqual(monday("10:00"))
  })

  describe("that closes the time at which a waiting task was to come back", () => {
    const workday: [string, string][] = [["09:00", "18:00"]]
    const closedOnTuesday = compileCalendar({
      time_zone: "Europe/Kyiv",
      weekly: { monday: workday, wednesday: workday },
    })
    const nextMorning = playbook("confirm_order").definition.retry
    const retry = {
      ...nextMorning,
      ladders: {
        no_answer: {
          steps: [{ kind: "next_morning" as const }],
          max_attempts: null,
        },
      },
    }
    const aWaitingDesk = (command: Command) => {
      const desk = aDesk()
      desk.playbook = playbook("confirm_order", { retry })
      desk.run(command, monday("09:05"))
      return desk
    }
    const close = (desk: TaskInMemory, now = monday("17:00")) =>
      change(desk, rules({ retry }, closedOnTuesday), now)

    it.each<[string, Command]>([
      ["a retry", anAttempt()],
      [
        "a look for the customer's reply",
        anAttempt({ channel: "sms", outcome: "message_sent" }),
      ],
    ])("moves %s to the next opening, and says so", (_, command) => {
      const desk = aWaitingDesk(command)
      expect(desk.task.waiting_until).toEqual(tuesday("09:00"))
      close(desk)
      expect(desk.task).toMatchObject({
        status: "waiting",
        waiting_until: wednesday("09:00"),
        due_at: wednesday("09:00"),
        waiting_since: monday("09:05"),
      })
      expect(desk.activities.slice(-2)).toMatchObject([
        { kind: "rules_changed" },
        {
          kind: "waiting",
          data: { until: wednesday("09:00").toISOString() },
        },
      ])
      expect(desk.next).toEqual({
        step: "resume",
        fires_at: wednesday("09:00"),
      })
    })

    it("moves a retry into the calling hours, and a look for a reply not", () => {
      const late = { ...retry, calling_hours: { start: "11:00", end: "21:00" } }
      const moved = (command: Command) => {
        const desk = aWaitingDesk(command)
        change(desk, rules({ retry: late }), monday("17:00"))
        return desk.task.waiting_until
      }
      expect(moved(anAttempt())).toEqual(tuesday("11:00"))
      expect(
        moved(anAttempt({ channel: "sms", outcome: "message_sent" }))
      ).toEqual(tuesday("09:00"))
    })

    it.each<[string, Command, Date]>([
      [
        "that the customer named",
        anAttempt({
          outcome: "call_back_later",
          call_back_at: tuesday("10:00"),
        }),
        tuesday("10:00"),
      ],
      [
        "that a person chose for something else",
        waitUntil(tuesday("10:00"), { reason: "other" }),
        tuesday("10:00"),
      ],
      [
        "at which the shop was closed before, too",
        waitUntil(tuesday("07:00")),
        tuesday("07:00"),
      ],
    ])("leaves a time %s", (_, command, until) => {
      const desk = aWaitingDesk(command)
      close(desk)
      expect(desk.task).toMatchObject({ waiting_until: until, due_at: until })
      expect(desk.history.at(-1)).toBe("rules_changed")
    })

    it("leaves a wait that is over, though nothing has noticed yet", () => {
      const desk = aWaitingDesk(anAttempt())
      close(desk, tuesday("10:00"))
      expect(desk.task.waiting_until).toEqual(tuesday("09:00"))
    })

    it("leaves one that waits for another number", () => {
      const desk = aWaitingDesk(anAttempt({ outcome: "wrong_number" }))
      close(desk)
      expect(desk.task).toMatchObject({ waiting_until: null, due_at: null })
    })
  })

  it("leaves closed tasks under the rules that they were closed under", () => {
    const desk = aDesk()
    desk.run(completion("confirmed"), monday("09:05"))
    const { task } = desk
    expect(change(desk, rules({}), monday("09:10")).activities).toEqual([])
    desk.run(REOPEN, monday("09:15"))
    expect(desk.task.playbook_version).toBe(task.playbook_version)
  })

  it("to what the task runs under already changes nothing", () => {
    const desk = aDesk()
    change(desk, rules({}), monday("09:05"))
    expect(change(desk, rules({}), monday("09:06")).activities).toEqual([])
  })
})
