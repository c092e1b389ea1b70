import { compileCalendar } from "../../../../../business-time"
import { startClock } from "../task-clock"
import { explainDeadlines } from "../explain-deadlines"
import {
  type Deadline,
  DEADLINES,
  type PlaybookDefinition,
} from "../../../../../desk/playbook"
import {
  aTaskOpenedAt,
  kyivShop,
  monday,
  playbook,
  tuesday,
  versionOf,
} from "../../__tests__/task-fixture"
import {
  anAttempt,
  completion,
  REOPEN,
  TaskInMemory,
  waitUntil,
  WITHDRAW,
} from "../../__tests__/task-in-memory"
import { whateverHappens } from "../../__tests__/whatever-happens"

const anHour = 3600

/** A task opened on Monday at 09:00, and how its deadlines came about. */
class ExplainedTask extends TaskInMemory {
  constructor(definition: Partial<PlaybookDefinition>) {
    const rules = playbook("confirm_order", { escalation: [], ...definition })
    const clock = startClock(
      monday("09:00"),
      rules.definition,
      versionOf(kyivShop)
    )
    super(aTaskOpenedAt(monday("09:00"), clock), kyivShop, null, rules)
  }

  change(
    definition: Partial<PlaybookDefinition>,
    now: Date,
    calendar = this.calendar
  ): void {
    const version = this.task.playbook_version + 1
    const rules = {
      ...playbook("confirm_order", {
        ...this.playbook.definition,
        ...definition,
      }),
      version,
    }
    const hours = {
      id: "fucal_1",
      version,
      name: "Opening hours",
      definition: { time_zone: "Europe/Kyiv", weekly: {} },
      calendar,
    }
    this.run(
      { kind: "change_rules", rules: { playbook: rules, calendar: hours } },
      now,
      null
    )
    this.playbook = rules
    this.calendar = calendar
  }

  explained(deadline: Deadline = "resolution_limit") {
    return explainDeadlines(
      this.task,
      this.playbook.definition,
      this.calendarOf
    ).find((explained) => explained.deadline === deadline)
  }
}

const aTask = (resolution_limit_minutes: number | null = 480) =>
  new ExplainedTask({ resolution_limit_minutes })

