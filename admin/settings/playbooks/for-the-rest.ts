import { hashKey } from "@tanstack/react-query"
import type {
  AdminFollowUpPlaybook,
  AdminFollowUpPlaybookVocabularyResponse,
} from "../../../src/api/admin/follow-ups/playbooks/types"

type Type = AdminFollowUpPlaybookVocabularyResponse["types"][number]

/**
 * Whether orders that no other playbook of the type matches open a task under
 * this one and would open none without it.
 */
export function isLastForTheRest(
  playbook: AdminFollowUpPlaybook,
  playbooks: readonly AdminFollowUpPlaybook[],
  types: readonly Type[]
): boolean {
  const type = types.find((one) => one.type === playbook.type)
  return (
    isForTheRest(playbook, type) &&
    !playbooks.some(
      (other) =>
        other.id !== playbook.id &&
        other.type === playbook.type &&
        isForTheRest(other, type)
    )
  )
}

/**
 * It has no conditions, or no others than the plugin's own playbook of the
 * type: those only say which orders are of that type.
 */
function isForTheRest(
  { enabled, definition: { triggers, conditions } }: AdminFollowUpPlaybook,
  type: Type | undefined
): boolean {
  return (
    enabled &&
    triggers.includes("order_placed") &&
    (conditions.all.length + conditions.any.length === 0 ||
      // A key does not depend on the order in which an object has its own.
      hashKey([conditions]) === hashKey([type?.own_playbook?.conditions]))
  )
}
