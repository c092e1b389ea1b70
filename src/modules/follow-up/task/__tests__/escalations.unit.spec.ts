import { compileCalendar } from "../../../../business-time"
import type {
  Deadline,
  EscalationAction,
  EscalationStep,
} from "../../../../desk/playbook"
import {
  aTask,
  aTaskOpenedAt,
  justAfter,
  kyivShop,
  monday,
  nextMonday,
  playbook,
  sunday,
  tuesday,
} from "./task-fixture"
import {
  anAttempt,
  completion,
  OLENA,
  PETRO,
  TaskInMemory,
  waitUntil,
} from "./task-in-memory"

const TELL_ALL: EscalationAction = {
  kind: "notify",
  audience: "everyone",
  email: false,
}
const TELL_ASSIGNEE: EscalationAction = { ...TELL_ALL, audience: "assignee" }
const tellUser = (user_id: string, email = false): EscalationAction => ({
  kind: "notify",
  audience: "user",
  user_id,
  email,
})

const step = (
  offset_minutes: number,
  action: EscalationAction = TELL_ALL,
  relative_to: Deadline = "response_limit"
): EscalationStep => ({
  id: `${relative_to} ${offset_minutes} ${action.kind}`,
  relative_to,
  offset_minutes,
  action,
})

const aDesk = (escalation: EscalationStep[], task = aTask()) =>
  new TaskInMemory(
    task,
    kyivShop,
    null,
    playbook(task.type, { escalation, resolution_limit_minutes: 120 })
  )

/** What became of each step, in order. */
const became = ({ activities }: TaskInMemory) =>
  activities.flatMap(({ kind, data }) =>
    kind === "escalated"
      ? [[data.step_id, "done"]]
      : kind === "escalation_skipped"
        ? [[data.step_id, data.skipped]]
        : []
  )

