import type {
  AdminFollowUpOutcome,
  AdminFollowUpTaskTypesResponse,
} from "../../src/api/admin/follow-ups/types"
import { labelText } from "../i18n/label-text"
import { readable } from "../i18n/readable"
import type { Text } from "../i18n/use-text"

/** What the shop's kinds of work declare, in the dashboard's language. */
export type Kinds = {
  typeName: (type: string) => string
  /** With the number of its order: "Confirm the order #1042". */
  taskName: (task: { type: string; order_display_id: number | null }) => string
  outcomeName: (type: string, outcome: string) => string
  cancelReasonName: (reason: string) => string
  changeName: (change: string) => string
  /**
   * The name of a calendar, a playbook or a canned answer: one that it came
   * with, and that is stored in any language, in the dashboard's.
   */
  ruleName: (name: string) => string
  /** The possible outcomes of a task of this type; empty until loaded. */
  outcomesOf: (type: string) => readonly AdminFollowUpOutcome[]
  /** The reasons for canceling a task. */
  cancelReasons: readonly string[]
}

/**
 * @param answer - undefined until loaded; names are empty until then, because
 *   the raw identifiers are not translated
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
  const typeName = (type: string) => named(typeOf(type)?.label, readable(type))
  return {
    typeName,
    taskName: ({ type, order_display_id: number }) =>
      number === null ? typeName(type) : `${typeName(type)} #${number}`,
    outcomeName: (type, outcome) =>
      named(
        outcomesOf(type).find((known) => known.outcome === outcome)?.label,
        // The desk's own outcomes are not declared by any kind of work.
        t.of("outcomes", outcome)
      ),
    cancelReasonName: (reason) =>
      named(
        answer?.cancel_reasons.find((known) => known.reason === reason)?.label,
        readable(reason)
      ),
    changeName: (change) =>
      named(
        answer?.changes.find((known) => known.change === change)?.label,
        readable(change)
      ),
    ruleName: (name) =>
      labelText(
        t,
        answer?.built_in_names.find((names) =>
          Object.values(names).includes(name)
        )
      ) ?? name,
    outcomesOf,
    cancelReasons: (answer?.cancel_reasons ?? [])
      .filter(({ is_offered }) => is_offered)
      .map(({ reason }) => reason),
  }
}
