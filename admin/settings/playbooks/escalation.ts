import type {
  EscalationAction,
  EscalationStep,
  PlaybookDefinition,
} from "../../../src/api/admin/follow-ups/playbooks/types"

/** The steps ordered by time; steps at the same time keep their order. */
export function byTime(definition: PlaybookDefinition): EscalationStep[] {
  return definition.escalation.toSorted(
    (a, b) => minuteOf(a, definition) - minuteOf(b, definition)
  )
}

/** Business minutes from `opened_at` to a step. */
function minuteOf(
  { relative_to, offset_minutes }: EscalationStep,
  definition: PlaybookDefinition
): number {
  const deadline = definition[`${relative_to}_minutes`]
  return (deadline ?? Number.POSITIVE_INFINITY) + offset_minutes
}

/** The initial action of a kind. */
export function newAction(kind: EscalationAction["kind"]): EscalationAction {
  switch (kind) {
    case "notify":
      return { kind, audience: "everyone", email: false }
    case "raise_priority":
      return { kind, priority: "urgent" }
    case "reassign":
      return { kind, assignee_id: null }
    case "emit_event":
      return { kind, event: "" }
    case "custom":
      return { kind, name: "" }
  }
}
