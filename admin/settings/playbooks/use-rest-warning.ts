import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybooks, usePlaybookVocabulary } from "../../api/playbooks"
import { useText } from "../../i18n/use-text"
import { isLastForTheRest } from "./for-the-rest"
import { typeText } from "./type-text"

/** What to say before a playbook is off or gone; null where others do its work. */
export const useRestWarning = (
  playbook: AdminFollowUpPlaybook
): string | null => {
  const t = useText()
  const { data: playbooks = [] } = usePlaybooks()
  const { data: vocabulary } = usePlaybookVocabulary()
  return isLastForTheRest(playbook, playbooks, vocabulary?.types ?? [])
    ? t("settings.playbooks.nothingForTheRest", {
        type: typeText(t, playbook.type, vocabulary),
      })
    : null
}
