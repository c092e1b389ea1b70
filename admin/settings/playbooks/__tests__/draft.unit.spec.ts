import { draftOf, isChanged, movesDeadlines } from "../draft"
import { aPlaybook, definition } from "./a-playbook"

const saved = draftOf(aPlaybook())

describe("a draft", () => {
  it("is not changed by the order of its keys, nor by a ladder that was taken away again", () => {
    const scripts = { en: "Hello", uk: "Вітаю" }
    expect(
      isChanged(
        { ...saved, definition: { ...definition, scripts } },
        {
          ...saved,
          definition: {
            ...definition,
            scripts: { uk: scripts.uk, en: scripts.en },
            retry: { ...definition.retry, ladders: { busy: undefined } },
          },
        }
      )
    ).toBe(false)
  })

  it("is changed by its name, by any value, and by the order of a list", () => {
    expect(isChanged({ ...saved, name: "Other" }, saved)).toBe(true)
    const withPeople = (user_ids: string[]) => ({
      ...saved,
      definition: {
        ...definition,
        assignment: { ...definition.assignment, user_ids },
      },
    })
    expect(isChanged(withPeople(["a"]), saved)).toBe(true)
    expect(isChanged(withPeople(["a", "b"]), withPeople(["b", "a"]))).toBe(true)
  })
})

describe("deadlines", () => {
  it.each([
    { response_target_minutes: 10 },
    { response_limit_minutes: 90 },
    { resolution_limit_minutes: 480 },
    { calendar_id: "cal" },
  ])("are moved by %j", (change) => {
    expect(movesDeadlines({ ...definition, ...change }, definition)).toBe(true)
  })

  it("stay where anything else changes", () => {
    expect(
      movesDeadlines(
        { ...definition, priority: "high", scripts: { en: "Hello" } },
        definition
      )
    ).toBe(false)
  })
})
