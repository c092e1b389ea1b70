import type { Kinds } from "../desk/kinds"
import type { Text } from "../i18n/use-text"
import type { OutcomeAction } from "./outcome-actions"

/** The label of an action's button, by the task's type. */
export function actionLabel(
  t: Text,
  { outcomeName }: Kinds,
  type: string,
  action: OutcomeAction
): string {
  const label =
    action.kind === "tried"
      ? t(`attempts.${action.outcome}`)
      : outcomeName(type, action.outcome)
  return action.asks ? `${label}…` : label
}