describe("a step of an escalation", () => {
  it("before a limit is counted in business time: on the afternoon before, never at night", () => {
    // Its limit, an hour later, is on Tuesday at 09:30.
    const task = aTaskOpenedAt(monday("17:30"))
    expect(task.response_limit_at).toEqual(tuesday("09:30"))
    const desk = aDesk([step(-60)], task)
    desk.tick(justAfter(monday("17:30")))
    expect(became(desk)).toEqual([["response_limit -60 notify", "done"]])

    const shorter = aDesk([step(-45)], task)
    expect(shorter.next?.fires_at).toEqual(monday("17:45"))
    for (const night of ["18:00", "21:00", "23:59"]) {
      const late = aDesk([step(-20)], task)
      late.tick(monday(night))
      expect(became(late)).toEqual([])
    }
    const morning = aDesk([step(-20)], task)
    morning.fired.add("target_missed")
    expect(morning.next?.fires_at).toEqual(tuesday("09:10"))
  })

  it("an hour before a Tuesday 09:30 limit is on Monday afternoon", () => {
    const desk = aDesk(
      [step(-60, TELL_ALL, "resolution_limit")],
      aTaskOpenedAt(monday("16:30"), {
        responded_at: monday("16:31"),
        resolution_limit_at: tuesday("09:30"),
      })
    )
    expect(desk.next).toEqual({
      step: "escalation:resolution_limit -60 notify",
      fires_at: monday("17:30"),
    })
  })

  it("after a limit is counted in business time, too", () => {
    const desk = aDesk([step(120)], aTaskOpenedAt(monday("16:00")))
    desk.fired.add("target_missed").add("breached")
    expect(desk.next?.fires_at).toEqual(tuesday("10:00"))
  })

  it("at a limit that is the closing time fires then, not at the next opening", () => {
    const desk = aDesk([step(0)], aTaskOpenedAt(monday("17:00")))
    desk.fired.add("target_missed").add("breached")
    expect(desk.next?.fires_at).toEqual(monday("18:00"))
  })

  it("is not due at its very moment, and is right after", () => {
    const desk = aDesk([step(-10)])
    desk.tick(monday("09:50"))
    expect(became(desk)).toEqual([])
    desk.tick(justAfter(monday("09:50")))
    expect(became(desk)).toEqual([["response_limit -10 notify", "done"]])
  })

  it("fires once", () => {
    const desk = aDesk([step(-10)])
    desk.tick(monday("09:51"))
    desk.tick(monday("09:52"))
    expect(desk.outbox).toHaveLength(1)
  })

  it("does not fire once the task was answered in time, waits or is closed", () => {
    const answered = aDesk([step(-10), step(30)])
    answered.run(anAttempt({ outcome: "reached" }), monday("09:05"))
    const waiting = aDesk([step(-10)])
    waiting.run(waitUntil(monday("16:00")), monday("09:05"))
    const done = aDesk([step(-10)])
    done.run(completion("confirmed"), monday("09:05"))
    for (const desk of [answered, waiting, done]) {
      desk.tick(monday("10:45"))
      expect(became(desk)).toEqual([])
    }
  })

  it("moves with the limit that a pause moves", () => {
    const desk = aDesk([step(-10)])
    desk.run(waitUntil(monday("14:00")), monday("09:05"))
    desk.tick(monday("14:00"))
    desk.tick(monday("14:45"))
    expect(became(desk)).toEqual([])
    desk.tick(justAfter(monday("14:45")))
    expect(became(desk)).toHaveLength(1)
  })

  it("before the task was opened fires at once, as its limit is still ahead", () => {
    const desk = aDesk([step(-90)])
    desk.tick(monday("09:01"))
    expect(became(desk)).toEqual([["response_limit -90 notify", "done"]])
  })

  it.each([
    ["an order that was placed at night", monday("23:00"), tuesday("09:30")],
    ["one that was placed on a day off", sunday("12:00"), nextMonday("09:30")],
  ])("is never given at night: %s", (_, opened_at, limit) => {
    const desk = aDesk(
      [step(-60), step(-10)],
      aTaskOpenedAt(opened_at, {
        response_target_at: limit,
        response_limit_at: limit,
      })
    )
    const opening = new Date(limit.getTime() - 30 * 60_000)
    expect(desk.next?.fires_at).toEqual(opening)
    desk.tick(new Date(opened_at.getTime() + 60 * 60_000))
    expect(became(desk)).toEqual([])
    expect(desk.next?.fires_at).toEqual(opening)
    desk.tick(justAfter(opening))
    expect(became(desk)).toEqual([["response_limit -60 notify", "done"]])
  })

  it("is given by the tick that comes by right after closing", () => {
    const desk = aDesk(
      [step(-60)],
      aTaskOpenedAt(monday("17:00"), {
        response_limit_at: tuesday("09:59:50"),
      })
    )
    desk.fired.add("target_missed")
    expect(desk.next?.fires_at).toEqual(monday("17:59:50"))
    desk.tick(monday("18:00:04"))
    expect(became(desk)).toHaveLength(1)
  })

  it("relative to the resolution limit fires after the answer, too", () => {
    const desk = aDesk(
      [step(-30, TELL_ALL, "resolution_limit")],
      aTask({
        responded_at: monday("09:05"),
        resolution_limit_at: monday("11:00"),
      })
    )
    desk.tick(monday("10:31"))
    expect(desk.outbox).toMatchObject([
      {
        data: {
          deadline: "resolution_limit",
          deadline_at: monday("11:00").toISOString(),
          is_warning: true,
        },
      },
    ])
  })
})

describe("what a step does", () => {
  const facts = {
    id: "futask_1",
    type: "confirm_order",
    order_id: "order_1",
    customer_id: "cus_1",
  }
  const at = monday("09:51")
  const fire = (action: EscalationAction, task = aTask()) => {
    const desk = aDesk([step(-10, action)], task)
    desk.tick(at)
    return desk
  }

  it.each<[string, EscalationAction, string | null, boolean]>([
    ["everyone", { ...TELL_ALL, email: true }, null, true],
    ["the assignee", TELL_ASSIGNEE, OLENA, false],
    ["a user", tellUser(PETRO), PETRO, false],
  ])("tells %s", (_, action, user_id, email) => {
    const { outbox } = fire(action, aTask({ assignee_id: OLENA }))
    expect(outbox).toEqual([
      {
        kind: "notification",
        name: "escalation",
        data: {
          ...facts,
          order_display_id: 1042,
          step_id: "response_limit -10 notify",
          deadline: "response_limit",
          deadline_at: monday("10:00").toISOString(),
          is_warning: true,
          user_id,
          email,
        },
      },
    ])
  })

  it("tells nothing personal", () => {
    const told = JSON.stringify(fire(TELL_ALL).outbox)
    for (const personal of ["Олена", "olena@", "67 123"]) {
      expect(told).not.toContain(personal)
    }
  })

  it("raises the priority", () => {
    const { task, outbox } = fire({
      kind: "raise_priority",
      priority: "urgent",
    })
    expect(task.priority).toBe(3)
    expect(outbox).toEqual([])
  })

  it.each([PETRO, null])("gives the task to %s", (assignee_id) => {
    const desk = fire(
      { kind: "reassign", assignee_id },
      aTask({ assignee_id: OLENA })
    )
    expect(desk.task.assignee_id).toBe(assignee_id)
    expect(desk.activities.at(-1)?.data).toMatchObject({ assignee_id })
  })

  it("sends a Medusa event of its own name", () => {
    const { outbox } = fire({ kind: "emit_event", event: "shop.call-late" })
    expect(outbox).toEqual([
      {
        kind: "event",
        name: "shop.call-late",
        data: { ...facts, outcome: null },
      },
    ])
  })

  it("hands over to the shop's own code", () => {
    const { outbox } = fire({ kind: "custom", name: "page_owner" })
    expect(outbox).toMatchObject([
      { kind: "action", name: "page_owner", data: { ...facts, email: false } },
    ])
  })
})

