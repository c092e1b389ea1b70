import { arrivals } from "../arrivals"

const SINCE = Date.parse("2026-11-23T09:00:00.000Z")

const olena = {
  id: "user_olena",
  name: "Olena",
  email: "olena@shop.example",
}
const me = "user_me"

type Task = Parameters<typeof arrivals>[0][number]

function aTask(id: string, change: Partial<Task> = {}): Task {
  return {
    id,
    created_at: "2026-11-23T09:05:00.000Z",
    assignee: null,
    ...change,
  }
}

const idsOf = (tasks: Task[], known: string[] = []) =>
  arrivals(tasks, { known: new Set(known), since: SINCE, me }).map(
    ({ id }) => id
  )

describe("what is told of while the dashboard is out of sight", () => {
  it("is what was opened since, and was not told of before", () => {
    expect(idsOf([aTask("new"), aTask("there")], ["there"])).toEqual(["new"])
  })

  it("is not what was opened long ago and came back", () => {
    const created_at = "2026-11-23T08:00:00.000Z"
    expect(idsOf([aTask("reopened", { created_at })])).toEqual([])
  })

  it("is what another instance opened, whose clock is behind", () => {
    const created_at = "2026-11-23T08:59:30.000Z"
    expect(idsOf([aTask("new", { created_at })])).toEqual(["new"])
  })

  it("is what is mine or nobody's, not what a colleague has", () => {
    const mine = { id: me, name: "Me", email: "me@shop.example" }
    const tasks = [
      aTask("mine", { assignee: mine }),
      aTask("hers", { assignee: olena }),
      aTask("nobody's"),
    ]
    expect(idsOf(tasks)).toEqual(["mine", "nobody's"])
  })
})
