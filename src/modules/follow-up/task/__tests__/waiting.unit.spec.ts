import { readTimer } from "../clock/read-timer"
import {
  aTask,
  justAfter,
  kyivShop,
  monday,
  nextMonday,
  saturday,
  sunday,
} from "./task-fixture"
import { anAttempt, TaskInMemory, waitUntil } from "./task-in-memory"

const RESUME = { kind: "resume" } as const

describe("waiting", () => {
  it("pauses the response timer until its time", () => {
    const desk = new TaskInMemory()
    desk.run(
      waitUntil(monday("14:00"), { note: "Asked by e-mail" }),
      monday("09:05")
    )
    expect(desk.task).toMatchObject({
      status: "waiting",
      waiting_since: monday("09:05"),
      waiting_until: monday("14:00"),
      waiting_reason: "customer_reply",
      due_at: monday("14:00"),
      responded_at: null,
    })
    expect(readTimer(desk.task, kyivShop, monday("13:00")).state).toBe(
      "waiting"
    )
    expect(desk.activities[0]?.data).toEqual({
      until: monday("14:00").toISOString(),
      waiting_reason: "customer_reply",
      note: "Asked by e-mail",
    })
  })

  it("keeps a further note of the same wait", () => {
    const desk = new TaskInMemory()
    const until = (note: string | null) =>
      desk.run(waitUntil(monday("14:00"), { note }), monday("09:05"))
    until("Asked by e-mail")
    until(null)
    until("And by SMS")
    expect(desk.activities.map(({ data }) => data.note)).toEqual([
      "Asked by e-mail",
      "And by SMS",
    ])
  })

  it("can be put off further; the pause began when it began", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:05"))
    desk.run(waitUntil(monday("16:00")), monday("13:00"))
    expect(desk.task).toMatchObject({
      waiting_since: monday("09:05"),
      waiting_until: monday("16:00"),
    })
    desk.run(RESUME, monday("16:00"))
    expect(desk.task.response_target_at).toEqual(monday("16:15"))
  })

  it("sent again changes nothing", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:05"))
    desk.run(waitUntil(monday("14:00")), monday("09:06"))
    expect(desk.history).toEqual(["waiting"])
  })

  it("does not hide a target that was missed before it", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:21"))
    desk.run(waitUntil(monday("16:00")), monday("13:00"))
    expect(desk.history).toEqual(["target_missed", "waiting", "waiting"])
    expect(desk.activities[0]?.occurred_at).toEqual(monday("09:20"))
  })

  it.each([monday("09:05"), monday("08:00")])(
    "may not end at %s, which is not ahead",
    (until) => {
      const desk = new TaskInMemory()
      expect(desk.refusal(waitUntil(until), monday("09:05"))).toBe(
        `until was ${until.toISOString()}, which has passed; it may be any later time within a year`
      )
    }
  )

  it("may last a year at most", () => {
    const desk = new TaskInMemory()
    const year = new Date(monday("09:05").getTime() + 366 * 86_400_000)
    expect(desk.refusal(waitUntil(justAfter(year)), monday("09:05"))).toBe(
      "until was 2027-11-24T07:05:00.001Z; it may be at most a year ahead"
    )
    desk.run(waitUntil(year), monday("09:05"))
    expect(desk.task.waiting_until).toEqual(year)
  })

  it("is what the clock brings back, as of the time that it waited for", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:05"))
    desk.tick(monday("14:00:04"))
    expect(desk.task).toMatchObject({
      status: "open",
      waiting_since: null,
      waiting_until: null,
      waiting_reason: null,
      response_target_at: monday("14:15"),
      response_limit_at: monday("14:55"),
      due_at: monday("14:15"),
    })
    expect(desk.activities.at(-1)?.occurred_at).toEqual(monday("14:00"))
  })
})

describe("resuming", () => {
  it("gives back the business time that was left of target and limit", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(sunday("12:00")), monday("09:05"))
    desk.run(RESUME, saturday("14:50"))
    expect(desk.task).toMatchObject({
      response_target_at: nextMonday("09:05"),
      response_limit_at: nextMonday("09:45"),
      due_at: nextMonday("09:05"),
    })
  })

  it("leaves a target that had passed where it was, and moves the limit", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("14:00")), monday("09:30"))
    desk.run(RESUME, monday("12:00"))
    expect(desk.task).toMatchObject({
      response_target_at: monday("09:20"),
      response_limit_at: monday("12:30"),
    })
  })

  it("leaves the deadlines of an answered task alone, and wants a person now", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    desk.run(RESUME, monday("09:15"))
    expect(desk.task).toMatchObject({
      status: "open",
      response_target_at: monday("09:20"),
      response_limit_at: monday("10:00"),
      due_at: monday("09:15"),
    })
  })

  it("by hand counts from the time that the task waited for, if that has passed", () => {
    const desk = new TaskInMemory()
    desk.run(waitUntil(monday("10:00")), monday("09:05"))
    desk.run(RESUME, monday("10:30"))
    expect(desk.task.response_target_at).toEqual(monday("10:15"))
  })

  it("of an open task has taken effect already", () => {
    const desk = new TaskInMemory(aTask())
    expect(desk.run(RESUME, monday("09:05")).activities).toEqual([])
  })
})
