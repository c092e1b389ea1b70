import fc from "fast-check"
import { chooseAssignee, type Desk } from "../choose-assignee"
import type { Assignment } from "../../../../desk/playbook"

const inTurn: Assignment = {
  last_agent: false,
  user_ids: ["ann", "ben", "cas"],
  most_open_tasks: 2,
}

function aDesk(facts: Partial<Desk> = {}): Desk {
  return {
    active_calls: new Map([
      ["ann", 0],
      ["ben", 0],
      ["cas", 0],
    ]),
    last_agent: null,
    last_turn: null,
    ...facts,
  }
}

function chosen(assignment: Partial<Assignment>, desk: Partial<Desk> = {}) {
  return chooseAssignee({ ...inTurn, ...assignment }, aDesk(desk))
}

describe("a new task", () => {
  it("is nobody's where nobody was chosen", () => {
    expect(chosen({ user_ids: [] })).toBeNull()
  })

  it.each([
    [null, "ann"],
    ["ann", "ben"],
    ["cas", "ann"],
    ["somebody who was taken off the list", "ann"],
  ])("after %s goes to %s", (last_turn, assignee_id) => {
    expect(chosen({}, { last_turn })).toEqual({ assignee_id, by: "turn" })
  })

  it("passes over who has enough, and who is not there any more", () => {
    const active_calls = new Map([
      ["ann", 2],
      ["cas", 1],
    ])
    expect(chosen({}, { active_calls })?.assignee_id).toBe("cas")
    expect(chosen({}, { active_calls: new Map([["ann", 2]]) })).toBeNull()
  })

  it("has no cap where there is none", () => {
    const active_calls = new Map([["ann", 500]])
    expect(
      chosen({ most_open_tasks: null }, { active_calls })?.assignee_id
    ).toBe("ann")
  })
})

describe("who last dealt with the customer", () => {
  const active_calls = new Map([
    ["ann", 0],
    ["dan", 1],
  ])

  it("gets the task where that is asked for, in turn or not", () => {
    expect(
      chosen({ last_agent: true }, { active_calls, last_agent: "dan" })
    ).toEqual({ assignee_id: "dan", by: "last_agent" })
    expect(
      chosen({ last_agent: false }, { active_calls, last_agent: "dan" })
        ?.assignee_id
    ).toBe("ann")
  })

  it("does not where they are gone, or have enough", () => {
    const after = (desk: Partial<Desk>) =>
      chosen({ last_agent: true }, { active_calls, ...desk })?.assignee_id
    expect(after({ last_agent: "eve" })).toBe("ann")
    expect(
      after({
        last_agent: "dan",
        active_calls: new Map([
          ["ann", 0],
          ["dan", 2],
        ]),
      })
    ).toBe("ann")
  })
})

describe("tasks that come one after the other", () => {
  it("are shared out evenly, and nobody gets more than each may have", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 40 }),
        (user_ids, most_open_tasks, tasks) => {
          const active = new Map(user_ids.map((id) => [id, 0]))
          let last_turn: string | null = null
          for (let task = 0; task < tasks; task++) {
            const next = chooseAssignee(
              { last_agent: false, user_ids, most_open_tasks },
              { active_calls: active, last_agent: null, last_turn }
            )
            if (next) {
              last_turn = next.assignee_id
              active.set(last_turn, (active.get(last_turn) ?? 0) + 1)
            }
          }
          const shares = [...active.values()]
          const given = Math.min(tasks, user_ids.length * most_open_tasks)
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(given)
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(2)
        }
      )
    )
  })
})
