import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybooks, usePlaybookVocabulary } from "../../api/playbooks"
import { useKinds } from "../../desk/use-kinds"
import { useText } from "../../i18n/use-text"
import { isLastForTheRest } from "./for-the-rest"

/** What to say before a playbook is off or gone; null where others do its work. */
export const useRestWarning = (
  playbook: AdminFollowUpPlaybook
): string | null => {
  const t = useText()
  const { typeName } = useKinds()
  const { data: playbooks = [] } = usePlaybooks()
  const { data: vocabulary } = usePlaybookVocabulary()
  return isLastForTheRest(playbook, playbooks, vocabulary?.types ?? [])
    ? t("settings.playbooks.nothingForTheRest", {
        type: typeName(playbook.type),
      })
    : null
}
