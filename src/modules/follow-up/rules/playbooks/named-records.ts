import type { PlaybookDefinition } from "../../../../desk/playbook"
import type { RefusalPath } from "../../../../refusals"

/** A record that a playbook names, and the path of the field. */
export type NamedRecord = {
  kind: "user" | "canned_answer"
  id: string
  path: RefusalPath
}

/** The users and canned answers that a playbook names. */
export function namedRecords({
  assignment,
  escalation,
  retry: { fallback },
}: PlaybookDefinition): NamedRecord[] {
  return [
    ...assignment.user_ids.map((id, index) =>
      user(id, ["assignment", "user_ids", index])
    ),
    ...escalation.flatMap(({ action }, index) => {
      const path = ["escalation", index, "action"]
      if (action.kind === "notify" && action.user_id) {
        return [user(action.user_id, [...path, "user_id"])]
      }
      return action.kind === "reassign" && action.assignee_id
        ? [user(action.assignee_id, [...path, "assignee_id"])]
        : []
    }),
    ...(fallback.assignee_id
      ? [user(fallback.assignee_id, ["retry", "fallback", "assignee_id"])]
      : []),
    ...(fallback.canned_answer_id
      ? [
          {
            kind: "canned_answer" as const,
            id: fallback.canned_answer_id,
            path: ["retry", "fallback", "canned_answer_id"],
          },
        ]
      : []),
  ]
}

function user(id: string, path: NamedRecord["path"]): NamedRecord {
  return { kind: "user", id, path }
}
