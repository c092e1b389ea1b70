import type { AdminFollowUpPlaybookVocabularyResponse } from "../../../src/api/admin/follow-ups/playbooks/types"
import { labelText } from "../../i18n/label-text"
import { readable } from "../../i18n/readable"
import type { Text } from "../../i18n/use-text"
import { listText } from "./condition-text"

export type Triggers = AdminFollowUpPlaybookVocabularyResponse["triggers"]

/** A trigger's label, as in "A task may open when …". */
export function triggerText(
  t: Text,
  trigger: string,
  declared: Triggers
): string {
  const known = declared.find((one) => one.trigger === trigger)
  return labelText(t, known?.label) ?? readable(trigger)
}

/** The triggers in words: `When an order is placed or a customer registers`. */
export function triggersText(
  t: Text,
  triggers: readonly string[],
  declared: Triggers
): string {
  return t("settings.playbooks.when.sentence", {
    triggers: listText(
      t,
      triggers.map((trigger) => triggerText(t, trigger, declared)),
      "disjunction"
    ),
  })
}
