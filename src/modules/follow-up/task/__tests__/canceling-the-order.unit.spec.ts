import { PLAIN_PLAYBOOK } from "../../rules/playbooks/default-playbooks"
import { aTask, kyivShop, monday, playbook } from "./task-fixture"
import { anAttempt, completion, REOPEN, TaskInMemory } from "./task-in-memory"

const CANCEL_ORDER = { kind: "cancel_order" } as const
const KEEP_ORDER = { kind: "keep_order" } as const

/** After the one attempt there is. */
const usedUp = () => {
  const desk = new TaskInMemory(
    aTask(),
    kyivShop,
    null,
    playbook("confirm_order", {
      retry: {
        ...PLAIN_PLAYBOOK.retry,
        max_attempts: 1,
        fallback: { kind: "cancel_order" },
      },
      escalation: [],
    })
  )
  desk.run(anAttempt(), monday("09:05"))
  return desk
}

describe("canceling the order of a task whose attempts are used up", () => {
  it("cancels the task, so that nobody goes on with it meanwhile", () => {
    const desk = usedUp()
    desk.run(CANCEL_ORDER, monday("09:10"))
    expect(desk.task).toMatchObject({
      status: "canceled",
      cancel_reason: "order_canceled",
      canceled_at: monday("09:10"),
      due_at: null,
    })
    expect(() => desk.run(completion("confirmed"), monday("09:11"))).toThrow(
      "This task is canceled and cannot be completed; reopen it first"
    )
  })

  it("changes nothing the second time", () => {
    const desk = usedUp()
    desk.run(CANCEL_ORDER, monday("09:10"))
    const { length } = desk.history
    desk.run(CANCEL_ORDER, monday("09:11"))
    expect(desk.history).toHaveLength(length)
  })

  it("is refused where somebody was quicker, or attempts are left", () => {
    const completed = usedUp()
    completed.run(completion("confirmed"), monday("09:10"))
    for (const desk of [completed, new TaskInMemory()]) {
      expect(() => desk.run(CANCEL_ORDER, monday("09:11"))).toThrow(
        "This task's order is not to be canceled"
      )
    }
  })

  it("brings the task back as it was where the order could not be canceled", () => {
    const desk = usedUp()
    desk.run(CANCEL_ORDER, monday("09:10"))
    desk.run(KEEP_ORDER, monday("09:12"), null)
    expect(desk.task).toMatchObject({
      status: "open",
      fallback: "cancel_order",
      due_at: monday("09:12"),
      cancel_reason: null,
    })
    desk.run(CANCEL_ORDER, monday("09:20"))
    expect(desk.task.status).toBe("canceled")
  })

  it("is over once a person reopened the task", () => {
    const desk = usedUp()
    desk.run(CANCEL_ORDER, monday("09:10"))
    desk.run(REOPEN, monday("09:12"))
    desk.run(KEEP_ORDER, monday("09:13"), null)
    expect(desk.task).toMatchObject({ status: "open", fallback: null })
    expect(desk.history.at(-1)).toBe("reopened")
  })
})