describe("a deadline is explained", () => {
  it("from when the task was opened, where nothing paused it", () => {
    expect(aTask().explained()).toMatchObject({
      from: monday("09:00"),
      at: monday("17:00"),
      business_seconds: 8 * anHour,
      banked_seconds: 0,
    })
  })

  it("from an attempt that ended a wait and began another", () => {
    const task = aTask()
    task.run(anAttempt(), monday("09:10"))
    task.run(anAttempt({ outcome: "busy" }), monday("09:20"))
    expect(task.explained()).toMatchObject({
      from: monday("09:20"),
      at: monday("17:10"),
      banked_seconds: 600,
    })
  })

  it("from an attempt that ended a wait by reaching the customer, though it waits again", () => {
    const task = aTask()
    task.run(anAttempt(), monday("09:10"))
    task.run(anAttempt({ outcome: "reached" }), monday("09:20"))
    task.run(waitUntil(monday("12:00")), monday("10:00"))
    expect(task.explained()).toMatchObject({
      from: monday("09:20"),
      at: monday("17:10"),
      banked_seconds: 600,
    })
  })

  it("from the end of a wait that nothing noticed", () => {
    const task = aTask()
    task.run(waitUntil(monday("10:00")), monday("09:10"))
    task.run(waitUntil(monday("15:00")), monday("11:00"))
    expect(task.explained()).toMatchObject({
      from: monday("10:00"),
      at: monday("17:50"),
      banked_seconds: 600,
    })
  })

  it("without an attempt that was withdrawn", () => {
    const task = aTask()
    task.run(anAttempt(), monday("09:05"))
    task.run(WITHDRAW, monday("09:06"))
    for (const deadline of DEADLINES) {
      expect(task.explained(deadline)).toMatchObject({
        from: monday("09:00"),
        banked_seconds: 0,
      })
    }
  })

  it.each<[string, number | null, Date]>([
    ["shortened after the wait", 480, monday("13:00")],
    ["shortened during the wait", 480, monday("11:00")],
    ["given after the wait", null, monday("13:00")],
    ["given during the wait", null, monday("11:00")],
  ])(
    "within the run in which a limit passed that was %s",
    (_, limit, changed_at) => {
      const task = aTask(limit)
      task.run(waitUntil(monday("12:00")), monday("10:30"))
      if (changed_at > monday("12:00")) {
        task.tick(monday("12:00"))
      }
      task.change({ resolution_limit_minutes: 60 }, changed_at)
      expect(task.explained()).toMatchObject({
        from: monday("09:00"),
        at: monday("10:00"),
        business_seconds: anHour,
        banked_seconds: 0,
      })
    }
  )

  it("from the moment of other rules that allow what was counted by then", () => {
    const task = aTask(null)
    task.run(anAttempt({ outcome: "busy" }), monday("10:00"))
    task.change({ resolution_limit_minutes: 60 }, monday("10:00"))
    expect(task.explained()).toMatchObject({
      from: monday("10:00"),
      at: monday("10:00"),
      banked_seconds: anHour,
      business_seconds: 0,
    })
  })

  it("by the rules under which it was breached, though others came and the task is done", () => {
    const task = aTask(60)
    task.run(anAttempt({ outcome: "reached" }), monday("09:10"))
    task.tick(monday("10:10"))
    task.run(waitUntil(monday("12:00")), monday("10:30"))
    task.tick(monday("12:00"))
    task.change({ resolution_limit_minutes: 80 }, monday("13:00"))
    const breach = {
      from: monday("09:00"),
      at: monday("10:00"),
      business_seconds: anHour,
      banked_seconds: 0,
    }
    expect(task.explained()).toMatchObject(breach)
    task.run(completion("confirmed"), monday("14:00"))
    expect(task.explained()).toMatchObject(breach)
    task.run(REOPEN, monday("15:00"))
    expect(task.explained()).toMatchObject(breach)
  })

  it("in the hours that were kept while it counted", () => {
    const halfADay = compileCalendar({
      time_zone: "Europe/Kyiv",
      weekly: { monday: [["09:00", "09:30"]], tuesday: [["09:00", "18:00"]] },
    })
    const task = aTask()
    task.run(anAttempt({ outcome: "reached" }), monday("09:10"))
    task.run(waitUntil(monday("12:00")), monday("11:00"))
    task.tick(monday("12:00"))
    task.change({}, monday("12:30"), halfADay)
    expect(task.explained("response_limit")).toMatchObject({
      from: monday("09:00"),
      at: monday("10:00"),
    })
    expect(task.explained()).toMatchObject({
      from: monday("12:00"),
      at: tuesday("15:00"),
      business_seconds: 6 * anHour,
      banked_seconds: 2 * anHour,
    })
    task.change({ resolution_limit_minutes: 90 }, monday("12:40"))
    expect(task.explained()).toMatchObject({
      from: monday("09:00"),
      at: monday("10:30"),
      business_seconds: 1.5 * anHour,
    })
  })
})