describe("a step that makes no sense is skipped, and says so", () => {
  it.each<[string, EscalationAction, Parameters<typeof aTask>[0], string]>([
    ["nobody has the task", TELL_ASSIGNEE, {}, "nobody_assigned"],
    [
      "it is as urgent already",
      { kind: "raise_priority", priority: "normal" },
      { priority: 2 },
      "already_so",
    ],
    [
      "that person has it already",
      { kind: "reassign", assignee_id: PETRO },
      { assignee_id: PETRO },
      "already_so",
    ],
  ])("where %s", (_, action, facts, skipped) => {
    const desk = aDesk([step(-10, action)], aTask(facts))
    const { task } = desk
    desk.tick(monday("09:51"))
    expect(became(desk)).toEqual([
      [`response_limit -10 ${action.kind}`, skipped],
    ])
    expect(desk.task).toEqual(task)
    expect(desk.outbox).toEqual([])
    desk.tick(monday("09:52"))
    expect(became(desk)).toHaveLength(1)
  })

  it("tells the person who got the task a moment before", () => {
    const desk = aDesk([
      step(-10, { kind: "reassign", assignee_id: PETRO }),
      step(-9, TELL_ASSIGNEE),
    ])
    desk.tick(monday("09:55"))
    expect(desk.outbox).toMatchObject([{ data: { user_id: PETRO } }])
  })
})

