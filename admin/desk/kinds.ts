import type {
  AdminFollowUpOutcome,
  AdminFollowUpTaskTypesResponse,
} from "../../src/api/admin/follow-ups/types"
import { labelText } from "../i18n/label-text"
import { readable } from "../i18n/readable"
import type { Text } from "../i18n/use-text"

/** What this shop's kinds of work declare, in the dashboard's language. */
export type Kinds = {
  typeName: (type: string) => string
  outcomeName: (type: string, outcome: string) => string
  cancelReasonName: (reason: string) => string
  /** What a task of this type may end with; nothing until it is known. */
  outcomesOf: (type: string) => readonly AdminFollowUpOutcome[]
  /** Why a person may cancel a task. */
  cancelReasons: readonly string[]
}

/**
 * @param answer - undefined until it is there: a name is empty for that moment,
 * because the bare word is in nobody's language
 */
export function kindsIn(
  t: Text,
  answer: AdminFollowUpTaskTypesResponse | undefined
): Kinds {
  const named = (
    label: Readonly<Record<string, string>> | undefined,
    otherwise: string
  ) => (answer ? (labelText(t, label) ?? otherwise) : "")
  const typeOf = (type: string) =>
    answer?.task_types.find((known) => known.type === type)
  const outcomesOf = (type: string) => typeOf(type)?.outcomes ?? []
  return {
    typeName: (type) => named(typeOf(type)?.label, readable(type)),
    outcomeName: (type, outcome) =>
      named(
        outcomesOf(type).find((known) => known.outcome === outcome)?.label,
        // No kind of work declares what the desk itself says.
        t.of("outcomes", outcome)
      ),
    cancelReasonName: (reason) =>
      named(
        answer?.cancel_reasons.find((known) => known.reason === reason)?.label,
        readable(reason)
      ),
    outcomesOf,
    cancelReasons: (answer?.cancel_reasons ?? [])
      .filter(({ is_offered }) => is_offered)
      .map(({ reason }) => reason),
  }
}
