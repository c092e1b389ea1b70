import { Refusal } from "../../../../refusals"
import { aTask, monday } from "./task-fixture"
import { OLENA, PETRO, TaskInMemory } from "./task-in-memory"

const CLAIM = { kind: "claim" } as const

describe("claiming", () => {
  it("gives the task to whoever claims it", () => {
    const desk = new TaskInMemory()
    desk.run(CLAIM, monday("09:05"), PETRO)
    expect(desk.task.assignee_id).toBe(PETRO)
    expect(desk.activities[0]?.data).toEqual({ assignee_id: PETRO })
  })

  it("is not yet an answer: the timer goes on", () => {
    const desk = new TaskInMemory()
    desk.run(CLAIM, monday("09:05"))
    expect(desk.task.responded_at).toBeNull()
  })

  it("what a colleague has is refused, and says whose it is", () => {
    const desk = new TaskInMemory(aTask({ assignee_id: OLENA }))
    const claim = () => desk.run(CLAIM, monday("09:05"), PETRO)
    expect(claim).toThrow(new Refusal("already_claimed", { assignee: OLENA }))
    expect(claim).toThrow(`This task was already claimed by ${OLENA}`)
    expect(desk.task.assignee_id).toBe(OLENA)
  })

  it("is for people", () => {
    expect(new TaskInMemory().refusal(CLAIM, monday("09:05"), null)).toBe(
      "Only a person can claim a task"
    )
  })
})

describe("assigning", () => {
  it("gives a task to anyone, and takes it away again", () => {
    const desk = new TaskInMemory(aTask({ assignee_id: OLENA }))
    desk.run({ kind: "assign", assignee_id: PETRO }, monday("09:05"))
    desk.run({ kind: "assign", assignee_id: null }, monday("09:06"))
    expect(desk.task.assignee_id).toBeNull()
    expect(desk.activities.map(({ data }) => data)).toEqual([
      { assignee_id: PETRO },
      { assignee_id: null },
    ])
  })

  it("takes a note along, and keeps it where there is nothing to assign", () => {
    const desk = new TaskInMemory()
    const assign = (note: string) =>
      desk.run({ kind: "assign", assignee_id: PETRO, note }, monday("09:05"))
    assign("He speaks Romanian")
    assign("And Hungarian")
    expect(desk.activities).toMatchObject([
      {
        kind: "assigned",
        data: { assignee_id: PETRO, note: "He speaks Romanian" },
      },
      { kind: "noted", data: { note: "And Hungarian" } },
    ])
  })
})

describe("a user who was deleted", () => {
  const RELEASE = { kind: "release", user_id: OLENA } as const

  it("leaves an open task to nobody, and the history says why", () => {
    const desk = new TaskInMemory(aTask({ assignee_id: OLENA }))
    desk.run(RELEASE, monday("09:05"), null)
    expect(desk.task.assignee_id).toBeNull()
    expect(desk.activities).toMatchObject([
      { kind: "assigned", data: { assignee_id: null, user_deleted: true } },
    ])
  })

  it("takes nothing from a colleague who has the task by now", () => {
    const desk = new TaskInMemory(aTask({ assignee_id: PETRO }))
    desk.run(RELEASE, monday("09:05"), null)
    expect(desk.task.assignee_id).toBe(PETRO)
    expect(desk.activities).toEqual([])
  })

  it("still is who had a task that is closed", () => {
    const closed = aTask({
      assignee_id: OLENA,
      status: "completed",
      outcome: "confirmed",
      completed_at: monday("09:02"),
      due_at: null,
    })
    const desk = new TaskInMemory(closed)
    desk.run(RELEASE, monday("09:05"), null)
    expect(desk.task.assignee_id).toBe(OLENA)
  })
})

describe("a note", () => {
  const note = (text: string) => ({ kind: "note", note: text }) as const

  it("is written as it was typed", () => {
    const desk = new TaskInMemory()
    desk.run(note("<b>Gate</b> {{ code }} 12"), monday("09:05"))
    expect(desk.activities[0]?.data).toEqual({
      note: "<b>Gate</b> {{ code }} 12",
    })
  })

  it("sent twice within a minute is one note", () => {
    const desk = new TaskInMemory()
    desk.run(note("Gate 12"), monday("09:05"))
    desk.run(note("Gate 12"), monday("09:05:59"))
    expect(desk.history).toEqual(["noted"])
    desk.run(note("Gate 12"), monday("09:06"))
    expect(desk.history).toEqual(["noted", "noted"])
  })

  it("of another person, or in other words, is another note", () => {
    const desk = new TaskInMemory()
    desk.run(note("Gate 12"), monday("09:05"), OLENA)
    desk.run(note("Gate 12"), monday("09:05"), PETRO)
    desk.run(note("Gate 13"), monday("09:05"), PETRO)
    expect(desk.history).toHaveLength(3)
  })
})

describe("what the order or the customer record says now", () => {
  const task = aTask()
  const refresh = (facts: Partial<typeof task>) =>
    ({ kind: "refresh", facts: { ...task, ...facts } }) as const

  it("is taken over field by field", () => {
    const desk = new TaskInMemory(task)
    const { changes } = desk.run(
      refresh({ phone: "050 111 22 33", phone_e164: "+380501112233" }),
      monday("09:05")
    )
    expect(changes).toEqual({
      phone: "050 111 22 33",
      phone_e164: "+380501112233",
    })
    expect(desk.history).toEqual(["contact_changed"])
  })

  it("tells a changed contact from a changed order", () => {
    const desk = new TaskInMemory(task)
    desk.run(refresh({ order_total: 1999.5 }), monday("09:05"))
    desk.run(refresh({ order_total: 1999.5, email: null }), monday("09:06"))
    expect(desk.history).toEqual(["order_changed", "contact_changed"])
  })

  it("leaves no trace where it is what the task says already", () => {
    const desk = new TaskInMemory(task)
    expect(desk.run(refresh({}), monday("09:05")).activities).toEqual([])
  })

  it("changes nothing but contact and order", () => {
    const desk = new TaskInMemory(task)
    desk.run(
      refresh({
        status: "canceled",
        id: "futask_2",
        email: "new@mail.example",
      }),
      monday("09:05")
    )
    expect(desk.task).toEqual({
      ...task,
      email: "new@mail.example",
      updated_at: monday("09:05"),
    })
  })
})
