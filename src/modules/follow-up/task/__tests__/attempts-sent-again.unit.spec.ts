import { monday } from "./task-fixture"
import {
  anAttempt,
  completion,
  OLENA,
  PETRO,
  TaskInMemory,
} from "./task-in-memory"

describe("the same attempt sent again", () => {
  const minuteLater = monday("09:06")

  it("is one attempt within a minute", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    desk.run(anAttempt(), new Date(minuteLater.getTime() - 1))
    expect(desk.attempts).toHaveLength(1)
    expect(desk.task.attempt_count).toBe(1)
  })

  it("is another attempt after that", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    desk.run(anAttempt(), minuteLater)
    expect(desk.attempts).toHaveLength(2)
  })

  it("is one attempt when it completed the task", () => {
    const desk = new TaskInMemory()
    const confirmed = anAttempt({
      outcome: "reached",
      complete_with: "confirmed",
    })
    desk.run(confirmed, monday("09:05"))
    desk.run(confirmed, monday("09:05:30"))
    expect(desk.history).toEqual(["attempted", "completed"])
  })

  it("is refused when the task was completed meanwhile", () => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    desk.run(completion("unreachable"), monday("09:05:10"), PETRO)
    expect(desk.refusal(anAttempt(), monday("09:05:20"))).toBe(
      "This task is completed and cannot be attempted; reopen it first"
    )
  })

  it.each([
    ["outcome", anAttempt({ outcome: "busy" }), OLENA],
    ["channel", anAttempt({ channel: "sms" }), OLENA],
    ["note", anAttempt({ note: "Mailbox full" }), OLENA],
    ["person", anAttempt(), PETRO],
  ])("is another attempt with another %s", (_, another, actor_id) => {
    const desk = new TaskInMemory()
    desk.run(anAttempt(), monday("09:05"))
    desk.run(another, monday("09:05:30"), actor_id)
    expect(desk.attempts).toHaveLength(2)
  })
})
