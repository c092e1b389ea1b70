import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybookVocabulary } from "../../api/playbooks"
import { useText } from "../../i18n/use-text"
import { typeText } from "./type-text"

/** A playbook's name with its type: "Standard" there is once for each type. */
export const useFullName = ({
  name,
  type,
}: Pick<AdminFollowUpPlaybook, "name" | "type">): string => {
  const t = useText()
  const { data: vocabulary } = usePlaybookVocabulary()
  return t("settings.playbooks.ofType", {
    name,
    type: typeText(t, type, vocabulary),
  })
}
