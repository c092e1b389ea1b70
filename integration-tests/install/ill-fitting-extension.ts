import type { FollowUpExtension } from "medusa-plugin-follow-ups/workflows"

type Handlers = NonNullable<FollowUpExtension["handlers"]>

// What the compiler tells a store's developer. Each of these is an error: where
// the types of the package are not found, none is, and that is one itself.

export const untold: FollowUpExtension["declaration"] = {
  kind: "gifts",
  // @ts-expect-error: a condition says what kind it is
  conditions: [{ condition: "is_gift", label: { en: "A gift" } }],
}

// @ts-expect-error: it answers with a list, one for each that it is asked about
export const single: Handlers["conditions"] = { is_gift: () => true }

export const unknown: Handlers["conditions"] = {
  is_gift: (asked) =>
    // @ts-expect-error: nothing is known of an order's wrapping
    asked.map(({ wrapping }) => wrapping),
}

export const absent: Handlers["script_variables"] = ({ task }) => ({
  // @ts-expect-error: a script that is tried has no task
  "gift.number": task.id,
})

export const unchecked: Handlers["escalation_actions"] = {
  wrap: async ({ task }) => {
    // @ts-expect-error: what is kept with a task may be anything
    task.data.wrapping.trim()
  },
}
