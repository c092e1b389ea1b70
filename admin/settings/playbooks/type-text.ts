import type { AdminFollowUpPlaybookVocabularyResponse } from "../../../src/api/admin/follow-ups/playbooks/types"
import { labelText } from "../../i18n/label-text"
import type { Text } from "../../i18n/use-text"

/** What a task type is called, by the shop's own code or by us. */
export function typeText(
  t: Text,
  type: string,
  vocabulary: Pick<AdminFollowUpPlaybookVocabularyResponse, "types"> | undefined
): string {
  const known = vocabulary?.types.find((one) => one.type === type)
  return labelText(t, known?.label) ?? t.of("types", type)
}
