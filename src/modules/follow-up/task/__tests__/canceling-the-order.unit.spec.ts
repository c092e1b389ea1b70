import { PLAIN_PLAYBOOK } from "../../../../desk/playbook"
import { aTask, kyivShop, monday, playbook } from "./task-fixture"
import { isClosedWithOrder, mayCancelOrder } from "../decide/cancel-order"
import { taskTypeOf } from "../../rules/settings"
import { PLUGIN_DESK } from "../../__tests__/plugin-desk"
import { UNCHANGED } from "../decide/decision"
import {
  anAttempt,
  cancellation,
  completion,
  REOPEN,
  TaskInMemory,
} from "./task-in-memory"

const CONFIRM = taskTypeOf("confirm_order", PLUGIN_DESK)

const CANCEL_ORDER = { kind: "cancel_order" } as const

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

const CLOSED_WITH_ORDER = cancellation({ reason: "order_canceled" })

describe("canceling the order of a task whose attempts are used up", () => {
  it("is allowed, and changes nothing before the order is canceled", () => {
    const desk = usedUp()
    const before = desk.task
    expect(desk.run(CANCEL_ORDER, monday("09:10"))).toEqual(UNCHANGED)
    expect(desk.task).toEqual(before)
    expect(mayCancelOrder(desk.task, CONFIRM)).toBe(true)
  })

  it("closes the task, with whoever the order was canceled by", () => {
    const desk = usedUp()
    desk.run(CLOSED_WITH_ORDER, monday("09:10"))
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
    desk.run(CLOSED_WITH_ORDER, monday("09:10"))
    const { length } = desk.history
    desk.run(CANCEL_ORDER, monday("09:11"))
    expect(desk.history).toHaveLength(length)
    expect(mayCancelOrder(desk.task, CONFIRM)).toBe(false)
    expect(isClosedWithOrder(desk.task)).toBe(true)
  })

  it("is refused where somebody was quicker, or there is no order", () => {
    const completed = usedUp()
    completed.run(completion("confirmed"), monday("09:10"))
    const canceled = usedUp()
    canceled.run(cancellation(), monday("09:10"))
    const withoutOrder = new TaskInMemory(aTask({ order_id: null }))
    for (const desk of [completed, canceled, withoutOrder]) {
      expect(() => desk.run(CANCEL_ORDER, monday("09:11"))).toThrow(
        "This task's order is not to be canceled"
      )
    }
  })

  it("leaves nothing that a person could open again", () => {
    const desk = usedUp()
    desk.run(CLOSED_WITH_ORDER, monday("09:10"))
    expect(desk.refusal(REOPEN, monday("09:12"))).toBe(
      "This task was closed with its order, which is canceled: there is nothing to open again"
    )
  })

  it("is possible again once a program reopened the task", () => {
    const desk = usedUp()
    desk.run(CLOSED_WITH_ORDER, monday("09:10"))
    desk.run(REOPEN, monday("09:12"), null)
    expect(desk.task).toMatchObject({ status: "open", fallback: null })
    expect(desk.history.at(-1)).toBe("reopened")
    expect(mayCancelOrder(desk.task, CONFIRM)).toBe(true)
  })
})

describe("canceling the order of any other task", () => {
  it("is allowed while attempts are left: the customer may say so at once", () => {
    const desk = new TaskInMemory()
    expect(desk.run(CANCEL_ORDER, monday("09:05"))).toEqual(UNCHANGED)
  })

  it("is allowed after an outcome that says that something is wrong", () => {
    const may = ["declined", "unreachable", "changed", "confirmed"].map(
      (outcome) => {
        const desk = new TaskInMemory()
        desk.run(completion(outcome), monday("09:05"))
        return mayCancelOrder(desk.task, CONFIRM)
      }
    )
    expect(may).toEqual([true, true, false, false])
  })
})
