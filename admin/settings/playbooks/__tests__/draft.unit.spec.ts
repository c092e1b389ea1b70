import { createFormControl } from "react-hook-form"
import { draftOf, movesDeadlines, type Draft } from "../draft"
import { without } from "../without"
import { aPlaybook, definition } from "./a-playbook"

const saved = draftOf(aPlaybook())

/** What the form says after one of these was made of the other. */
function isChanged({ name, definition }: Draft, defaultValues: Draft) {
  let changed = false
  const form = createFormControl<Draft>({ defaultValues })
  form.subscribe({
    formState: { isDirty: true },
    callback: ({ isDirty = false }) => (changed = isDirty),
  })
  form.setValue("definition", definition, { shouldDirty: true })
  form.setValue("name", name, { shouldDirty: true })
  return changed
}

describe("a draft", () => {
  it("is not changed by the order of its keys, nor by a ladder that was taken away again", () => {
    const scripts = { en: "Hello", uk: "Вітаю" }
    const busy = { steps: [], max_attempts: 4 }
    expect(
      isChanged(
        { ...saved, definition: { ...definition, scripts } },
        {
          ...saved,
          definition: {
            ...definition,
            scripts: { uk: scripts.uk, en: scripts.en },
            retry: { ...definition.retry, ladders: without({ busy }, "busy") },
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