describe("a deadline that was made before what it was made from was kept", () => {
  const forget = (task: ExplainedTask) => {
    task.task = { ...task.task, basis: {} }
    return task
  }

  it("is explained by the rules that the task runs under", () => {
    expect(forget(aTask()).explained()).toMatchObject({
      from: monday("09:00"),
      at: monday("17:00"),
      business_seconds: 8 * anHour,
      banked_seconds: 0,
    })
    const resumed = aTask()
    resumed.run(anAttempt(), monday("09:10"))
    resumed.run(anAttempt({ outcome: "busy" }), monday("09:20"))
    expect(forget(resumed).explained()).toMatchObject({
      from: monday("09:20"),
      at: monday("17:10"),
      banked_seconds: 600,
    })
    expect(resumed.explained("response_limit")).toMatchObject({
      from: monday("09:00"),
      at: monday("10:00"),
      banked_seconds: 0,
    })
  })

  it("is left out where those do not lead to it", () => {
    const task = aTask(60)
    task.run(anAttempt({ outcome: "reached" }), monday("09:10"))
    task.tick(monday("10:10"))
    task.run(waitUntil(monday("12:00")), monday("10:30"))
    task.tick(monday("12:00"))
    task.change({ resolution_limit_minutes: 80 }, monday("13:00"))
    expect(forget(task).explained()).toBeUndefined()
  })

  it("is explained again once it is made anew, and not by what was kept of another", () => {
    const task = aTask()
    task.run(waitUntil(monday("12:00")), monday("10:00"))
    const { basis } = task.task
    task.tick(monday("12:00"))
    task.task = { ...task.task, basis }
    const moved = {
      from: monday("12:00"),
      at: tuesday("10:00"),
      banked_seconds: anHour,
    }
    expect(task.explained()).toMatchObject(moved)
    forget(task).change({ resolution_limit_minutes: 540 }, monday("13:00"))
    expect(task.explained()).toMatchObject({ ...moved, at: tuesday("11:00") })
    expect(task.task.basis.resolution_limit).toMatchObject({
      business_seconds: 8 * anHour,
      calendar_version: 2,
    })
  })
})

/** Rules that explain nothing. */
const NO_TIME = {
  response_target_minutes: 0,
  response_limit_minutes: 0,
  resolution_limit_minutes: null,
}

it("whatever happens to a task, each of its deadlines is explained by what was counted", () => {
  whateverHappens((counted_desk) => {
    const { desk, task, now, counted } = counted_desk
    const explained = explainDeadlines(
      task,
      { ...desk.playbook.definition, ...NO_TIME },
      desk.calendarOf
    )
    expect(explained.map(({ deadline, at }) => [deadline, at])).toEqual(
      DEADLINES.flatMap((deadline) => {
        const at = task[`${deadline}_at`]
        return at ? [[deadline, at]] : []
      })
    )
    for (const { deadline, spans, ...sum } of explained) {
      const banked = Math.round(sum.banked_seconds * 1000)
      const business = Math.round(sum.business_seconds * 1000)
      expect(banked).toBe(counted.usedBy(sum.from))
      expect(counted_desk.everAllowed(deadline)).toContain(banked + business)
      if (sum.at > now && !counted_desk.isMet(deadline)) {
        expect(banked + business).toBe(counted_desk.allowed(deadline))
      }
      const windows = spans.filter(({ type }) => type === "open")
      if (business > 0) {
        expect(windows.at(-1)?.end).toBe(sum.at.toISOString())
      }
      expect(
        Math.round(
          windows.reduce((all, { seconds }) => all + seconds, 0) * 1000
        )
      ).toBe(business)
    }
  }, 200)
})

it("whatever happens to a task, rules alone explain a deadline by what was counted, or not at all", () => {
  let explained_in_all = 0
  whateverHappens((counted_desk) => {
    const { desk, task, counted } = counted_desk
    const explained = explainDeadlines(
      { ...task, basis: {} },
      desk.playbook.definition,
      desk.calendarOf
    )
    explained_in_all += explained.length
    for (const { deadline, from, ...sum } of explained) {
      const banked = Math.round(sum.banked_seconds * 1000)
      const business = Math.round(sum.business_seconds * 1000)
      expect(banked).toBe(counted.usedBy(from))
      expect(banked + business).toBe(counted_desk.allowed(deadline))
    }
  }, 200)
  expect(explained_in_all).toBeGreaterThan(100)
})
