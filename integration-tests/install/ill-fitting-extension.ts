import type { FollowUpExtension } from "medusa-plugin-follow-ups/workflows"

type Handlers = NonNullable<FollowUpExtension["handlers"]>

// What the compiler tells a store's developer. Each of these must be an error:
// if the package's types were not found, none would be, and the compiler
// reports an expected error that is missing.

export const untold: FollowUpExtension["declaration"] = {
  kind: "gifts",
  // @ts-expect-error: a condition must have a kind
  conditions: [{ condition: "is_gift", label: { en: "A gift" } }],
}

// @ts-expect-error: it must return a list with one answer per item asked
export const single: Handlers["conditions"] = { is_gift: () => true }

export const unknown: Handlers["conditions"] = {
  is_gift: (asked) =>
    // @ts-expect-error: orders have no such field
    asked.map(({ wrapping }) => wrapping),
}

export const absent: Handlers["script_variables"] = ({ task }) => ({
  // @ts-expect-error: there is no task when a script is previewed
  "gift.number": task.id,
})

export const unchecked: Handlers["escalation_actions"] = {
  wrap: async ({ task }) => {
    // @ts-expect-error: the type of a task's data is unknown
    task.data.wrapping.trim()
  },
}
