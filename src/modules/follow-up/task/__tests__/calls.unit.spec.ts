import { CallInMemory } from "./call-in-memory"
import { monday } from "./task-fixture"
import { anAttempt, waitUntil, WITHDRAW } from "./task-in-memory"

describe("a wrong number of a call that is withdrawn", () => {
  it("leaves the request that it opened to be canceled, and decides nothing for it", () => {
    const call = new CallInMemory(2)
    call.run(0, waitUntil(monday("15:00")), monday("09:02"))
    const before = call.tasks
    call.run(0, anAttempt({ outcome: "wrong_number" }), monday("09:05"))
    const dedupe_key = call.desks[0]?.opened[0]?.dedupe_key ?? null
    call.openRequest({ dedupe_key }, monday("09:05"))
    const request = call.tasks[2]

    const [decision, , ofRequest] = call.run(0, WITHDRAW, monday("09:06"))
    expect(decision?.withdraws?.request).toMatchObject({ key: dedupe_key })
    expect(ofRequest?.activities).toEqual([])
    const updated_at = monday("09:06")
    expect(call.tasks).toEqual([
      ...before.map((task) => ({ ...task, updated_at })),
      request,
    ])
  })
})