describe("after a standstill", () => {
  it("what is overdue fires once, and a warning of what has passed is skipped where a later step tells it", () => {
    const desk = aDesk([
      step(-5, tellUser(PETRO), "response_target"),
      step(-10),
      step(0, { kind: "raise_priority", priority: "high" }),
      step(60),
    ])
    desk.tick(nextMonday("09:30"))
    desk.tick(nextMonday("09:31"))
    expect(became(desk)).toEqual([
      ["response_target -5 notify", "deadline_passed"],
      ["response_limit -10 notify", "deadline_passed"],
      ["response_limit 0 raise_priority", "done"],
      ["response_limit 60 notify", "done"],
    ])
    expect(desk.outbox).toHaveLength(1)
    expect(desk.history.filter((kind) => kind === "breached")).toHaveLength(1)
    expect(desk.next).toBeNull()
  })

  it("a late task gets the priority and the person that it should have had", () => {
    const desk = aDesk([
      step(-10, { kind: "raise_priority", priority: "urgent" }),
      step(-5, { kind: "reassign", assignee_id: PETRO }),
      step(-4, { kind: "emit_event", event: "shop.soon_late" }),
    ])
    desk.tick(nextMonday("09:30"))
    expect(became(desk).map(([, what]) => what)).toEqual([
      "done",
      "done",
      "deadline_passed",
    ])
    expect(desk.task).toMatchObject({ priority: 3, assignee_id: PETRO })
  })

  it("of several that tell the same people only the last does", () => {
    const desk = aDesk([
      step(1),
      step(30),
      step(31, tellUser(PETRO)),
      step(60),
      step(61, tellUser(OLENA)),
    ])
    desk.tick(nextMonday("09:30"))
    expect(became(desk)).toEqual([
      ["response_limit 1 notify", "superseded"],
      ["response_limit 30 notify", "superseded"],
      ["response_limit 31 notify", "done"],
      ["response_limit 60 notify", "done"],
      ["response_limit 61 notify", "done"],
    ])
  })

  it("one is not superseded by one that tells nobody, or somebody else", () => {
    const reassign = (assignee_id: string | null): EscalationAction => ({
      kind: "reassign",
      assignee_id,
    })
    const given = (to: string | null) =>
      aDesk(
        [
          step(1, TELL_ASSIGNEE),
          step(10, reassign(to)),
          step(20, TELL_ASSIGNEE),
        ],
        aTask({ assignee_id: OLENA })
      )
    const toNobody = given(null)
    toNobody.tick(nextMonday("09:30"))
    expect(became(toNobody)).toEqual([
      ["response_limit 1 notify", "done"],
      ["response_limit 10 reassign", "done"],
      ["response_limit 20 notify", "nobody_assigned"],
    ])
    const toPetro = given(PETRO)
    toPetro.tick(nextMonday("09:30"))
    expect(toPetro.outbox).toMatchObject([
      { data: { user_id: OLENA } },
      { data: { user_id: PETRO } },
    ])
  })

  it("one by e-mail is not superseded by one without", () => {
    const desk = aDesk([step(1, { ...TELL_ALL, email: true }), step(30)])
    desk.tick(nextMonday("09:30"))
    expect(desk.outbox).toHaveLength(2)
  })

  it("a warning that nothing follows tells once that the limit has passed", () => {
    const desk = aDesk([
      step(1, TELL_ALL, "response_target"),
      step(-10, TELL_ALL, "response_limit"),
    ])
    desk.tick(nextMonday("09:30"))
    desk.tick(nextMonday("09:31"))
    expect(became(desk)).toEqual([
      ["response_target 1 notify", "superseded"],
      ["response_limit -10 notify", "done"],
    ])
    expect(desk.outbox).toMatchObject([
      { data: { deadline: "response_limit", is_warning: false } },
    ])
  })

  it.each<[string, EscalationAction, EscalationAction, number]>([
    ["the same person", tellUser(PETRO), tellUser(PETRO), 1],
    ["everyone", tellUser(PETRO), TELL_ALL, 1],
    ["somebody else", tellUser(PETRO), tellUser(OLENA), 2],
    ["everyone, but not by e-mail", tellUser(PETRO, true), TELL_ALL, 2],
  ])("a warning followed by a step for %s", (_, warning, after, told) => {
    const desk = aDesk([step(-10, warning), step(0, after)])
    desk.tick(nextMonday("09:30"))
    expect(desk.outbox).toHaveLength(told)
    expect(desk.outbox).toEqual(
      desk.outbox.map(() =>
        expect.objectContaining({
          data: expect.objectContaining({ is_warning: false }),
        })
      )
    )
  })

  it("each of several that do something else does it", () => {
    const desk = aDesk([
      step(1, { kind: "emit_event", event: "shop.one" }),
      step(2, { kind: "emit_event", event: "shop.one" }),
      step(3, { kind: "raise_priority", priority: "high" }),
      step(4, { kind: "raise_priority", priority: "urgent" }),
    ])
    desk.tick(nextMonday("09:30"))
    expect(became(desk).map(([, what]) => what)).toEqual(
      Array.from({ length: 4 }, () => "done")
    )
    expect(desk.task.priority).toBe(3)
  })
})

describe("a step whose playbook was changed", () => {
  it("fires at its new time, unless it has fired", () => {
    const desk = aDesk([step(-10)])
    desk.playbook = playbook("confirm_order", {
      escalation: [{ ...step(-10), offset_minutes: -30 }],
    })
    desk.tick(monday("09:31"))
    expect(became(desk)).toHaveLength(1)
    desk.playbook = playbook("confirm_order", { escalation: [step(-10)] })
    desk.tick(monday("09:51"))
    expect(became(desk)).toHaveLength(1)
  })
})

describe("an escalation in a shop with a lunch break", () => {
  it("warns before lunch of what is due after it", () => {
    const shop = compileCalendar({
      time_zone: "Europe/Kyiv",
      weekly: {
        monday: [
          ["09:00", "13:00"],
          ["14:00", "18:00"],
        ],
      },
    })
    const task = aTaskOpenedAt(monday("12:20"), {}, shop)
    expect(task.response_limit_at).toEqual(monday("14:20"))
    const desk = new TaskInMemory(
      task,
      shop,
      null,
      playbook("confirm_order", { escalation: [step(-30)] })
    )
    desk.fired.add("target_missed")
    expect(desk.next?.fires_at).toEqual(monday("12:50"))
  })
})
